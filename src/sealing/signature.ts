/** Signing what anybody may check. On the server only: browsers never sign for us. */
import {
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'

// What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410).
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The Ed25519 key that follows from a secret of 32 bytes and from what it is for. */
export function signingKey(secret: Buffer, purpose: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, 'signpost signing key v1', purpose, 32))
  const key = Buffer.concat([pkcs8Head, seed])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** In base64: 64 bytes. */
export function sign(text: string, key: KeyObject): string {
  return signBytes(null, Buffer.from(text), key).toString('base64')
}

/** The public half, as `openssl` reads it. */
export function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString()
}

/** @throws when the text is not a public key */
export function parsePublicPem(pem: string): KeyObject {
  return createPublicKey(pem)
}

export function isSigned(text: string, signature: string, key: KeyObject): boolean {
  return verifyBytes(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
}
