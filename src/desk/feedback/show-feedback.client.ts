/** Opens feedback in the officer's browser. Without it the page lists only the days. */
import { html, render, type TemplateResult } from 'lit-html'
import type { Feedback } from '../../feedback/feedback.ts'
import type { DeskKeyGrant } from '../../officers/desk-key.ts'
import { findIdentity } from '../keys/key-ring.client.ts'
import { languageName } from '../language-name.ts'
import { part } from '../parts.client.ts'
import { problemView } from '../problem-view.client.ts'
import { saidView } from '../said-view.client.ts'
import { pageData, say } from '../script-words.client.ts'
import { feedbackOpener, type SealedFeedback } from './open-feedback.ts'

interface FeedbackData {
  readonly grants: readonly DeskKeyGrant[]
  readonly feedback: readonly SealedFeedback[]
}

export async function showFeedback(page: HTMLElement): Promise<void> {
  const { grants, feedback } = pageData<FeedbackData>()
  if (feedback.length === 0) return
  const open = feedbackOpener(grants, await findIdentity())
  for (const one of feedback) {
    const place = part(page, `[data-feedback="${one.id}"]`)
    const opened = await open(one)
    place.replaceChildren()
    if (opened.outcome === 'opened') {
      render(feedbackView(opened.feedback), place)
      continue
    }
    // Without a key nothing on the page opens: that is said once, and not beside each.
    const forAll = opened.outcome === 'locked' || opened.outcome === 'missing-key'
    render(problemView(opened.outcome), forAll ? part(page, '[data-problem]') : place)
    if (forAll) return
  }
}

function feedbackView({ comment, ease, page, language }: Feedback): TemplateResult {
  return html`${saidView(comment, language)}<p class="desk-small">${
    ease === undefined ? '' : html`${say(`desk.open.ease.${ease}`)} · `
  }${page === undefined ? '' : html`<bdi>${page}</bdi> · `}${languageName(language)}</p>`
}
