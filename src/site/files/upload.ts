/** Brings one sealed file to the service in pieces, and goes on where a dropped line broke it off. */
import { nextPieceSize, pauseAfter, smallestFirst } from './upload-pace.ts'
import type { NewFile, UploadAnswer, UploadRequests } from './upload-requests.ts'

/** A file as it is being sealed. It can be read once only. */
export interface SealedSource {
  /** Sealed bytes in all. */
  readonly size: number
  /** The sealed bytes that follow; asked for until `size` have come. Throws when the file cannot be read. */
  readonly more: () => Promise<Uint8Array>
}

export type UploadOutcome =
  | { readonly outcome: 'added' }
  | { readonly outcome: 'cancelled' }
  /** The service lost the file or never had it: it has to be sealed and sent anew. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'no-room' }
  | { readonly outcome: 'refused'; readonly problem: string }
  /** Tried long enough. Running it again goes on from here. */
  | { readonly outcome: 'stopped' }

export interface Upload {
  /** Sends what is missing. May be run again after it has stopped or found no room. */
  readonly run: (signal: AbortSignal) => Promise<UploadOutcome>
  /** Sealed bytes in all. */
  readonly size: number
  /** What the service calls it; `undefined` before it has begun. */
  readonly id: () => string | undefined
}

export interface UploadTools {
  readonly requests: Pick<UploadRequests, 'begin' | 'add' | 'where'>
  /** How many sealed bytes the service has. */
  readonly onStored: (bytes: number) => void
  /** Nothing has come of the last try, and another follows. */
  readonly onSilence: () => void
  /** Waits so many milliseconds, or until there may be a line again. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

const mostFailures = 8

/**
 * A seal cannot be made twice, because its key is forgotten as it is made. So the bytes that the
 * service has not yet confirmed are kept, at most one piece of them: memory stays flat, and after a
 * dropped line nothing has to be sealed again.
 */
export function newUpload(
  about: Omit<NewFile, 'size'>,
  source: SealedSource,
  tools: UploadTools,
): Upload {
  const transfer = newTransfer(about, source, tools)
  const run = async (signal: AbortSignal): Promise<UploadOutcome> => {
    // After a silence only the service knows how much of it arrived.
    transfer.doubt()
    let failures = 0
    while (failures < mostFailures && !signal.aborted) {
      const step = await transfer.step(signal)
      if (isEnd(step) && !signal.aborted) return step
      failures = await afterwards(step, failures, signal)
    }
    return { outcome: signal.aborted ? 'cancelled' : 'stopped' }
  }
  /** How many tries in a row have failed by now. */
  const afterwards = async ({ outcome }: Step, failures: number, signal: AbortSignal) => {
    if (outcome === 'moved') return 0
    if (outcome === 'known') return failures
    tools.onSilence()
    await tools.wait(pauseAfter(failures + 1), signal)
    return failures + 1
  }
  return { run, size: source.size, id: transfer.id }
}

type End = Exclude<UploadOutcome, { readonly outcome: 'cancelled' | 'stopped' }>

type Step =
  | End
  /** More of it is with the service than before. */
  | { readonly outcome: 'moved' }
  /** It is known how much is with the service. */
  | { readonly outcome: 'known' }
  | { readonly outcome: 'trouble' }

function isEnd(step: Step): step is End {
  return !['moved', 'known', 'trouble'].includes(step.outcome)
}

function newTransfer(about: Omit<NewFile, 'size'>, source: SealedSource, tools: UploadTools) {
  const held = holding(source)
  let id: string | undefined
  let isSure = false
  let size = smallestFirst
  const begin = async (signal: AbortSignal): Promise<UploadAnswer> => {
    const answer = await tools.requests.begin({ ...about, size: source.size }, signal)
    if (answer.outcome !== 'begun') return answer
    id = answer.id
    return { outcome: 'stored', offset: 0 }
  }
  const send = async (known: string, signal: AbortSignal): Promise<UploadAnswer> => {
    const piece = await held.take(size)
    const began = performance.now()
    const answer = await tools.requests.add(known, { offset: held.sent(), bytes: piece }, signal)
    const took = answer.outcome === 'stored' ? performance.now() - began : undefined
    size = nextPieceSize(size, took)
    return answer
  }
  const ask = (signal: AbortSignal): Promise<UploadAnswer> => {
    if (id === undefined) return begin(signal)
    return isSure ? send(id, signal) : tools.requests.where(id, signal)
  }
  const step = async (signal: AbortSignal): Promise<Step> => {
    const [before, hasSent] = [held.sent(), isSure]
    const answer = await ask(signal)
    isSure = answer.outcome === 'stored'
    if (answer.outcome !== 'stored') return answer
    if (!held.moveTo(answer.offset)) return { outcome: 'gone' }
    tools.onStored(held.sent())
    if (held.sent() === source.size) return { outcome: 'added' }
    if (held.sent() > before) return { outcome: 'moved' }
    return { outcome: hasSent ? 'trouble' : 'known' }
  }
  const doubt = () => {
    isSure = false
  }
  return { step, doubt, id: () => id }
}

interface Holding {
  readonly sent: () => number
  /** The next bytes to send: at most `size`, fewer at the end only. */
  readonly take: (size: number) => Promise<Uint8Array>
  /** Forgets what the service has. False when the service is at a place that is no longer here. */
  readonly moveTo: (offset: number) => boolean
}

function holding(source: SealedSource): Holding {
  let sent = 0
  let bytes: Uint8Array = new Uint8Array(0)
  return {
    sent: () => sent,
    take: async (size) => {
      const parts = [bytes]
      for (let had = bytes.length; had < size && sent + had < source.size; ) {
        const part = await source.more()
        parts.push(part)
        had += part.length
      }
      bytes = joined(parts)
      return bytes.subarray(0, size)
    },
    moveTo: (offset) => {
      if (offset < sent || offset > sent + bytes.length) return false
      bytes = bytes.subarray(offset - sent)
      sent = offset
      return true
    },
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0]
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
