import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { SignInName } from './officer.ts'
import { keyedHash } from './secret.ts'
import type { Counter } from './sign-in-pace.ts'

/**
 * A mark that a browser gets at its first sign-in. A stranger who keeps guessing at a name makes
 * that name slow for strangers, and leaves the officer’s own browser alone: it is counted apart.
 */
export type Familiar = string & { readonly __brand: 'Familiar' }

/** In seconds: how long a browser stays familiar. */
export const familiarLifetime = 90 * 24 * 60 * 60

interface Whose {
  readonly desk: string
  readonly name: SignInName
}

export function newFamiliar(secretKey: Buffer, whose: Whose): Familiar {
  const nonce = randomBytes(16).toString('base64url')
  return `${nonce}.${markOf(secretKey, whose, nonce).toString('base64url')}` as Familiar
}

/** What an attempt at a name is counted under: by the browser where it is familiar with that name. */
export function counterFor(secretKey: Buffer, whose: Whose, cookie: string | undefined): Counter {
  const nonce = familiarNonce(secretKey, whose, cookie)
  const parts = ['sign-in counter', whose.desk, whose.name, nonce ?? '']
  return keyedHash(secretKey, ...parts).toString('hex') as Counter
}

function familiarNonce(
  secretKey: Buffer,
  whose: Whose,
  cookie: string | undefined,
): string | undefined {
  const [nonce = '', mark = ''] = (cookie ?? '').split('.')
  const [given, expected] = [Buffer.from(mark, 'base64url'), markOf(secretKey, whose, nonce)]
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined
}

function markOf(secretKey: Buffer, { desk, name }: Whose, nonce: string): Buffer {
  return keyedHash(secretKey, 'familiar browser', desk, name, nonce)
}
