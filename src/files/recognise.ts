/** What a file is, by its first bytes and its name. Pure: the same in the browser, on arrival and at the desk. */
import { extensionOf } from './file-name.ts'
import { kindOfBytes } from './first-bytes.ts'
import { type Kind, kindOf, kinds } from './kinds.ts'

export type Recognised =
  | {
      readonly outcome: 'taken'
      readonly kind: Kind
      /** Off where the name says another kind than the bytes do. The bytes are believed. */
      readonly nameFits: boolean
    }
  /** `runs`: opening it could run a programme on the computer of whoever opens it. */
  | { readonly outcome: 'refused'; readonly why: 'empty' | 'runs' }

/** How many bytes of the beginning tell what a file is. */
export const tellingBytes = 8_192

/**
 * What a file is: its bytes decide, and its name is compared with them. Phones give pictures wrong
 * names every day, so a name that does not fit is told and not punished.
 *
 * @param start the first `tellingBytes` of the file, or all of a shorter one
 */
export function recognise(name: string, start: Uint8Array): Recognised {
  if (start.length === 0) return { outcome: 'refused', why: 'empty' }
  const extension = extensionOf(name)
  const found = kindOfBytes(start.subarray(0, tellingBytes), extension)
  if (found === 'runs') return { outcome: 'refused', why: 'runs' }
  const kind = kindOf(found)
  if (!isHarmlessByItself(kind) && running.has(extension))
    return { outcome: 'refused', why: 'runs' }
  return { outcome: 'taken', kind, nameFits: fits(kind, extension) }
}

// What these bytes are is certain, and no computer runs them, whatever they are called.
function isHarmlessByItself({ family, name }: Kind): boolean {
  return family === 'image' || family === 'video' || family === 'audio' || name === 'pdf'
}

function fits(kind: Kind, extension: string): boolean {
  if (kind.name === 'other') return !kinds.some(({ extensions }) => includes(extensions, extension))
  if (kind.name === 'text') return extension === '' || !isOfAnother(kind, extension)
  return extension === '' || includes(kind.extensions, extension)
}

function isOfAnother(kind: Kind, extension: string): boolean {
  return kinds.some(({ name, extensions }) => name !== kind.name && includes(extensions, extension))
}

function includes(extensions: readonly string[], extension: string): boolean {
  return extensions.includes(extension)
}

/** Names that make a computer run what is in the file, or what it points to. */
const running: ReadonlySet<string> = new Set(
  `app appimage application appref-ms appx apk bat bash chm cmd com command cpl csh deb desktop dll
  dmg docm dotm exe gadget hta htm html img inf iso jar js jse ksh lnk mde mht mhtml mjs msc msi
  msix msp mst php pif pkg pl potm ppam ppsm pptm ps1 psm1 py reg rpm rb scf scr settingcontent-ms
  sh shtml sldm svg svgz swf url vb vbe vbs vhd vhdx ws wsc wsf wsh xbap xht xhtml xlam xll xlsm xltm
  xsl xslt zsh`.split(/\s+/),
)
