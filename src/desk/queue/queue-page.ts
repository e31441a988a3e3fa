import type { QueuedReport } from '../../reports/stored-report.ts'
import { table } from '../../ui/components/table.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { languageName } from '../language-name.ts'
import { priorityTag, statusTag, topicName, waited } from '../report-facts.ts'
import { timeTag } from '../time-tag.ts'
import { filterAddress, type QueueFilter, shows } from './queue-filter.ts'

export interface QueueView {
  readonly filter: QueueFilter
  readonly reports: readonly QueuedReport[]
  readonly hasMore: boolean
  /** The names of officers by their ids. */
  readonly names: ReadonlyMap<string, string>
  /** Whether the desk key has reached the officer who looks. */
  readonly hasKey: boolean
  readonly now: Date
}

export function queuePage(words: Words, view: QueueView): DeskPageView {
  const { reports, filter } = view
  return {
    title: words('desk.queue.title'),
    part: 'queue',
    main: html`<div class="desk-toolbar"><h1>${words('desk.queue.title')}</h1>${filters(words, view)}</div>
${!view.hasKey && html`<p class="desk-note">${words('desk.queue.no-key')}</p>`}
${reports.length === 0 ? empty(words, view) : list(words, view)}
${view.hasMore && older(words, view)}${
  filter.after !== undefined &&
  html`<p><a class="govuk-link" href="${filterAddress(filter.show)}">${words('desk.queue.first')}</a></p>`
}`,
  }
}

function filters(words: Words, { filter }: QueueView): Html {
  const links = shows.map((show) => {
    const current = show === filter.show && html` aria-current="page"`
    return html`<li><a class="desk-filter" href="${filterAddress(show)}"${current}>${words(`desk.queue.show-${show}`)}</a></li>`
  })
  return html`<nav aria-label="${words('desk.queue.filters')}"><ul class="desk-filters">${links}</ul></nav>`
}

function empty(words: Words, { filter }: QueueView): Html {
  return html`<div class="desk-empty"><p><strong>${words(`desk.queue.empty-${filter.show}`)}</strong></p><p>${words('desk.queue.empty-then')}</p></div>`
}

function list(words: Words, view: QueueView): Html {
  return table({
    classes: 'desk-queue',
    head: [
      { text: words('desk.queue.priority') },
      { text: words('desk.queue.reference') },
      { text: words('desk.queue.received') },
      { text: words('desk.queue.waited') },
      { text: words('desk.queue.topic') },
      { text: words('desk.queue.language') },
      { text: words('desk.queue.status') },
      { text: words('desk.queue.assignee') },
    ],
    rows: view.reports.map((report) => row(words, report, view)),
  })
}

function row(words: Words, report: QueuedReport, { names, now }: QueueView) {
  const files =
    report.hasFiles && html` <span class="desk-small">${words('desk.queue.files')}</span>`
  const { assignee } = report
  return [
    { html: priorityTag(words, report) },
    {
      html: html`<a class="govuk-link desk-reference" href="/reports/${report.id}">${report.reference}</a>${files}`,
    },
    { html: timeTag(report.receivedHour, 'hour') },
    { text: report.status === 'closed' ? '' : waited(words, report.receivedHour, now) },
    { text: topicName(words, report.topic) },
    { text: languageName(report.language) },
    { html: statusTag(words, report) },
    { text: assignee === undefined ? words('desk.nobody') : (names.get(assignee) ?? assignee) },
  ]
}

function older(words: Words, { reports, filter }: QueueView): Html | undefined {
  const last = reports.at(-1)
  return (
    last &&
    html`<p><a class="govuk-link" rel="next" href="${filterAddress(filter.show, last)}">${words('desk.queue.older')}</a></p>`
  )
}
