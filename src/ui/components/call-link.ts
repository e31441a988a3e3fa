import { type Html, html } from '../html.ts'
import { classes } from './attributes.ts'
import { icon } from './icon.ts'

export type CallLinkOptions = Readonly<{
  /** `tel:` or `sms:`. */
  href: string
  /** What it does, with the number in it: “Call 999”. */
  text: string
  /** In the one strong colour: only for danger now. */
  danger?: boolean | undefined
  /** As large as it can be: where it comes before everything else. */
  wide?: boolean | undefined
}>

/** A number to tap. It looks like what it is: the way to a person. */
export function callLink({ href, text, danger, wide }: CallLinkOptions): Html {
  const name = classes('call', danger && 'call--danger', wide && 'call--wide')
  const drawing = icon(href.startsWith('sms:') ? 'message' : 'phone')
  return html`<a class="${name}" href="${href}">${drawing}<span>${wholeNumber(text)}</span></a>`
}

/**
 * The number keeps to one line, and keeps its order where people read from right to left: the
 * bidirectional algorithm takes digits around a no-break space for one number.
 */
function wholeNumber(text: string): string {
  return text.replace(/(?<=\d) (?=\d)/g, '\u00A0')
}
