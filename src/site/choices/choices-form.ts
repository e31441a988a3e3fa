import { Fault } from '../../web/fault.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { acceptAll, type Choices, rejectAll } from './choices.ts'

/**
 * The answer to the banner.
 *
 * @throws Fault 400 for an answer that the banner does not offer
 */
export function bannerChoices(form: Form): { readonly choices: Choices; readonly back: string } {
  expectFields(form, ['choice', 'back'])
  return { choices: choicesOf(field(form, 'choice')), back: field(form, 'back') }
}

function choicesOf(answer: string): Choices {
  if (answer === 'accept') return acceptAll
  if (answer === 'reject') return rejectAll
  throw new Fault(400, 'no such choice')
}

/** What each category was given so far; `undefined` where nothing was said. */
export type CategoryAnswers = { readonly [category in keyof Choices]: boolean | undefined }

/** The answers of the cookies page. @throws Fault 400 for an answer that it does not offer */
export function categoryAnswers(form: Form): CategoryAnswers {
  expectFields(form, ['preferences', 'statistics'])
  return {
    preferences: yesOrNo(field(form, 'preferences')),
    statistics: yesOrNo(field(form, 'statistics')),
  }
}

/** @param asked whether the page asked about statistics at all */
export function completeChoices(answers: CategoryAnswers, asked: boolean): Choices | undefined {
  const { preferences, statistics = asked ? undefined : false } = answers
  if (preferences === undefined || statistics === undefined) return undefined
  return { preferences, statistics }
}

function yesOrNo(answer: string): boolean | undefined {
  if (answer === '') return undefined
  if (answer === 'yes' || answer === 'no') return answer === 'yes'
  throw new Fault(400, 'neither yes nor no')
}
