/** How a visitor wants to read. Remembered only where they allowed it. */
export interface Preferences {
  /** `undefined`: the language of the site. */
  readonly language: string | undefined
  readonly textSize: TextSize
  readonly theme: Theme
  readonly history: HistoryMode
}

export const textSizes = ['standard', 'large', 'larger'] as const
export type TextSize = (typeof textSizes)[number]

/** `device`: as the device is set. */
export const themes = ['device', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

/**
 * What a visit leaves in the history. `one`: one step, and names of pages where people read. `safer`:
 * one step, and no page has a name. `ordinary`: a step for each page, as on other sites.
 */
export const historyModes = ['one', 'safer', 'ordinary'] as const
export type HistoryMode = (typeof historyModes)[number]

export const standardPreferences: Preferences = {
  language: undefined,
  textSize: 'standard',
  theme: 'device',
  history: 'one',
}

/** The cookie's value, such as `cy.large.dark.one`; a dash for the language of the site. */
export function formatPreferences({ language, textSize, theme, history }: Preferences): string {
  return [language ?? '-', textSize, theme, history].join('.')
}

/** What cannot be read is as if nothing had been set. */
export function parsePreferences(value: string | undefined): Preferences {
  // Cookies of before there was a choice about the history end after the look.
  const [language = '', size, look, mode = 'one', ...rest] = (value ?? '').split('.')
  const textSize = textSizes.find((known) => known === size)
  const theme = themes.find((known) => known === look)
  const history = historyModes.find((known) => known === mode)
  const readable = /^(-|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/.test(language) && rest.length === 0
  if (!readable || !textSize || !theme || !history) return standardPreferences
  return { language: language === '-' ? undefined : language, textSize, theme, history }
}
