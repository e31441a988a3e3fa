import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { newUpload, type SealedSource, type UploadTools } from './upload.ts'
import { nextPieceSize, pauseAfter, smallestFirst } from './upload-pace.ts'
import type { UploadAnswer, UploadRequests } from './upload-requests.ts'

const mebibyte = 1024 * 1024
const never = new AbortController().signal

test('every byte arrives once and in order, wherever the line drops', async () => {
  // For each request: how much of it arrives, and whether the answer comes back.
  const drops = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
    maxLength: 30,
  })
  const property = fc.asyncProperty(
    drops,
    fc.integer({ min: 1, max: 2_000_000 }),
    async (line, size) => {
      const sealed = randomBytes(size)
      const service = shakyService(line)
      const upload = newUpload({ note: 'note' }, sourceOf(sealed), toolsFor(service))
      let outcome = await upload.run(never)
      for (let again = 0; outcome.outcome === 'stopped' && again < 9; again += 1)
        outcome = await upload.run(never)
      assert.equal(outcome.outcome, 'added')
      assert.ok(Buffer.concat(service.arrived).equals(sealed))
    },
  )
  await fc.assert(property, { numRuns: 60 })
})

test('memory holds no more of a large file than one piece', async () => {
  let given = 0
  let most = 0
  const size = 60 * mebibyte
  const service = shakyService([])
  const source = {
    size,
    more: async () => {
      given += mebibyte / 2
      most = Math.max(most, given - service.stored())
      return new Uint8Array(mebibyte / 2)
    },
  }
  const outcome = await newUpload({ note: 'note' }, source, toolsFor(service)).run(never)
  assert.equal(outcome.outcome, 'added')
  assert.ok(most <= 4.5 * mebibyte, `${most} bytes were held`)
})

test('whoever has no line for minutes is asked to try again, and goes on from there', async () => {
  const sealed = randomBytes(600_000)
  const service = shakyService([[1, true], [1, true], ...Array(8).fill([0, false])])
  const waits: number[] = []
  const tools = { ...toolsFor(service), wait: async (ms: number) => void waits.push(ms) }
  const upload = newUpload({ note: 'note' }, sourceOf(sealed), tools)
  assert.deepEqual(await upload.run(never), { outcome: 'stopped' })
  assert.deepEqual(waits.slice(0, 4), [1_000, 2_000, 4_000, 8_000])
  assert.equal(service.stored(), smallestFirst)
  assert.deepEqual(await upload.run(never), { outcome: 'added' })
  assert.ok(Buffer.concat(service.arrived).equals(sealed))
})

test('what the service says for good ends it at once', async () => {
  for (const answer of [
    { outcome: 'no-room' },
    { outcome: 'refused', problem: 'too-many' },
  ] as const) {
    const requests = { ...shakyService([]).requests, begin: async () => answer }
    const upload = newUpload({ note: 'n' }, sourceOf(randomBytes(9)), toolsFor({ requests }))
    assert.deepEqual(await upload.run(never), answer)
  }
})

test('a service that has lost what it confirmed is not sent the wrong bytes', async () => {
  const service = shakyService([])
  const requests = {
    ...service.requests,
    where: async () => ({ outcome: 'stored', offset: 0 }) as const,
  }
  const stopping = new AbortController()
  const tools = {
    ...toolsFor({ requests }),
    onStored: (bytes: number) => bytes > 0 && stopping.abort(),
  }
  const upload = newUpload({ note: 'n' }, sourceOf(randomBytes(900_000)), tools)
  assert.deepEqual(await upload.run(stopping.signal), { outcome: 'cancelled' })
  assert.deepEqual(await upload.run(never), { outcome: 'gone' })
  assert.equal(service.stored(), smallestFirst)
})

test('a service that confirms nothing is not asked for ever', async () => {
  const add = async () => ({ outcome: 'stored', offset: 0 }) as const
  const requests = { ...shakyService([]).requests, add, where: add }
  const upload = newUpload({ note: 'n' }, sourceOf(randomBytes(900_000)), toolsFor({ requests }))
  assert.deepEqual(await upload.run(never), { outcome: 'stopped' })
})

test('cancelling ends it even while it waits for a line', async () => {
  const cancel = new AbortController()
  const service = shakyService(Array(50).fill([0, false]))
  const wait = async () => cancel.abort()
  const upload = newUpload({ note: 'n' }, sourceOf(randomBytes(9)), { ...toolsFor(service), wait })
  assert.deepEqual(await upload.run(cancel.signal), { outcome: 'cancelled' })
})

test('pieces grow on a fast line, shrink on a slow or broken one, and stay within bounds', () => {
  assert.equal(nextPieceSize(smallestFirst, 100), 2 * smallestFirst)
  assert.equal(nextPieceSize(4 * mebibyte, 10), 4 * mebibyte)
  assert.equal(nextPieceSize(mebibyte, 8_000), mebibyte / 4)
  assert.equal(nextPieceSize(mebibyte, undefined), mebibyte / 2)
  assert.equal(nextPieceSize(smallestFirst, 600_000), 64 * 1024)
  assert.equal(pauseAfter(20), 30_000)
})

type Moment = readonly [arrives: number, answers: boolean]

/** A service behind a line that for some requests carries only a part, or no answer. */
function shakyService(line: readonly Moment[]) {
  const arrived: Buffer[] = []
  const moments = line.values()
  const stored = () => arrived.reduce((sum, { length }) => sum + length, 0)
  const over = async <Answer>(
    carry: (share: number) => Answer,
  ): Promise<Answer | { outcome: 'trouble' }> => {
    const [share, answers] = moments.next().value ?? [1, true]
    const answer = carry(share)
    return answers && share === 1 ? answer : { outcome: 'trouble' }
  }
  const state = (): UploadAnswer => ({ outcome: 'stored', offset: stored() })
  const requests: UploadTools['requests'] = {
    begin: () => over(() => ({ outcome: 'begun', id: 'f1' }) as const),
    where: () => over(state),
    add: (_id, { offset, bytes }) =>
      over((share) => {
        if (offset !== stored()) return { outcome: 'trouble' } as const
        arrived.push(Buffer.from(bytes.subarray(0, Math.floor(bytes.length * share))))
        return state()
      }),
  }
  return { arrived, requests, stored }
}

function toolsFor({
  requests,
}: {
  readonly requests: Pick<UploadRequests, 'begin' | 'add' | 'where'>
}): UploadTools {
  return {
    requests,
    onStored: () => undefined,
    onSilence: () => undefined,
    wait: async () => undefined,
  }
}

/** Sealed bytes as the worker hands them over: in parts of uneven length. */
function sourceOf(bytes: Uint8Array): SealedSource {
  let at = 0
  return {
    size: bytes.length,
    more: async () => {
      const part = bytes.subarray(at, at + 100_000 + (at % 77_777))
      at += part.length
      return part
    },
  }
}
