import { Fault } from './fault.ts'

/** The fields of a posted form, in the order sent; a name may have several values. */
export type Form = ReadonlyMap<string, readonly string[]>

const mostFields = 400

/**
 * Reads `application/x-www-form-urlencoded`, strictly: bad UTF-8 and bad escapes are refused, because
 * a browser never sends them and guessing would change what a person wrote.
 *
 * @throws Fault 400
 */
export function parseForm(body: Uint8Array): Form {
  const form = new Map<string, string[]>()
  const text = decodeUtf8(body)
  const pairs = text === '' ? [] : text.split('&')
  if (pairs.length > mostFields) throw new Fault(400, 'too many fields')
  for (const pair of pairs) {
    const [name = '', ...value] = pair.split('=')
    const values = form.get(unescaped(name)) ?? []
    form.set(unescaped(name), [...values, lines(unescaped(value.join('=')))])
  }
  return form
}

/**
 * Refuses a form that has fields which its page never had, and what is no form: JSON, or nothing.
 *
 * @throws Fault 400
 */
export function expectFields(form: Form, names: readonly string[]): Form {
  if (!(form instanceof Map)) throw new Fault(400, 'not a form')
  for (const name of form.keys()) if (!names.includes(name)) throw new Fault(400, 'unknown field')
  return form
}

/** The one value of a field; the first where several came; empty where none did. */
export function field(form: Form, name: string): string {
  return form.get(name)?.[0] ?? ''
}

function decodeUtf8(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new Fault(400, 'not UTF-8')
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new Fault(400, 'bad escape')
  }
}

// Browsers send line ends as CRLF; NUL cannot be typed and some stores cannot hold it.
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '')
}
