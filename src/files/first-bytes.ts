/** What the beginning of a file says that it is. Nothing is ever unpacked. */
import type { KindName } from './kinds.ts'

/**
 * The kind that these bytes are, `other` for what nobody here knows, `runs` for programmes and for
 * documents that carry script. The extension decides only between kinds that begin alike.
 */
export function kindOfBytes(start: Uint8Array, extension: string): KindName | 'runs' {
  const head = latin1(start)
  const plain = kindBySignature(head)
  if (plain !== undefined) return plain
  if (head.slice(4, 8) === 'ftyp') return kindOfBoxes(head, extension)
  if (head.startsWith('PK\x03\x04')) return kindOfZip(head, extension)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return kindOfOldOffice(extension)
  if (head.slice(0, 1_024).includes('%PDF-')) return 'pdf'
  if (isText(start)) return carriesScript(head) ? 'runs' : 'text'
  return isProgramme(head) ? 'runs' : 'other'
}

/** What stands at which place. */
type Mark = readonly [place: number, text: string]

const signatures: readonly (readonly [KindName, ...(readonly Mark[])])[] = [
  ['jpeg', [0, '\xff\xd8\xff']],
  ['png', [0, '\x89PNG\r\n\x1a\n']],
  ['gif', [0, 'GIF87a']],
  ['gif', [0, 'GIF89a']],
  ['webp', [0, 'RIFF'], [8, 'WEBP']],
  ['wav', [0, 'RIFF'], [8, 'WAVE']],
  ['mov', [4, 'moov']],
  ['mov', [4, 'mdat']],
  ['mov', [4, 'wide']],
  ['mp3', [0, 'ID3']],
  ['mp3', [0, '\xff\xfb']],
  ['mp3', [0, '\xff\xfa']],
  ['mp3', [0, '\xff\xf3']],
  ['mp3', [0, '\xff\xf2']],
  ['aac', [0, '\xff\xf1']],
  ['aac', [0, '\xff\xf9']],
  ['ogg', [0, 'OggS']],
  ['amr', [0, '#!AMR']],
]

function kindBySignature(head: string): KindName | undefined {
  const found = signatures.find(([, ...marks]) =>
    marks.every(([place, text]) => head.startsWith(text, place)),
  )
  if (found !== undefined) return found[0]
  const isMatroska = head.startsWith('\x1aE\xdf\xa3')
  return isMatroska && head.slice(0, 80).includes('webm') ? 'webm' : undefined
}

// ISO base media: the brands say which of many formats this is; the first is the one meant.
function kindOfBoxes(head: string, extension: string): KindName {
  const length = Math.min(256, ((head.charCodeAt(2) & 255) << 8) | (head.charCodeAt(3) & 255))
  const brands = [head.slice(8, 12), ...(head.slice(16, length).match(/.{4}/gs) ?? [])]
  const [major = ''] = brands
  if (/^(avif|avis)$/.test(major)) return 'avif'
  if (/^(mif1|msf1|miaf)$/.test(major)) return brands.includes('avif') ? 'avif' : 'heic'
  if (/^he[iv][cxms]$/.test(major)) return 'heic'
  if (major === 'qt  ') return 'mov'
  if (/^3g/.test(major)) return '3gp'
  return /^M4[AB] $/.test(major) || /^m4[ab]$/.test(extension) ? 'm4a' : 'mp4'
}

const openDocuments = [
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'odt'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'ods'],
] as const

const officeFolders = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
] as const

function kindOfZip(head: string, extension: string): KindName | 'runs' {
  if (/^(META-INF\/|AndroidManifest\.xml)/.test(head.slice(30))) return 'runs'
  if (head.includes('vbaProject.bin')) return 'runs'
  const open = openDocuments.find(([mark]) => head.slice(30).startsWith(mark))
  if (open !== undefined) return open[1]
  if (!/\[Content_Types\]\.xml|_rels\/\.rels/.test(head)) return 'other'
  const office = officeFolders.find(([folder, kind]) => head.includes(folder) || kind === extension)
  return office === undefined ? 'other' : office[1]
}

function kindOfOldOffice(extension: string): KindName {
  return extension === 'doc' || extension === 'xls' || extension === 'ppt' ? extension : 'other'
}

function isText(start: Uint8Array): boolean {
  if (/^(\xff\xfe|\xfe\xff)/.test(latin1(start.subarray(0, 2)))) return true
  if (start.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  try {
    // `stream`: the last letter may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch {
    // Text of an older phone or spreadsheet, in a code page that we do not guess.
    return start.every((byte) => byte < 127 || byte > 159 || byte === 133 || byte === 146)
  }
}

// In UTF-16, every second byte is nothing.
function carriesScript(head: string): boolean {
  const text = head.replaceAll('\0', '').slice(0, 4_096)
  return (
    /^#!/.test(text) ||
    /<(!doctype\s+(html|svg)|html|svg|script|head|body|iframe|\?xml-stylesheet)[\s>:]/i.test(text)
  )
}

const programmes = [
  'MZ',
  'ZM',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '\xca\xfe\xd0\x0d',
  '\0asm',
  'dex\n',
  'L\0\0\0\x01\x14\x02\0',
  'FWS',
  'CWS',
  'ZWS',
]

function isProgramme(head: string): boolean {
  return programmes.some((mark) => head.startsWith(mark))
}

/** One letter a byte, so that bytes can be matched as text. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
