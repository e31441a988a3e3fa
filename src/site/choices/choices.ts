/** What a visitor said about cookies. Until they say something there are no choices at all. */
export interface Choices {
  readonly preferences: boolean
  readonly statistics: boolean
}

export const acceptAll: Choices = { preferences: true, statistics: true }
export const rejectAll: Choices = { preferences: false, statistics: false }

/** The cookie's value: `preferences.statistics`, of the two what was allowed, or `none`. */
export function formatChoices(choices: Choices): string {
  const allowed = Object.entries(choices).filter(([, allows]) => allows)
  return allowed.map(([category]) => category).join('.') || 'none'
}

/** `undefined` for what we never wrote: then nothing has been chosen. */
export function parseChoices(value: string | undefined): Choices | undefined {
  if (value === undefined || !/^(none|preferences(\.statistics)?|statistics)$/.test(value))
    return undefined
  const allowed = value.split('.')
  return {
    preferences: allowed.includes('preferences'),
    statistics: allowed.includes('statistics'),
  }
}
