/** Draws an opened report. Everything in it was written by a stranger: it is only ever text. */
import { html, nothing, type TemplateResult } from 'lit-html'
import { consentNow } from '../../mailbox/sealed-message.ts'
import type { Report, ReportedAnswer, ReportedField } from '../../reports/report.ts'
import { saidView } from '../said-view.client.ts'
import { say } from '../script-words.client.ts'
import type { OpenedHanded } from './messages.client.ts'
import { type Flag, flagsOf } from './report-flags.ts'

/** What stays in sight however far one reads: how far it may travel, and who is in danger. */
export function reportTop(report: Report, messages: readonly OpenedHanded[]): TemplateResult {
  const consent = consentNow(report.consent, messages)
  const before = say(`desk.open.consent.${report.consent}`)
  const changed = consent === report.consent ? '' : say('desk.open.consent-changed', { before })
  return html`<p class="desk-consent desk-consent--${consent}"><strong>${say(`desk.open.consent.${consent}`)}</strong> <span>${say(`desk.open.consent.${consent}-means`)}</span> <span>${changed}</span></p><ul class="desk-flags">${flagsOf(report).map(flagView)}</ul>`
}

function flagView({ key, quiet }: Flag): TemplateResult {
  return html`<li class=${quiet ? 'desk-flag desk-flag--quiet' : 'desk-flag'}>${say(key)}</li>`
}

export function reportView(report: Report): TemplateResult {
  const { answers, language } = report
  const answered = answers.filter(({ fields }) => fields.length > 0)
  const sealed =
    report.sealed === 'in the browser' ? 'desk.open.sealed-browser' : 'desk.open.sealed-arrival'
  return html`${answered.map((answer) => answerView(answer, language))}${unanswered(answers)}<p class="desk-small">${say(sealed)}</p>`
}

function answerView({ id, question, fields }: ReportedAnswer, language: string): TemplateResult {
  return html`<section class="desk-answer" data-question=${id}><h2 dir="auto" lang=${language}>${question}</h2>${fields.map((field) => fieldView(field, language))}</section>`
}

function fieldView({ label, text }: ReportedField, language: string): TemplateResult {
  return html`<div>${
    label === undefined ? nothing : html`<h3 dir="auto" lang=${language}>${label}</h3>`
  }${saidView(text, language)}</div>`
}

// Empty answers matter, but not at the cost of scrolling past them.
function unanswered(answers: readonly ReportedAnswer[]): TemplateResult | typeof nothing {
  const questions = answers.filter(({ fields }) => fields.length === 0)
  if (questions.length === 0) return nothing
  return html`<section class="desk-answer"><h2>${say('desk.open.empty')}</h2><ul class="desk-unanswered">${questions.map(
    ({ question }) => html`<li><bdi>${question}</bdi></li>`,
  )}</ul></section>`
}
