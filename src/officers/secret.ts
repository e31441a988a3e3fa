import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits in a link or a cookie, base64url: 43 characters. We keep only its hash. */
export type Secret = string & { readonly __brand: 'Secret' }

/** SHA-256 of a secret, in hex. */
export type SecretHash = string & { readonly __brand: 'SecretHash' }

export function newSecret(): Secret {
  return randomBytes(32).toString('base64url') as Secret
}

/** A secret as it came back; anything of another shape is `undefined`. */
export function parseSecret(text: string | undefined): Secret | undefined {
  return text !== undefined && /^[\w-]{43}$/.test(text) ? (text as Secret) : undefined
}

export function hashOf(secret: Secret): SecretHash {
  return createHash('sha256').update(secret).digest('hex') as SecretHash
}

/**
 * 32 bytes that only the holder of the server’s key can make again. The parts are told apart, so
 * that ("ab", "c") and ("a", "bc") differ; the first says what the bytes are for.
 */
export function keyedHash(secretKey: Buffer, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', secretKey).update(JSON.stringify(parts)).digest()
}
