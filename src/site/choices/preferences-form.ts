import { Fault } from '../../web/fault.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import type { Visit } from '../visit.ts'
import { historyModes, type Preferences, textSizes, themes } from './preferences.ts'

export interface PreferencesAnswers {
  readonly preferences: Preferences
  /** Ticked: this may be remembered. */
  readonly remember: boolean
}

/**
 * What was chosen; where a question was not on the page, what holds already.
 *
 * @throws Fault 400 for an answer that the page does not offer
 */
export function preferencesAnswers(form: Form, visit: Visit): PreferencesAnswers {
  expectFields(form, ['textSize', 'theme', 'history', 'language', 'remember'])
  const { preferences, site } = visit
  return {
    preferences: {
      textSize: oneOf(textSizes, field(form, 'textSize')) ?? preferences.textSize,
      theme: oneOf(themes, field(form, 'theme')) ?? preferences.theme,
      history: oneOf(historyModes, field(form, 'history')) ?? preferences.history,
      language: oneOf(site.languages, field(form, 'language')) ?? preferences.language,
    },
    remember: oneOf(['yes'], field(form, 'remember')) === 'yes',
  }
}

function oneOf<Known extends string>(known: readonly Known[], value: string): Known | undefined {
  if (value === '') return undefined
  const found = known.find((each) => each === value)
  if (found === undefined) throw new Fault(400, 'no such preference')
  return found
}
