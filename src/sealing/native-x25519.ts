/**
 * X25519 as the platform does it, in the place of `@noble/curves/ed25519.js`: the same numbers thirty
 * times as fast, where the library counts them in JavaScript.
 */
import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto'
import { randomBytes } from '@noble/hashes/utils.js'

const size = 32
// What stands before the 32 bytes of a key in DER: PKCS #8 and SubjectPublicKeyInfo (RFC 8410).
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicHead = Buffer.from('302a300506032b656e032100', 'hex')
const base = Uint8Array.of(9, ...new Uint8Array(size - 1))

export const x25519 = {
  lengths: { secretKey: size, publicKey: size, seed: size },
  keygen(seed: Uint8Array = randomBytes(size)) {
    const secretKey = Uint8Array.from(seed)
    return { secretKey, publicKey: getPublicKey(secretKey) }
  },
  getPublicKey,
  getSharedSecret,
}

function getPublicKey(secretKey: Uint8Array): Uint8Array {
  return getSharedSecret(secretKey, base)
}

/** @throws where the shared secret would be zero, as the library does */
function getSharedSecret(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const privateBytes = Buffer.concat([privateHead, secretKey])
  const publicBytes = Buffer.concat([publicHead, publicKey])
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: privateBytes, format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: publicBytes, format: 'der', type: 'spki' }),
  })
  privateBytes.fill(0)
  return new Uint8Array(secret)
}
