import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { findStandardAge } from '../../test/standard-age.ts'
import { newIdentity, recipientOf } from './identity.ts'
import { type ByteStream, DamagedSeal, openStream, sealStream } from './seal-stream.ts'

const identity = await newIdentity()
const recipient = await recipientOf(identity)
const folder = mkdtempSync(join(tmpdir(), 'signpost-stream-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a file comes out of its seal as it went in, whatever its length and its pieces', async () => {
  const length = fc.oneof(
    fc.integer({ min: 0, max: 300_000 }),
    fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 196_608),
  )
  const property = fc.asyncProperty(
    length,
    fc.integer({ min: 500, max: 100_000 }),
    async (size, piece) => {
      const clear = sample(size)
      const seal = await sealStream(inPieces(clear, piece), [recipient])
      const sealed = await all(seal)
      assert.equal(sealed.length, seal.size(size))
      const opened = await openStream(inPieces(sealed, piece), identity)
      assert.ok(opened.outcome === 'opened')
      assert.ok(Buffer.from(await all(opened.clear)).equals(clear))
    },
  )
  await fc.assert(property, { numRuns: 20 })
})

test('a seal is binary age, to a post-quantum recipient', async () => {
  const sealed = await all(await sealStream(inPieces(sample(10), 10), [recipient]))
  const head = Buffer.from(sealed).toString('latin1')
  assert.match(head, /^age-encryption\.org\/v1\n-> mlkem768x25519 /)
})

test('no key and another’s key are told apart before anything is read', async () => {
  const sealed = await all(await sealStream(inPieces(sample(10), 10), [recipient]))
  assert.deepEqual(await openStream(inPieces(sealed, 99), undefined), { outcome: 'missing-key' })
  const other = await openStream(inPieces(sealed, 99), await newIdentity())
  assert.deepEqual(other, { outcome: 'wrong-key' })
  const nothing = await openStream(inPieces(new Uint8Array(0), 1), identity)
  assert.deepEqual(nothing, { outcome: 'damaged' })
})

test('a seal that was cut short anywhere never opens as whole, not even between two pieces', async () => {
  const seal = await sealStream(inPieces(sample(150_000), 50_000), [recipient])
  const header = seal.size(0) - 16
  const sealed = await all(seal)
  for (const end of [header, header + 65_552, header + 2 * 65_552, sealed.length - 1])
    await assert.rejects(openWhole(sealed.subarray(0, end)), DamagedSeal)
})

test('a changed byte is damage, wherever it is', async () => {
  const sealed = await all(await sealStream(inPieces(sample(150_000), 50_000), [recipient]))
  for (const place of [sealed.length - 1, sealed.length - 70_000, sealed.length - 149_000]) {
    const changed = Uint8Array.from(sealed)
    changed[place] = (changed[place] ?? 0) ^ 1
    await assert.rejects(openWhole(changed), DamagedSeal)
  }
})

test('a line that drops is not taken for damage', async () => {
  const sealed = await all(await sealStream(inPieces(sample(150_000), 50_000), [recipient]))
  await assert.rejects(openWhole(breakingOff(sealed.subarray(0, 80_000))), /the line dropped/)
  await assert.rejects(openStream(breakingOff(sealed.subarray(0, 100)), identity), /line dropped/)
})

test('a file that breaks off while it is sealed leaves no seal that opens', async () => {
  const seal = await sealStream(breakingOff(sample(80_000)), [recipient])
  await assert.rejects(all(seal), /the line dropped/)
})

test('no more of a file is read than is asked for', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1
      controller.enqueue(new Uint8Array(65_536))
    },
  })
  const reader = (await sealStream(endless, [recipient])).getReader()
  for (let read = 0; read < 10; read += 1) await reader.read()
  assert.ok(given < 20, `${given} pieces were read ahead`)
  await reader.cancel()
})

const age = findStandardAge()
if (age !== undefined)
  test('the standard age command opens a long file that we sealed, and we what it sealed', async () => {
    const keys = join(folder, 'identity.txt')
    writeFileSync(keys, identity, { mode: 0o600 })
    const clear = sample(200_000)
    const ours = await all(await sealStream(inPieces(clear, 30_000), [recipient]))
    const options = { maxBuffer: 1_000_000 }
    const opened = execFileSync(age, ['-d', '-i', keys], { input: ours, ...options })
    assert.ok(opened.equals(clear))
    const theirs = execFileSync(age, ['-r', recipient], { input: clear, ...options })
    assert.ok(Buffer.from(await openWhole(theirs)).equals(clear))
  })

async function openWhole(sealed: Uint8Array | ByteStream): Promise<Uint8Array> {
  const stream = sealed instanceof Uint8Array ? inPieces(sealed, 20_000) : sealed
  const opened = await openStream(stream, identity)
  assert.ok(opened.outcome === 'opened')
  return all(opened.clear)
}

function sample(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, place) => (place * 31 + (place >> 8)) & 255))
}

function inPieces(bytes: Uint8Array, size: number): ByteStream {
  let from = 0
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(from, from + size))
      from += size
    },
  })
}

function breakingOff(bytes: Uint8Array): ByteStream {
  let given = false
  return new ReadableStream({
    pull(controller) {
      if (given) return controller.error(new Error('the line dropped'))
      given = true
      controller.enqueue(bytes)
    },
  })
}

async function all(stream: ByteStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
