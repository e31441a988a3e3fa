/**
 * X25519 by the ladder alone, in the place of `@noble/curves/ed25519.js`: that one brings the whole
 * Edwards curve along, to make one multiplication in three faster.
 */
import { montgomery } from '@noble/curves/abstract/montgomery.js'

const P = 2n ** 255n - 19n

export const x25519 = montgomery({ P, type: 'x25519', powPminus2, adjustScalarBytes })

/** x^(P-2), which is 1/x: the exponent is public, so its bits may be walked. */
function powPminus2(x: bigint): bigint {
  let power = 1n
  for (const bit of (P - 2n).toString(2)) {
    power = (power * power) % P
    if (bit === '1') power = (power * x) % P
  }
  return power
}

/** RFC 7748, section 5. */
function adjustScalarBytes(bytes: Uint8Array): Uint8Array {
  bytes[0] = (bytes[0] ?? 0) & 248
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64
  return bytes
}
