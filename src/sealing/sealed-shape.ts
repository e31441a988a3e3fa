/** What a sealed text shows of itself to those who cannot open it. */
export interface SealedShape {
  /** For how many keys it is. */
  readonly recipients: number
  /** How many bytes are sealed in it. */
  readonly size: number
}

const armoured =
  /^-----BEGIN AGE ENCRYPTED FILE-----\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{2,64}={0,2})\n-----END AGE ENCRYPTED FILE-----\n$/
const header =
  /^age-encryption\.org\/v1\n((?:-> mlkem768x25519 [A-Za-z0-9+/]{1494}\n[A-Za-z0-9+/]{43}\n)+)--- [A-Za-z0-9+/]{43}\n/
const stanzaLength = 18 + 1494 + 1 + 43 + 1
const nonce = 16
const tag = 16
const chunk = 64 * 1024

/** Enough of the text for the keys of five, in base64. */
const headText = 12_288

/** `undefined` for anything but an armoured age file that is sealed to post-quantum hybrid keys alone. */
export function sealedShapeOf(text: string): SealedShape | undefined {
  const [, lines = ''] = armoured.exec(text) ?? []
  const coded = lines.replaceAll('\n', '')
  if (coded === '' || coded.length % 4 !== 0) return undefined
  const [whole = '', stanzas = ''] = header.exec(atob(coded.slice(0, headText))) ?? []
  if (whole === '') return undefined
  const bytes = (coded.length / 4) * 3 - paddingOf(coded)
  const payload = bytes - whole.length - nonce
  const size = payload - tag * Math.ceil(payload / (chunk + tag))
  return size < 0 ? undefined : { recipients: stanzas.length / stanzaLength, size }
}

function paddingOf(coded: string): number {
  return Number(coded.endsWith('=')) + Number(coded.endsWith('=='))
}
