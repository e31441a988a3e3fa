import type { Condition, Option } from './question.ts'

type Sign =
  | 'locked'
  | 'hurt'
  | 'threat'
  | 'controlled'
  | 'watched'
  | 'afraid'
  | 'papers'
  | 'pay'
  | 'debt'
  | 'hours'
  | 'living'
  | 'alone'
  | 'tricked'
  | 'home'
  | 'sex'
  | 'crime'
  | 'marriage'

/** From the Home Office's list of 2026 and the ILO's: each is one thing that a passer-by can see. */
const signs: readonly Sign[] = [
  'locked',
  'hurt',
  'threat',
  'controlled',
  'watched',
  'afraid',
  'papers',
  'pay',
  'debt',
  'hours',
  'living',
  'alone',
  'tricked',
  'home',
  'sex',
  'crime',
  'marriage',
]

/** Every tick that says something, “none of these” too. */
export const signsSaid: readonly string[] = [...signs, 'none']

/** The signs as tick boxes, in the words of whoever it is happening to, or of whoever saw it. */
export function signOptions(aboutMe: Condition): readonly Option[] {
  return signs.map((sign) => ({
    value: sign,
    label: {
      when: aboutMe,
      say: `report.signs.${sign}-self`,
      otherwise: `report.signs.${sign}`,
    },
  }))
}
