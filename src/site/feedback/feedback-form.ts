import { type Ease, eases } from '../../feedback/feedback.ts'
import { Fault } from '../../web/fault.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { localPath } from '../../web/local-path.ts'

/** The longest comment that is taken, in characters. */
export const longestComment = 5_000

export interface FeedbackAnswers {
  readonly comment: string
  readonly ease: Ease | undefined
  /** The page that the person came from; `undefined` when that is nobody’s business. */
  readonly page: string | undefined
}

export type FeedbackProblem = 'missing' | 'long'

/** @throws Fault 400 for fields and answers that the page does not offer */
export function feedbackAnswers(form: Form): FeedbackAnswers {
  expectFields(form, ['comment', 'ease', 'page'])
  return {
    comment: field(form, 'comment'),
    ease: easeOf(field(form, 'ease')),
    page: pageFrom(field(form, 'page')),
  }
}

export function feedbackProblem({ comment }: FeedbackAnswers): FeedbackProblem | undefined {
  if (comment.trim() === '') return 'missing'
  return comment.length > longestComment ? 'long' : undefined
}

/** A page that may be named. That somebody was reporting is not noted, not even in a seal. */
export function pageFrom(text: string): string | undefined {
  const path = text.length > 200 ? '/' : localPath(text)
  return path === '/' || /^\/([a-z-]+\/)?(a|report|leave)(\/|$)/i.test(path) ? undefined : path
}

function easeOf(answer: string): Ease | undefined {
  if (answer === '') return undefined
  const ease = eases.find((known) => known === answer)
  if (ease === undefined) throw new Fault(400, 'no such answer')
  return ease
}
