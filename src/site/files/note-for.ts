import { type FileNote, writeFileNote } from '../../files/file-note.ts'
import type { KindName } from '../../files/kinds.ts'
import type { ChosenFile, Part } from './chosen-file.ts'
import { hashMark } from './upload-wish.ts'

/** What is said of a part of a chosen file, but for its hash, which is not known yet. */
export function noteFor(chosen: ChosenFile, part: Part): string {
  const { examined } = chosen
  if (examined?.outcome !== 'taken') throw new Error('only a file that is taken has a note')
  const isCopy = part.what === 'copy'
  const type = isCopy ? copyKind(part.blob?.type) : examined.kind
  const note: FileNote = {
    kind: 'signpost file',
    version: 1,
    name: isCopy ? copyName(chosen, type) : chosen.name,
    type,
    nameFits: isCopy || examined.nameFits,
    size: (part.blob ?? chosen.file).size,
    sha256: hashMark,
    role: isCopy ? 'cleaned' : 'original',
    tells: chosen.choice === 'copy' ? { outcome: 'read', details: [] } : examined.tells,
    added: new Date().toISOString().slice(0, 10),
    sealed: 'in the browser',
  }
  return writeFileNote(note)
}

function copyKind(type: string | undefined): KindName {
  if (type === 'image/png') return 'png'
  return type === 'image/webp' ? 'webp' : 'jpeg'
}

// Phones call a photo by the moment at which it was taken: a copy without hidden details must not.
function copyName({ choice, name, place }: ChosenFile, type: KindName): string {
  const extension = type === 'jpeg' ? 'jpg' : type
  const base = choice === 'copy' ? `picture-${place}` : name.replace(/\.[^.]*$/, '')
  return `${base}.${extension}`
}
