import type { Withdrawal } from '../../mailbox/withdrawal.ts'
import type { QueuedReport, ReportId } from '../../reports/stored-report.ts'
import { table } from '../../ui/components/table.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { languageName } from '../language-name.ts'
import { priorityTag, statusTag, topicName, waited } from '../report-facts.ts'
import { timeTag } from '../time-tag.ts'
import { filterAddress, type QueueFilter, type Show, shows } from './queue-filter.ts'
import { withdrawnList } from './withdrawn-list.ts'

export interface QueueView {
  readonly filter: QueueFilter
  readonly reports: readonly QueuedReport[]
  readonly hasMore: boolean
  /** Beside the closed ones: those that their reporters took back. */
  readonly withdrawn: readonly Withdrawal[]
  /** The names of officers by their ids. */
  readonly names: ReadonlyMap<string, string>
  /** Whether the desk key has reached the officer who looks. */
  readonly hasKey: boolean
  readonly now: Date
  /** How many are held. */
  readonly held: number
  /** How many held ones are nearly the same as a report here. */
  readonly alike: ReadonlyMap<ReportId, number>
}

/** What a table of reports is made from. */
export type ReportList = Pick<QueueView, 'reports' | 'names' | 'now' | 'alike'>

export function queuePage(words: Words, view: QueueView): DeskPageView {
  const { reports, filter } = view
  return {
    title: words('desk.queue.title'),
    part: 'queue',
    main: html`<div class="desk-toolbar"><h1>${words('desk.queue.title')}</h1>${queueFilters(words, filter.show, view.held)}</div>
${!view.hasKey && html`<p class="desk-note">${words('desk.queue.no-key')}</p>`}
${view.held > 0 && html`<p class="desk-note">${words('desk.queue.held', { count: view.held })} <a class="govuk-link" href="/held">${words('desk.queue.held-look')}</a></p>`}
${reports.length === 0 ? empty(words, view) : reportList(words, view)}
${view.hasMore && older(words, view)}${
  filter.after !== undefined &&
  html`<p><a class="govuk-link" href="${filterAddress(filter.show)}">${words('desk.queue.first')}</a></p>`
}${withdrawnList(words, view.withdrawn)}`,
  }
}

/** Which reports to see: those of the queue, or those that are held. */
export function queueFilters(words: Words, shown: Show | 'held', held: number): Html {
  const items = [
    ...shows.map((show) => ({
      show,
      href: filterAddress(show),
      text: words(`desk.queue.show-${show}`),
    })),
    { show: 'held', href: '/held', text: words('desk.queue.show-held', { count: held }) },
  ]
  const links = items.map(({ show, href, text }) => {
    const current = show === shown && html` aria-current="page"`
    return html`<li><a class="desk-filter" href="${href}"${current}>${text}</a></li>`
  })
  return html`<nav aria-label="${words('desk.queue.filters')}"><ul class="desk-filters">${links}</ul></nav>`
}

function empty(words: Words, { filter }: QueueView): Html {
  return html`<div class="desk-empty"><p><strong>${words(`desk.queue.empty-${filter.show}`)}</strong></p><p>${words('desk.queue.empty-then')}</p></div>`
}

export function reportList(words: Words, view: ReportList): Html {
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

function row(words: Words, report: QueuedReport, { names, now, alike }: ReportList) {
  const files =
    report.hasFiles && html` <span class="desk-small">${words('desk.queue.files')}</span>`
  const news =
    report.hasNews && html` <strong class="desk-news">${words('desk.queue.news')}</strong>`
  const { assignee } = report
  const others = alike.get(report.id)
  const same =
    others !== undefined &&
    html`<br><a class="govuk-link desk-small" href="/held?same-as=${report.id}">${words('desk.queue.alike', { count: others })}</a>`
  return [
    { html: priorityTag(words, report) },
    {
      html: html`<a class="govuk-link desk-reference" href="/reports/${report.id}">${report.reference}</a>${files}${news}${same}`,
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
