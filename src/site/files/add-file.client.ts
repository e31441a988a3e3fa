/** Adds one chosen file to a report: the copy is made first, then each part is hashed, sealed and sent. */
import type { ChosenFile, Part } from './chosen-file.ts'
import type { FileWork } from './file-work.client.ts'
import { noteFor } from './note-for.ts'
import type { RunOutcome, UploadWish } from './upload-wish.ts'

export type AddOutcome =
  | RunOutcome
  | { readonly outcome: 'no-copy'; readonly why: 'disturbed' | 'too-large' | 'unreadable' }

export interface AddTools {
  readonly work: FileWork
  /** Where files go, and to whom they are sealed. */
  readonly to: Pick<UploadWish, 'post' | 'mailboxName' | 'recipient'>
}

/** Goes on where an earlier call for the same file ended. Sends nothing before the copy is made. */
export async function addFile(chosen: ChosenFile, tools: AddTools): Promise<AddOutcome> {
  try {
    for (const part of chosen.parts) {
      const outcome = await makeCopy(chosen, part, tools)
      if (outcome !== undefined) return outcome
    }
    for (const part of chosen.parts) {
      const outcome = await addPart(chosen, part, tools)
      if (outcome.outcome !== 'added') return outcome
    }
    return { outcome: 'added' }
  } catch {
    // Whatever failed, no part of it counts as whole.
    return { outcome: 'unreadable' }
  }
}

/** Stops a file and takes back whatever arrived of it; whether nothing of it is left. */
export async function takeBack({ parts }: ChosenFile, work: FileWork): Promise<boolean> {
  const uploads = parts.flatMap(({ upload }) => upload ?? [])
  let isGone = true
  // A copy points at its original, so it goes first.
  for (const upload of uploads.reverse()) isGone = (await work('dropUpload', upload)) && isGone
  return isGone
}

async function makeCopy(
  { file }: ChosenFile,
  part: Part,
  { work }: AddTools,
): Promise<AddOutcome | undefined> {
  if (part.blob !== undefined) return undefined
  const drawn = await work('drawAgain', file)
  if (drawn.outcome === 'cannot') return { outcome: 'no-copy', why: drawn.why }
  part.blob = drawn.copy
  return undefined
}

async function addPart(
  chosen: ChosenFile,
  part: Part,
  { work, to }: AddTools,
): Promise<RunOutcome> {
  if (part.isAdded) return { outcome: 'added' }
  // Whoever cancels while a copy is made has begun no upload that could be stopped.
  if (chosen.phase === 'cancelled') return { outcome: 'cancelled' }
  if (part.upload === undefined) {
    part.upload = numberOf(chosen, part)
    const copyOf = part.what === 'copy' ? chosen.parts[0]?.upload : undefined
    const isAlone = copyOf === part.upload
    await work('startUpload', part.upload, {
      ...to,
      blob: part.blob ?? chosen.file,
      note: noteFor(chosen, part),
      copyOf: isAlone ? undefined : copyOf,
    })
  }
  const outcome = await work('runUpload', part.upload)
  part.isAdded = outcome.outcome === 'added'
  return outcome
}

function numberOf({ place }: ChosenFile, { what }: Part): number {
  return 2 * place + (what === 'copy' ? 1 : 0)
}
