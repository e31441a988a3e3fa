/** Opens what is sealed of a file, with the report’s own key: in the officer’s browser, or in memory for one request. */
import type { Identity } from '../sealing/identity.ts'
import { open } from '../sealing/seal.ts'
import { type FileNote, readFileNote } from './file-note.ts'
import type { StoredFile } from './stored-file.ts'

export type OpenedNote =
  | { readonly outcome: 'opened'; readonly note: FileNote }
  /** It opened, and says nothing that we can show. */
  | { readonly outcome: 'unreadable' | 'damaged' }

export async function openFileNote(
  { note: sealed }: Pick<StoredFile, 'note'>,
  identity: Identity,
): Promise<OpenedNote> {
  const opened = await open(sealed, identity)
  if (opened.outcome !== 'opened') return { outcome: 'damaged' }
  const note = readFileNote(opened.text)
  return note === undefined ? { outcome: 'unreadable' } : { outcome: 'opened', note }
}
