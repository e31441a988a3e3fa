/** Draws an opened report. Everything in it was written by a stranger: it is only ever text. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Report, ReportedAnswer, ReportedField } from '../../reports/report.ts'
import { say } from '../script-words.client.ts'

/** What stays in sight however far one reads: how far it may travel, and who is in danger. */
export function reportTop(report: Report): TemplateResult {
  return html`<p class="desk-consent desk-consent--${report.consent}"><strong>${say(`desk.open.consent.${report.consent}`)}</strong> <span>${say(`desk.open.consent.${report.consent}-means`)}</span></p><ul class="desk-flags">${flags(
    report,
  ).map((flag) => html`<li class="desk-flag">${say(flag)}</li>`)}</ul>`
}

export function reportView(report: Report): TemplateResult {
  const sealed =
    report.sealed === 'in the browser' ? 'desk.open.sealed-browser' : 'desk.open.sealed-arrival'
  return html`${report.answers.map((answer) => answerView(answer, report.language))}<p class="desk-small">${say(sealed)}</p>`
}

function answerView({ id, question, fields }: ReportedAnswer, language: string): TemplateResult {
  return html`<section class="desk-answer" data-question=${id}><h2 dir="auto" lang=${language}>${question}</h2>${
    fields.length === 0
      ? html`<p class="desk-muted">${say('desk.open.empty')}</p>`
      : fields.map((field) => fieldView(field, language))
  }</section>`
}

// `dir="auto"` and `bdi` keep characters that turn the direction of writing inside the answer that
// holds them: nothing around it can be made to read otherwise than it is.
function fieldView({ label, text }: ReportedField, language: string): TemplateResult {
  return html`${label === undefined ? nothing : html`<h3 dir="auto" lang=${language}>${label}</h3>`}<p class="desk-said" dir="auto" lang=${language}><bdi>${text}</bdi></p>`
}

function flags(report: Report) {
  const chosen = (name: string) =>
    report.answers
      .flatMap(({ fields }) => fields)
      .filter((field) => field.name === name)
      .flatMap((field) => field.chosen ?? [])
  const danger = report.role === 'danger' || chosen('danger-now').includes('yes')
  return [
    ...(danger ? (['desk.open.flag-danger'] as const) : []),
    ...(chosen('children').includes('yes') ? (['desk.open.flag-child'] as const) : []),
    ...(report.role === 'self' ? (['desk.open.flag-self'] as const) : []),
  ]
}
