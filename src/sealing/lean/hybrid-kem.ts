/**
 * ML-KEM-768 with X25519 (X-Wing), in the place of `@noble/post-quantum/hybrid.js`: that one makes
 * every combination with the NIST curves as it loads.
 */
import { sha3_256, shake256 } from '@noble/hashes/sha3.js'
import { concatBytes, randomBytes } from '@noble/hashes/utils.js'
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js'
import { leftOut } from './left-out.ts'
import { x25519 } from './x25519.ts'

const mlKemPublic = 1184
const mlKemCipher = 1088
const label = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c)

export const MLKEM768P256 = leftOut('P-256')

export const MLKEM768X25519 = { getPublicKey, encapsulate, decapsulate }

/** @param seed the whole secret, 32 bytes */
function getPublicKey(seed: Uint8Array): Uint8Array {
  const { publicKey, ours } = keysOf(seed)
  return concatBytes(publicKey, x25519.getPublicKey(ours))
}

/** @param random 64 bytes: the message of ML-KEM, then the one-use key of X25519 */
function encapsulate(recipient: Uint8Array, random: Uint8Array = randomBytes(64)) {
  const theirs = recipient.subarray(mlKemPublic)
  const ours = random.subarray(32)
  const mlKem = ml_kem768.encapsulate(recipient.subarray(0, mlKemPublic), random.subarray(0, 32))
  const share = x25519.getPublicKey(ours)
  const secret = x25519.getSharedSecret(ours, theirs)
  return {
    cipherText: concatBytes(mlKem.cipherText, share),
    sharedSecret: combine(mlKem.sharedSecret, secret, share, theirs),
  }
}

function decapsulate(cipherText: Uint8Array, seed: Uint8Array): Uint8Array {
  const { secretKey, ours } = keysOf(seed)
  const share = cipherText.subarray(mlKemCipher)
  const mlKem = ml_kem768.decapsulate(cipherText.subarray(0, mlKemCipher), secretKey)
  const secret = x25519.getSharedSecret(ours, share)
  return combine(mlKem, secret, share, x25519.getPublicKey(ours))
}

function keysOf(seed: Uint8Array) {
  const expanded = shake256(seed, { dkLen: 96 })
  return { ...ml_kem768.keygen(expanded.subarray(0, 64)), ours: expanded.subarray(64) }
}

function combine(...parts: readonly Uint8Array[]): Uint8Array {
  return sha3_256(concatBytes(...parts, label))
}
