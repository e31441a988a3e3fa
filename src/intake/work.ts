/** Proof of work: a little computing that one sender does not notice, and ten thousand do. Pure; runs in the browser. */
import { digestOf, hashOf } from '../sealing/hash.ts'

/** What a sender was asked for, and what they found. */
export interface Work {
  readonly challenge: string
  readonly nonce: string
}

/** Many small puzzles instead of one large, so that nobody has bad luck and waits four times as long. */
const puzzles = 16

/** How long one stretch of computing may keep the page from hearing Escape, in milliseconds. */
const stretch = 16

const triesBetweenLooks = 16

/**
 * What the work is bound to. A mailbox is stored once only, so the same work never makes a second
 * report.
 */
export function digestOfReport(report: {
  readonly mailbox: string
  readonly body: string
}): string {
  return digestOf(report.mailbox, report.body)
}

/**
 * Finds a nonce that {@link hasWork} accepts: 16 × 2^bits hashes on average, in stretches that leave
 * the page awake.
 *
 * @param bits 0 asks for nothing
 * @param onProgress is told the part done, from 0 to 1
 */
export async function findWork(
  challenge: string,
  bits: number,
  digest: string,
  onProgress?: ((done: number) => void) | undefined,
): Promise<string> {
  if (bits === 0) return ''
  const search = searchFor(attemptFor(challenge, digest), bits)
  while (!search.isDone()) {
    const end = performance.now() + stretch
    while (!search.isDone() && performance.now() < end) search.goOn()
    onProgress?.(search.found.length / puzzles)
    await pause()
  }
  return search.found.map((number) => number.toString(36)).join('.')
}

/** Whether the nonce is an answer to the challenge, for this report. Costs at most 17 hashes. */
export function hasWork(challenge: string, bits: number, digest: string, nonce: string): boolean {
  if (bits === 0) return true
  if (!/^[0-9a-z]{1,6}(\.[0-9a-z]{1,6}){15}$/.test(nonce)) return false
  const attempt = attemptFor(challenge, digest)
  return nonce.split('.').every((part, puzzle) => attempt(puzzle, Number.parseInt(part, 36), bits))
}

type Attempt = (puzzle: number, number: number, bits: number) => boolean

function searchFor(attempt: Attempt, bits: number) {
  const found: number[] = []
  let next = 0
  return {
    found,
    isDone: () => found.length === puzzles,
    goOn(): void {
      const last = next + triesBetweenLooks
      while (next < last && !attempt(found.length, next, bits)) next += 1
      if (next === last) return
      found.push(next)
      next = 0
    },
  }
}

/** Tries one number at one of the puzzles. A single block of SHA-256 each. */
function attemptFor(challenge: string, digest: string): Attempt {
  const block = new Uint8Array(32 + 1 + 4)
  block.set(hashOf(new TextEncoder().encode(`signpost work v1 ${digestOf(challenge, digest)}`)))
  const view = new DataView(block.buffer)
  return (puzzle, number, bits) => {
    view.setUint8(32, puzzle)
    view.setUint32(33, number)
    const hash = hashOf(block)
    return Math.clz32(new DataView(hash.buffer, hash.byteOffset).getUint32(0)) >= bits
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
