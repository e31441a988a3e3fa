import { table } from '../../ui/components/table.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'
import { type CookieDefinition, fullName } from '../../web/cookies.ts'
import type { Visit } from '../visit.ts'
import {
  choicesCookie,
  draftCookie,
  leftCookie,
  mailboxCookie,
  preferencesCookie,
  siteCookies,
} from './cookies.ts'

const purposes: ReadonlyMap<CookieDefinition, WordKey> = new Map<CookieDefinition, WordKey>([
  [choicesCookie, 'choices.notice.choices'],
  [draftCookie, 'choices.notice.draft'],
  [leftCookie, 'choices.notice.left'],
  [mailboxCookie, 'choices.notice.mailbox'],
  [preferencesCookie, 'choices.notice.reading'],
])

/** Every cookie of the site, from the definitions that set them. */
export function cookiesNotice({ words, locale, secure }: Visit): Html {
  return html`<h2 class="govuk-heading-l">${words('choices.notice.heading')}</h2>
<p class="govuk-body">${words('choices.notice.lead')}</p>
${table({
  classes: 'govuk-table--stacked',
  firstCellIsHeader: true,
  head: [
    { text: words('choices.notice.name') },
    { text: words('choices.notice.purpose') },
    { text: words('choices.notice.lifetime') },
  ],
  rows: siteCookies.map((cookie) => [
    { text: fullName(cookie, secure) },
    { text: words(purposeOf(cookie), { leave: words('common.leave.label') }) },
    { text: lifetimeInWords(cookie, locale, words) },
  ]),
})}
<p class="govuk-body">${words('choices.notice.statistics')}</p>
<p class="govuk-body">${words('choices.notice.back')}</p>
<p class="govuk-body">${words('choices.notice.leaving', { leave: words('common.leave.label') })}</p>`
}

/** “6 months”; “Until you close the browser”. */
export function lifetimeInWords(
  { lifetime }: CookieDefinition,
  locale: string,
  words: Words,
): string {
  if (lifetime === 'session') return words('choices.notice.session')
  const days = lifetime / (24 * 60 * 60)
  const [unit, count] = days % 30 === 0 ? ['month', days / 30] : ['day', days]
  const format = { style: 'unit', unit: String(unit), unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, format).format(Number(count))
}

function purposeOf(cookie: CookieDefinition): WordKey {
  const purpose = purposes.get(cookie)
  if (purpose === undefined) throw new Error('the cookies notice lacks the purpose of a cookie')
  return purpose
}
