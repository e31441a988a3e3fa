/** What age can do and we never ask for, in the place of what would do it. */

const answer = (what: string) => (): never => {
  throw new Error(`${what} was left out: only post-quantum hybrid keys are taken here`)
}

export const p256 = leftOut('P-256')

export const scrypt = answer('a passphrase')

export const scalarMult = answer('a classic key')
export const scalarMultBase = answer('a classic key')

/** An object of which no part can be used. */
export function leftOut(what: string): object {
  return new Proxy({}, { get: answer(what) })
}
