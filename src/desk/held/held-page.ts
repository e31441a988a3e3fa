import { hourOf } from '../../reports/calendar.ts'
import type { HeldKind } from '../../reports/held-store.ts'
import { button } from '../../ui/components/button.ts'
import { details } from '../../ui/components/details.ts'
import { table } from '../../ui/components/table.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { queueFilters, type ReportList, reportList } from '../queue/queue-page.ts'
import { type HeldFilter, heldAddress } from './held-filter.ts'

export interface HeldView extends ReportList {
  readonly filter: HeldFilter
  readonly hasMore: boolean
  readonly counts: { readonly all: number; readonly unlike: number }
  /** Kinds of which many came; only without a filter. */
  readonly kinds: readonly HeldKind[]
  /** How many are nearly the same as the one that the filter names, and what that is called. */
  readonly kind: HeldKind | undefined
}

/** What came in a flood, apart from the queue, for an officer to look through. */
export function heldPage(words: Words, view: HeldView): DeskPageView {
  const title = titleOf(words, view)
  return {
    title,
    part: 'queue',
    main: html`<div class="desk-toolbar"><h1>${title}</h1>${queueFilters(words, 'held', view.counts.all)}</div>
${view.filter.show === 'closed' ? closed(words, view) : open(words, view)}`,
  }
}

function titleOf(words: Words, { filter, kind }: HeldView): string {
  if (filter.show === 'closed') return words('desk.held.closed')
  if (kind === undefined) return words('desk.held.title')
  const reference = kind.reference ?? words('desk.held.first-gone')
  return words('desk.held.alike-title', { reference })
}

function closed(words: Words, view: HeldView): Html {
  return html`${reports(words, view)}${back(words)}`
}

function open(words: Words, view: HeldView): Html {
  if (view.kind !== undefined) return alike(words, view, view.kind)
  const others = html`<p><a class="govuk-link" href="${heldAddress({ show: 'closed' })}">${words('desk.held.closed')}</a></p>`
  if (view.counts.all === 0) return html`${empty(words)}${others}`
  return html`<p class="desk-note">${words('desk.held.what')}</p>
${view.kinds.length > 0 && kinds(words, view.kinds)}
${view.counts.unlike > 0 && unlike(words, view)}
${others}`
}

function kinds(words: Words, found: readonly HeldKind[]): Html {
  return html`<h2>${words('desk.held.alike')}</h2><p>${words('desk.held.alike-what')}</p>
${table({
  head: [
    { text: words('desk.held.first') },
    { text: words('desk.held.count'), format: 'numeric' },
    { text: words('desk.held.look') },
  ],
  rows: found.map((kind) => [
    { html: firstOf(words, kind) },
    { text: String(kind.count), format: 'numeric' },
    {
      html: html`<a class="govuk-link" href="${heldAddress({ sameAs: kind.first })}">${words('desk.held.look')}<span class="govuk-visually-hidden"> (${kind.reference ?? words('desk.held.first-gone')})</span></a>`,
    },
  ]),
})}`
}

function firstOf(words: Words, { first, reference }: HeldKind): Html {
  if (reference === undefined) return html`${words('desk.held.first-gone')}`
  return html`<a class="govuk-link desk-reference" href="/reports/${first}">${reference}</a>`
}

function alike(words: Words, view: HeldView, { first, count }: HeldKind): Html {
  const names = { 'same-as': first }
  return html`${reports(words, view)}
${count > 0 && html`${queueAll(words, count, names)}${closeMany(words, { text: words('desk.held.close-what'), button: words('desk.held.close-all', { count }), names })}`}
${back(words)}`
}

function unlike(words: Words, view: HeldView): Html {
  const text = `${words('desk.held.close-what')} ${words('desk.held.close-before-what')}`
  return html`<h2>${words('desk.held.unlike')}</h2><p>${words('desk.held.unlike-what')}</p>
${reports(words, view)}
${queueAll(words, view.counts.unlike, {})}
${closeMany(words, { text, button: words('desk.held.close-before'), names: { before: hourOf(view.now) } })}`
}

function reports(words: Words, view: HeldView): Html {
  const last = view.hasMore ? view.reports.at(-1) : undefined
  return html`${view.reports.length === 0 ? empty(words) : reportList(words, view)}
${last && html`<p><a class="govuk-link" rel="next" href="${heldAddress({ ...view.filter, after: last })}">${words('desk.held.more')}</a></p>`}`
}

type Hidden = Readonly<Record<string, string>>

function queueAll(words: Words, count: number, names: Hidden): Html {
  const text = words('desk.held.queue-all', { count })
  return html`<form method="post" action="/held/admissions">${hidden(names)}${button({ text, classes: 'govuk-button--secondary' })}</form>`
}

/** Behind a second press: nobody closes ten thousand with a slip of the finger. */
function closeMany(
  words: Words,
  wish: { readonly text: string; readonly button: string; readonly names: Hidden },
): Html {
  const form = html`<p>${wish.text}</p><form method="post" action="/held/closures">${hidden(wish.names)}${button({ text: wish.button, classes: 'govuk-button--secondary' })}</form>`
  return details({ summaryText: words('desk.held.close-many'), html: form })
}

function hidden(names: Hidden): readonly Html[] {
  return Object.entries(names).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
}

function empty(words: Words): Html {
  return html`<div class="desk-empty"><p><strong>${words('desk.held.empty')}</strong></p><p>${words('desk.held.empty-then')}</p></div>`
}

function back(words: Words): Html {
  return html`<p><a class="govuk-link" href="/held">${words('desk.held.back')}</a></p>`
}
