/** Names of files, as strangers give them: shown and saved only after they have passed here. Pure. */
import type { Kind } from './kinds.ts'

const longest = 120

/**
 * A name that is only a name: without folders, control characters, line ends and the characters that
 * make letters show in another order, and not longer than anybody reads. Empty where nothing is left.
 */
export function tidyFileName(name: string): string {
  const parts = name.slice(-4_096).split(/[/\\]/)
  const last = parts.filter((part) => part.trim() !== '').pop() ?? ''
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+|[\s.]+$/gu, '')
  return shortened(plain)
}

/** Lower case, without the dot; empty where there is none. */
export function extensionOf(name: string): string {
  const [, extension = ''] = /\.([\p{L}\p{N}-]{1,20})$/u.exec(tidyFileName(name)) ?? []
  return extension.toLowerCase()
}

/**
 * The name under which an officer's computer may keep it. It ends in what the bytes are, so that no
 * computer takes it for something else; what nobody recognised ends in `.bin`, which nothing opens.
 *
 * @param otherwise the name where the reporter's says nothing, such as `file-3`
 */
export function downloadName(name: string, kind: Kind, otherwise: string): string {
  const safe = tidyFileName(name).replace(/[<>:"|?*%$`'&;{}^!=,]/g, '_')
  const whole = safe === '' || isDevice(safe) ? otherwise : safe
  const extension = extensionOf(whole)
  if (archives.includes(extension) && kind.name === 'other') return whole
  const [ending = 'bin'] = kind.extensions
  return kind.extensions.includes(extension) ? whole : `${whole}.${ending}`
}

/** Kept as they are called, because an officer must be able to look into them; we never unpack one. */
const archives = ['zip', '7z', 'rar', 'tar', 'gz']

// Windows takes these for a device, with any extension.
function isDevice(name: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
}

// The end is kept, because the extension is there.
function shortened(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= longest) return name
  return `${letters.slice(0, longest - 21).join('')}…${letters.slice(-20).join('')}`
}
