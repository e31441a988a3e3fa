import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Fault } from './fault.ts'
import { readMultipart } from './multipart.ts'

const boundary = '----WebKitFormBoundaryab12'
const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
const most = 10_000_000

interface Read {
  readonly name: string
  readonly value: string
}

describe('A form with files', () => {
  test('is read part by part, in order, with the names as they were given', async () => {
    const form = body(
      part('name="keep"', 'both'),
      part('name="files"; filename="Фото 门.jpg"', 'one', 'image/jpeg'),
      part('name="files"; filename=""', '', 'application/octet-stream'),
      part('name="files"; filename="C:\\\\a\\\\b.txt"', 'x'.repeat(200_000)),
    )
    const found = await read(form)
    const lengths = found.map(({ name, value }) => [name, value.length])
    assert.deepEqual(lengths, [
      ['keep', 4],
      ['files Фото 门.jpg', 3],
      ['files ', 0],
      ['files b.txt', 200_000],
    ])
  })

  test('goes on with the next file when one is not read to its end', async () => {
    const long = part('name="files"; filename="a"', 'x'.repeat(900_000))
    const form = body(long, long, part('name="files"; filename="b"', 'end'))
    const names = []
    for await (const one of readMultipart(headers, inPieces(form, 10_000), most)) {
      assert.ok(one.kind === 'file')
      names.push(one.filename)
      for await (const _ of one.bytes) break
    }
    assert.deepEqual(names, ['a', 'a', 'b'])
  })

  test('keeps little of a long file in memory, however slowly it is read', async () => {
    let given = 0
    const piece = Buffer.alloc(65_536, 'x')
    const endless = new Readable({
      read() {
        given += 1
        this.push(given === 1 ? `--${boundary}\r\n${disposition('name="f"; filename="a"')}` : piece)
      },
    })
    for await (const one of readMultipart(headers, endless, most)) {
      assert.ok(one.kind === 'file')
      for await (const _ of one.bytes) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        break
      }
      break
    }
    assert.ok(given < 20, `${given} pieces were read`)
    endless.destroy()
  })

  test('is refused when it is none, damaged, cut short or too long', async () => {
    for (const wrong of [
      {},
      { 'content-type': 'multipart/form-data' },
      { 'content-type': 'text/x' },
    ])
      await refused(400, read(body(part('name="a"', 'x')), wrong))
    await refused(400, read(Buffer.from('no parts at all')))
    const whole = body(part('name="files"; filename="a"', 'x'.repeat(50_000)))
    await refused(400, read(whole.subarray(0, 20_000)))
    await refused(413, read(whole, headers, 20_000))
  })

  test('whoever reads a file learns that the line dropped', async () => {
    const whole = body(part('name="files"; filename="a"', 'x'.repeat(500_000)))
    const line = new Readable({ read: () => undefined })
    line.push(whole.subarray(0, 200_000))
    setTimeout(() => line.destroy(new Error('the line dropped')), 30)
    await refused(400, readAll(readMultipart(headers, line, most)))
  })

  test('never hangs and never ends the service, whatever is sent', async () => {
    const line = fc.constantFrom(
      `--${boundary}`,
      `--${boundary}--`,
      'Content-Disposition: form-data; name="f"; filename="a"',
      'Content-Disposition: form-data; name="keep"',
      'Content-Disposition: form-data; name="x\nSet-Cookie: y"',
      'Content-Disposition: attachment',
      "Content-Disposition: form-data; filename*=utf-8''%ff%fe",
      'Content-Type: application/octet-stream',
      'Content-Transfer-Encoding: base64',
      '',
      '\0\xff',
      'x'.repeat(3_000),
    )
    const noise = fc.string({ unit: 'binary', maxLength: 60 })
    const sent = fc.array(fc.oneof({ weight: 5, arbitrary: line }, noise), { maxLength: 24 })
    const property = fc.asyncProperty(
      sent,
      fc.integer({ min: 1, max: 900 }),
      async (lines, size) => {
        const form = Buffer.from(lines.join('\r\n'), 'latin1')
        const outcome = await Promise.race([
          readAll(readMultipart(headers, inPieces(form, size), most)).then(
            () => 'read',
            (error: unknown) => (error instanceof Fault ? 'refused' : String(error)),
          ),
          new Promise((resolve) => setTimeout(resolve, 3_000, 'hangs').unref()),
        ])
        assert.ok(outcome === 'read' || outcome === 'refused', String(outcome))
      },
    )
    await fc.assert(property, { numRuns: 400, interruptAfterTimeLimit: 15_000 })
  })
})

function disposition(what: string, type?: string): string {
  const lines = [
    `Content-Disposition: form-data; ${what}`,
    ...(type ? [`Content-Type: ${type}`] : []),
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}

function part(what: string, value: string, type?: string): string {
  return `--${boundary}\r\n${disposition(what, type)}${value}\r\n`
}

function body(...parts: readonly string[]): Buffer {
  return Buffer.from(`${parts.join('')}--${boundary}--\r\n`)
}

function inPieces(bytes: Buffer, size: number): Readable {
  const pieces = []
  for (let from = 0; from < bytes.length; from += size)
    pieces.push(bytes.subarray(from, from + size))
  return Readable.from(pieces, { objectMode: false })
}

function read(form: Buffer, own: Record<string, string> = headers, limit = most): Promise<Read[]> {
  return readAll(readMultipart(own, inPieces(form, 7_000), limit))
}

async function readAll(parts: ReturnType<typeof readMultipart>): Promise<Read[]> {
  const found: Read[] = []
  for await (const one of parts) {
    if (one.kind === 'field') found.push({ name: one.name, value: one.value })
    else {
      const pieces: Uint8Array[] = []
      for await (const piece of one.bytes) pieces.push(piece)
      found.push({ name: `${one.name} ${one.filename}`, value: Buffer.concat(pieces).toString() })
    }
  }
  return found
}

async function refused(status: number, reading: Promise<unknown>): Promise<void> {
  await assert.rejects(reading, (error) => error instanceof Fault && error.status === status)
}
