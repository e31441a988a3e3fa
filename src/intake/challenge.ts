import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a browser is asked for before it sends. */
export interface Terms {
  readonly challenge: string
  /** For `findWork`; 0 asks for nothing. */
  readonly bits: number
}

interface Issued {
  readonly bits: number
  /** Milliseconds since it was asked. */
  readonly age: number
}

const lifetime = 15 * 60_000

/** Nothing of it is kept: that it is ours shows in its last part. */
export function newTerms(site: string, bits: number, now: Date, key: Buffer): Terms {
  const head = `${now.getTime().toString(36)}.${bits}`
  return { challenge: `${head}.${proofOf(site, head, key)}`, bits }
}

/** What a challenge of ours asked for; `undefined` for any other, and after a quarter of an hour. */
export function readChallenge(
  challenge: string,
  site: string,
  now: Date,
  key: Buffer,
): Issued | undefined {
  const [, head = '', at = '', bits = '', proof = ''] =
    /^(([0-9a-z]{1,9})\.(\d{1,2}))\.([\w-]{43})$/.exec(challenge) ?? []
  if (!isSame(proof, proofOf(site, head, key))) return undefined
  const age = now.getTime() - Number.parseInt(at, 36)
  return age < 0 || age > lifetime ? undefined : { bits: Number(bits), age }
}

function proofOf(site: string, head: string, key: Buffer): string {
  return createHmac('sha256', key)
    .update(`signpost challenge v1 ${site} ${head}`)
    .digest('base64url')
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
