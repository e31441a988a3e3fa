import type { StoredFeedback } from '../../feedback/feedback.ts'
import type { DeskKeyGrant } from '../../officers/desk-key.ts'
import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { dayTag } from '../time-tag.ts'
import { feedbackAddress, feedbackPageLength } from './feedback-part.ts'

export interface FeedbackView {
  /** Newest day first; one more than a page where there is a next one. */
  readonly found: readonly StoredFeedback[]
  readonly grants: readonly DeskKeyGrant[]
}

/** The list; what people wrote, the page’s script opens in this browser alone. */
export function feedbackPage(words: Words, { found, grants }: FeedbackView): DeskPageView {
  const shown = found.slice(0, feedbackPageLength)
  const last = found.length > shown.length ? shown.at(-1) : undefined
  return {
    title: words('desk.feedback.title'),
    part: 'feedback',
    scriptWords: 'desk.open.',
    data: { grants, feedback: shown.map(({ id, epoch, sealed }) => ({ id, epoch, sealed })) },
    main: html`<h1>${words('desk.feedback.title')}</h1><div data-desk="feedback"><div data-problem></div>
${shown.length === 0 ? empty(words) : days(words, shown)}</div>
${last && html`<p><a class="govuk-link" rel="next" href="${feedbackAddress(last)}">${words('desk.feedback.older')}</a></p>`}`,
  }
}

function empty(words: Words): Html {
  return html`<div class="desk-empty"><p><strong>${words('desk.feedback.empty')}</strong></p><p>${words('desk.feedback.empty-then')}</p></div>`
}

function days(words: Words, shown: readonly StoredFeedback[]): Html {
  const byDay = Map.groupBy(shown, ({ receivedDay }) => receivedDay)
  return html`${[...byDay].map(
    ([day, feedback]) =>
      html`<section class="desk-day"><h2>${dayTag(day)}</h2>${feedback.map((one) => item(words, one))}</section>`,
  )}`
}

function item(words: Words, { id, site, readAt }: StoredFeedback): Html {
  const state =
    readAt === undefined
      ? html`<form method="post" action="/feedback/${id}/reading">${button({ text: words('desk.feedback.mark'), classes: 'govuk-button--secondary' })}</form>`
      : html`<span class="desk-small">${words('desk.feedback.read')}</span>`
  const name = readAt === undefined ? 'desk-feedback desk-feedback--unread' : 'desk-feedback'
  return html`<article class="${name}" id="f-${id}"><div data-feedback="${id}"><p class="desk-muted">${words('desk.feedback.opening')}</p></div><p class="desk-small">${site}</p>${state}</article>`
}
