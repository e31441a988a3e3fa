/**
 * A path of ours to go back to, taken from a form. Anything that could lead elsewhere, such as
 * `//other.example`, a backslash or a scheme, becomes the front page.
 */
export function localPath(text: string): string {
  return /^\/(?![/\\])[\w/.~%-]*$/.test(text) && !text.includes('..') ? text : '/'
}
