import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** The SHA-256 of what is too long for memory, taken in as it is read. */
export interface RunningHash {
  readonly add: (bytes: Uint8Array) => void
  /** 64 hexadecimal digits. Nothing can be added afterwards. */
  readonly digest: () => string
}

export function newRunningHash(): RunningHash {
  const hash = sha256.create()
  return {
    add: (bytes) => {
      hash.update(bytes)
    },
    digest: () => bytesToHex(hash.digest()),
  }
}
