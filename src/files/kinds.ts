/** What kinds of file people may add. Pure: the same in the browser, on arrival and at the desk. */

export type Family = 'image' | 'video' | 'audio' | 'document' | 'text' | 'other'

export interface Kind {
  readonly name: KindName
  readonly family: Family
  /** Lower case, without the dot; the first is what a download gets. None for `other`. */
  readonly extensions: readonly string[]
}

export type KindName = (typeof kinds)[number]['name']

export const kinds = [
  { name: 'jpeg', family: 'image', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { name: 'png', family: 'image', extensions: ['png'] },
  { name: 'webp', family: 'image', extensions: ['webp'] },
  { name: 'gif', family: 'image', extensions: ['gif'] },
  { name: 'heic', family: 'image', extensions: ['heic', 'heif', 'hif'] },
  { name: 'avif', family: 'image', extensions: ['avif'] },
  { name: 'mp4', family: 'video', extensions: ['mp4', 'm4v'] },
  { name: 'mov', family: 'video', extensions: ['mov', 'qt'] },
  { name: 'webm', family: 'video', extensions: ['webm', 'weba'] },
  { name: '3gp', family: 'video', extensions: ['3gp', '3gpp', '3g2'] },
  { name: 'mp3', family: 'audio', extensions: ['mp3'] },
  { name: 'm4a', family: 'audio', extensions: ['m4a', 'm4b'] },
  { name: 'aac', family: 'audio', extensions: ['aac'] },
  { name: 'ogg', family: 'audio', extensions: ['ogg', 'oga', 'opus', 'ogv'] },
  { name: 'wav', family: 'audio', extensions: ['wav'] },
  { name: 'amr', family: 'audio', extensions: ['amr'] },
  { name: 'pdf', family: 'document', extensions: ['pdf'] },
  { name: 'docx', family: 'document', extensions: ['docx'] },
  { name: 'xlsx', family: 'document', extensions: ['xlsx'] },
  { name: 'pptx', family: 'document', extensions: ['pptx'] },
  { name: 'odt', family: 'document', extensions: ['odt'] },
  { name: 'ods', family: 'document', extensions: ['ods'] },
  { name: 'doc', family: 'document', extensions: ['doc'] },
  { name: 'xls', family: 'document', extensions: ['xls'] },
  { name: 'ppt', family: 'document', extensions: ['ppt'] },
  { name: 'text', family: 'text', extensions: ['txt', 'csv', 'md', 'log', 'json', 'vcf', 'eml'] },
  { name: 'other', family: 'other', extensions: [] },
] as const satisfies readonly { name: string; family: Family; extensions: readonly string[] }[]

export function kindOf(name: KindName): Kind {
  return kinds.find((kind) => kind.name === name) ?? other
}

/** Whether a copy without hidden details can be made of it, here or in a browser. */
export function canBeCleaned({ name, family }: Kind): boolean {
  return family === 'image' && name !== 'heic'
}

/** Whether the kind has nowhere to hide a detail. */
export function hidesNothing({ family }: Kind): boolean {
  return family === 'text'
}

const other: Kind = { name: 'other', family: 'other', extensions: [] }
