/** The colours that a site may choose: the ground of its header and panels, and the text on it. */
export type Brand = { readonly colour: string; readonly textColour: string }

const hexColour = /^#[0-9a-f]{6}$/i

/**
 * CSS that follows the style sheet. High contrast keeps its own colours.
 *
 * @throws when a colour is not written as #rrggbb
 */
export function brandStyle({ colour, textColour }: Brand): string {
  for (const value of [colour, textColour]) {
    if (!hexColour.test(value)) throw new Error(`A brand colour is written #rrggbb, not "${value}"`)
  }
  return `:root{--brand:${colour};--brand-text:${textColour}}`
}
