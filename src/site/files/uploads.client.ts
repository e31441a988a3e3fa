/** Hashes, seals and sends parts of files, beside the page: each is known there by a number. */
import { parseRecipient } from '../../sealing/identity.ts'
import { seal } from '../../sealing/seal.ts'
import { hashFile } from './hash-file.client.ts'
import { sealedSource } from './sealed-source.client.ts'
import { newUpload, type Upload } from './upload.ts'
import { type UploadRequests, uploadRequests } from './upload-requests.ts'
import { hashMark, type RunOutcome, type UploadNews, type UploadWish } from './upload-wish.ts'
import { waitForLine } from './wait-for-line.client.ts'

interface Running {
  readonly wish: UploadWish
  readonly requests: UploadRequests
  upload?: Upload
  readonly cancel: AbortController
}

const uploads = new Map<number, Running>()
let tell: (news: UploadNews) => void = () => undefined

/** @param listener hears the news of all uploads */
export function listenToUploads(listener: (news: UploadNews) => void): void {
  tell = listener
}

/** @param number is the page's own, and not in use */
export async function startUpload(number: number, wish: UploadWish): Promise<void> {
  const requests = uploadRequests(wish.post, wish.mailboxName)
  uploads.set(number, { wish, requests, cancel: new AbortController() })
}

const mostSeals = 3

/** Sends what is missing; may be run again after it has stopped or found no room. */
export async function runUpload(number: number): Promise<RunOutcome> {
  const running = uploads.get(number)
  if (running === undefined) return { outcome: 'cancelled' }
  const { signal } = running.cancel
  try {
    for (let seals = 1; seals <= mostSeals; seals += 1) {
      running.upload ??= await sealed(number, running)
      const outcome = await running.upload.run(signal)
      if (outcome.outcome !== 'gone') return outcome
      // What the service lost has to be sealed and sent anew.
      delete running.upload
    }
    return { outcome: 'stopped' }
  } catch {
    // Reading the file or sealing it failed: what arrived of it never counts as whole.
    return { outcome: signal.aborted ? 'cancelled' : 'unreadable' }
  }
}

/** Stops an upload and takes back what arrived of it; whether nothing of it is left. */
export async function dropUpload(number: number): Promise<boolean> {
  const running = uploads.get(number)
  uploads.delete(number)
  running?.cancel.abort()
  const id = running?.upload?.id()
  return id === undefined || running === undefined || running.requests.drop(id)
}

async function sealed(number: number, { wish, requests, cancel }: Running): Promise<Upload> {
  const { blob, recipient } = wish
  const hash = await hashFile(blob, cancel.signal)
  const note = await seal(wish.note.replace(hashMark, hash), [parseRecipient(recipient)])
  const original = wish.copyOf === undefined ? undefined : uploads.get(wish.copyOf)
  const source = await sealedSource(blob, recipient)
  const news = { upload: number, size: source.size, stored: 0, isSeeking: false }
  const onStored = (stored: number) => tell(Object.assign(news, { stored, isSeeking: false }))
  const onSilence = () => tell(Object.assign(news, { isSeeking: true }))
  const tools = { requests, onStored, onSilence, wait: waitForLine }
  return newUpload({ note, copyOf: original?.upload?.id() }, source, tools)
}
