/** How a visitor wants to read. Remembered only where they allowed it. */
export interface Preferences {
  /** `undefined`: the language of the site. */
  readonly language: string | undefined
  readonly textSize: TextSize
  readonly theme: Theme
}

export const textSizes = ['standard', 'large', 'larger'] as const
export type TextSize = (typeof textSizes)[number]

/** `device`: as the device is set. */
export const themes = ['device', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

export const standardPreferences: Preferences = {
  language: undefined,
  textSize: 'standard',
  theme: 'device',
}

/** The cookie's value, such as `cy.large.dark`; a dash for the language of the site. */
export function formatPreferences({ language, textSize, theme }: Preferences): string {
  return [language ?? '-', textSize, theme].join('.')
}

/** What cannot be read is as if nothing had been set. */
export function parsePreferences(value: string | undefined): Preferences {
  const [language = '', size, look, ...rest] = (value ?? '').split('.')
  const textSize = textSizes.find((known) => known === size)
  const theme = themes.find((known) => known === look)
  const readable = /^(-|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/.test(language) && rest.length === 0
  if (!readable || textSize === undefined || theme === undefined) return standardPreferences
  return { language: language === '-' ? undefined : language, textSize, theme }
}
