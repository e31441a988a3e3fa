import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { languageName } from '../language-name.ts'
import { priorityTag, statusTag, topicName } from '../report-facts.ts'
import { timeTag } from '../time-tag.ts'
import { activityList } from './activity-list.ts'
import { filePane } from './file-pane.ts'
import { messagePane } from './message-form.ts'
import { type ReportView, reportActions } from './report-actions.ts'

/** What is known outside the seal. The page’s script opens the rest, in this browser alone. */
export function reportPage(words: Words, view: ReportView): DeskPageView {
  const { report, problem } = view
  return {
    title: report.reference,
    part: 'queue',
    status: problem === undefined ? 200 : 409,
    scriptWords: 'desk.open.',
    data: { report: report.id },
    main: html`<div class="desk-toolbar"><h1><span class="desk-reference">${report.reference}</span> ${priorityTag(words, report)} ${statusTag(words, report)}</h1>${reportActions(words, view)}</div>
${problem && html`<p class="desk-note desk-note--strong" role="alert">${words(`desk.report.${problem}`)}</p>`}
${report.status === 'closed' && html`<p class="desk-note" role="status">${words('desk.report.is-closed')} <a class="govuk-link" href="/">${words('desk.report.to-queue')}</a></p>`}
${report.lane === 'held' && held(words, view)}
<div class="desk-consent-bar" id="desk-consent" role="status"></div>
<div class="desk-columns"><div><article class="desk-pane desk-opened" data-desk="report" aria-busy="true"><p class="desk-muted">${words('desk.report.opening')}</p></article>
${filePane(words)}
${messagePane(words)}</div>
<aside class="desk-pane">${facts(words, view)}${activityList(words, view)}</aside></div>`,
  }
}

function held(words: Words, { report: { sameAs } }: ReportView): Html {
  const first =
    sameAs &&
    html` ${words('desk.report.same-as')} <a class="govuk-link" href="/reports/${sameAs}">${words('desk.report.came-first')}</a>.`
  return html`<p class="desk-note">${words('desk.report.is-held')}${first} <a class="govuk-link" href="/held">${words('desk.queue.held-look')}</a></p>`
}

function facts(words: Words, { report, names }: ReportView): Html {
  const { assignee } = report
  const rows: readonly (readonly [string, Html | string])[] = [
    [
      words('desk.queue.assignee'),
      assignee === undefined ? words('desk.nobody') : (names.get(assignee) ?? assignee),
    ],
    [words('desk.queue.received'), timeTag(report.receivedHour, 'hour')],
    [words('desk.queue.topic'), topicName(words, report.topic)],
    [words('desk.queue.language'), languageName(report.language)],
    [words('desk.report.site'), report.site],
  ]
  return html`<h2>${words('desk.report.facts')}</h2><dl class="desk-facts">${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`
}
