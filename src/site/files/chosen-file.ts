/** A file that a reporter has chosen, and what has become of it so far. Pure. */
import type { Examined } from './examined.ts'

/** What to add: the original and a clean copy, only the copy, the file as it is, or nothing. */
export type Choice = 'both' | 'copy' | 'original' | 'none'

export type Phase =
  | 'looking'
  | 'asking'
  | 'refused'
  | 'waiting'
  | 'preparing'
  | 'sending'
  /** Without a line, and trying. */
  | 'seeking'
  /** No longer trying by itself. */
  | 'stopped'
  | 'added'
  | 'cancelled'

/** The original or the copy, on its way. */
export interface Part {
  readonly what: 'original' | 'copy'
  blob?: Blob | undefined
  /** What its upload is known by, once it has been started. */
  upload?: number | undefined
  /** Sealed bytes, once it is sealed. */
  size?: number | undefined
  stored: number
  isAdded: boolean
}

export interface ChosenFile {
  /** 1, 2, 3… on this page. */
  readonly place: number
  readonly file: File
  /** The name as it may be shown. */
  readonly name: string
  examined?: Examined | undefined
  choice: Choice
  phase: Phase
  /** Why it is refused, asked about again, or stopped: a whole sentence. */
  problem?: string | undefined
  parts: Part[]
}

export function newChosenFile(file: File, place: number, name: string): ChosenFile {
  return { place, file, name, choice: 'none', phase: 'looking', parts: [] }
}

/** What a reporter may choose for it; the first is what happens if they choose nothing. */
export function choicesOf({ examined, problem }: ChosenFile): readonly Choice[] {
  if (examined?.outcome !== 'taken') return []
  const canCopy = examined.canCopy && problem === undefined
  return canCopy ? ['both', 'copy', 'none'] : ['original', 'none']
}

export function partsFor({ choice, file }: ChosenFile): Part[] {
  const part = (what: Part['what']): Part => ({ what, stored: 0, isAdded: false })
  const original = { ...part('original'), blob: file }
  if (choice === 'both') return [original, part('copy')]
  return choice === 'copy' ? [part('copy')] : [original]
}

/** How much has arrived, 0 to 100. It reaches 100 only with the last byte. */
export function percentOf({ parts, file }: ChosenFile): number {
  // What is not sealed yet is reckoned by its size in clear.
  const sizes = parts.map(({ size, blob }) => size ?? blob?.size ?? file.size)
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  const stored = parts.reduce((sum, part) => sum + part.stored, 0)
  return whole === 0 ? 0 : Math.min(100, Math.floor((stored / whole) * 100))
}

/** Whether something still happens with it that leaving the page would end. */
export function isUnderWay({ phase }: ChosenFile): boolean {
  return ['waiting', 'preparing', 'sending', 'seeking', 'stopped'].includes(phase)
}
