/** The four ways of writing bytes that sealing needs, in the place of `@scure/base`. */

const charset = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'

export const base64 = coder((text) => text)
export const base64nopad = coder(bare)
export const base64urlnopad = coder((text) => bare(text).replaceAll('+', '-').replaceAll('/', '_'))

export const bech32 = {
  encode,
  decode,
  encodeFromBytes: (prefix: string, bytes: Uint8Array) => encode(prefix, toWords(bytes)),
  decodeToBytes: (text: string) => {
    const { prefix, words } = decode(text)
    return { prefix, words, bytes: fromWords(words) }
  },
  toWords,
  fromWords,
}

/** @param spelled how this way writes what the browser’s own way gives */
function coder(spelled: (text: string) => string) {
  const write = (bytes: Uint8Array): string => {
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return spelled(btoa(text))
  }
  return {
    encode: write,
    /** @throws Error where the text is not exactly what `encode` makes */
    decode(text: string): Uint8Array {
      const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
      const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
      if (write(bytes) !== text) throw new Error('not base64')
      return bytes
    },
  }
}

function bare(text: string): string {
  return text.replaceAll('=', '')
}

/** As BIP 173 says, but as long as one likes. */
function encode(prefix: string, words: readonly number[]): string {
  const low = prefix.toLowerCase()
  const sum = checksum(low, [...words, 0, 0, 0, 0, 0, 0]) ^ 1
  const tail = [25, 20, 15, 10, 5, 0].map((shift) => (sum >> shift) & 31)
  return `${low}1${[...words, ...tail].map((word) => charset[word]).join('')}`
}

/** @throws Error where the checksum is wrong, or upper and lower case are mixed */
function decode(text: string): { prefix: string; words: number[] } {
  const low = text.toLowerCase()
  const end = low.lastIndexOf('1')
  const prefix = low.slice(0, end)
  const words = Array.from(low.slice(end + 1), (letter) => charset.indexOf(letter))
  const isWhole = end > 0 && words.length >= 6 && !words.includes(-1)
  const isOneCase = text === low || text === text.toUpperCase()
  if (!isWhole || !isOneCase || checksum(prefix, words) !== 1) throw new Error('not bech32')
  return { prefix: text.slice(0, end), words: words.slice(0, -6) }
}

function checksum(prefix: string, words: readonly number[]): number {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0))
  const all = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...words]
  return all.reduce(step, 1)
}

function step(sum: number, word: number): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
  return generator.reduce(
    (next, part, bit) => next ^ (((sum >> (25 + bit)) & 1) * part),
    ((sum & 0x1ffffff) << 5) ^ word,
  )
}

function toWords(bytes: Uint8Array): number[] {
  return regroup(bytes, 8, 5, true)
}

/** @throws Error where bits are left over that say something, or more than there can be */
function fromWords(words: readonly number[]): Uint8Array {
  const bytes = Uint8Array.from(regroup(words, 5, 8, false))
  if (toWords(bytes).join() !== words.join()) throw new Error('not whole bytes')
  return bytes
}

/** The same bits in groups of another size; with `whole`, the last group is filled up with zeros. */
function regroup(groups: Iterable<number>, from: number, to: number, whole: boolean): number[] {
  const regrouped: number[] = []
  let bits = 0
  let count = 0
  for (const group of groups) {
    bits = ((bits << from) | group) & 0xffff
    for (count += from; count >= to; count -= to)
      regrouped.push((bits >> (count - to)) & (2 ** to - 1))
  }
  if (whole && count > 0) regrouped.push((bits << (to - count)) & (2 ** to - 1))
  return regrouped
}
