import { escapeHtml, type Html, trusted } from '../html.ts'

/** Attributes by name. `true` leaves the bare name; `false` and `undefined` leave nothing. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Attributes as they stand inside a tag, each after a space. */
export function attributes(values: Attributes): Html {
  const written = Object.entries(values).map(([name, value]) => attribute(name, value))
  return trusted(written.join(''))
}

/** Class names joined by spaces; absent ones are left out. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

function attribute(name: string, value: Attributes[string]): string {
  if (value === undefined || value === false) return ''
  if (value === true) return ` ${escapeHtml(name)}`
  return ` ${escapeHtml(name)}="${escapeHtml(String(value))}"`
}
