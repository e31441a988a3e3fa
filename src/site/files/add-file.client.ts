/** Brings one chosen file to the service: the copy is made, then each part is hashed, sealed and sent. */
import type { ChosenFile, Part } from './chosen-file.ts'
import type { FileWork } from './file-work.client.ts'
import { noteFor } from './note-for.ts'
import { newUpload, type UploadOutcome, type UploadTools } from './upload.ts'
import type { UploadRequests } from './upload-requests.ts'

export type AddOutcome =
  | Exclude<UploadOutcome, { readonly outcome: 'gone' }>
  | { readonly outcome: 'no-copy'; readonly why: 'disturbed' | 'too-large' | 'unreadable' }
  /** The file is not as it was when it was chosen, or no longer there. */
  | { readonly outcome: 'unreadable' }

export interface AddTools {
  readonly work: FileWork
  readonly requests: UploadRequests
  /** Of the report. */
  readonly recipient: string
  readonly onPhase: (phase: 'preparing' | 'sending' | 'seeking') => void
  /** Waits so many milliseconds, or until there may be a line again. */
  readonly wait: UploadTools['wait']
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
    // Reading the file or sealing it failed: what arrived of it never counts as whole.
    return { outcome: chosen.cancel.signal.aborted ? 'cancelled' : 'unreadable' }
  }
}

/** Takes back whatever arrived of a file; whether nothing of it is left. */
export async function takeBack(parts: readonly Part[], requests: UploadRequests): Promise<boolean> {
  const ids = parts.flatMap(({ upload }) => upload?.id() ?? [])
  let isGone = true
  // A copy points at its original, so it goes first.
  for (const id of ids.reverse()) isGone = (await requests.drop(id)) && isGone
  return isGone
}

async function makeCopy(
  { file }: ChosenFile,
  part: Part,
  { work, onPhase }: AddTools,
): Promise<AddOutcome | undefined> {
  if (part.blob !== undefined) return undefined
  onPhase('preparing')
  const drawn = await work('drawAgain', file)
  if (drawn.outcome === 'cannot') return { outcome: 'no-copy', why: drawn.why }
  part.blob = drawn.copy
  return undefined
}

const mostSeals = 3

async function addPart(chosen: ChosenFile, part: Part, tools: AddTools): Promise<AddOutcome> {
  const { signal } = chosen.cancel
  for (let seals = 1; seals <= mostSeals; seals += 1) {
    if (part.isAdded) return { outcome: 'added' }
    tools.onPhase('preparing')
    part.upload ??= await sealed(chosen, part, tools)
    tools.onPhase('sending')
    const outcome = await part.upload.run(signal)
    part.isAdded = outcome.outcome === 'added'
    if (outcome.outcome !== 'gone') return outcome
    // What the service lost has to be sealed and sent anew.
    part.upload = undefined
    part.stored = 0
  }
  return { outcome: 'stopped' }
}

async function sealed(chosen: ChosenFile, part: Part, tools: AddTools) {
  const { work, requests, recipient, onPhase, wait } = tools
  const blob = part.blob ?? chosen.file
  const sha256 = await hashOf(blob, chosen.cancel.signal, work)
  const note = await work('sealNote', noteFor(chosen, part, sha256), recipient)
  const { handle, size } = await work('startSeal', blob, recipient)
  const copyOf = part.what === 'copy' ? chosen.parts[0]?.upload?.id() : undefined
  const source = { size, more: () => work('sealMore', handle) }
  chosen.cancel.signal.addEventListener('abort', () => void work('forget', handle))
  const onStored = (bytes: number) => {
    part.stored = bytes
    onPhase('sending')
  }
  const onSilence = () => onPhase('seeking')
  return newUpload({ note, copyOf }, source, { requests, onStored, onSilence, wait })
}

async function hashOf(blob: Blob, signal: AbortSignal, work: FileWork): Promise<string> {
  const handle = await work('startHash', blob)
  for (;;) {
    const hash = await work('hashMore', handle)
    if (typeof hash === 'string') return hash
    signal.throwIfAborted()
  }
}
