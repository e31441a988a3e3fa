import type { Withdrawal } from '../../mailbox/withdrawal.ts'
import { table } from '../../ui/components/table.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { dayTag } from '../time-tag.ts'

/** The latest of them; older ones are rows in the database. */
export const mostWithdrawn = 50

/** Reports that their reporters took back: a reference and a day are all that is left to show. */
export function withdrawnList(words: Words, withdrawals: readonly Withdrawal[]): Html | undefined {
  if (withdrawals.length === 0) return undefined
  return html`<h2>${words('desk.withdrawn.title')}</h2>
<p class="desk-muted">${words('desk.withdrawn.what')}</p>
${table({
  head: [
    { text: words('desk.queue.reference') },
    { text: words('desk.withdrawn.day') },
    { text: words('desk.report.site') },
  ],
  rows: withdrawals.map(({ reference, day, site }) => [
    { html: html`<span class="desk-reference">${reference}</span>` },
    { html: dayTag(day) },
    { text: site },
  ]),
})}`
}
