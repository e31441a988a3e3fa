/** Reads `multipart/form-data` as it comes, and keeps none of it. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { Fault } from './fault.ts'

export type Part =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'file'
      readonly name: string
      /** As a stranger gave it; empty where no file was chosen. */
      readonly filename: string
      /** To be read before the next part is asked for; what is left unread is thrown away. */
      readonly bytes: AsyncIterable<Uint8Array>
    }

const limits = { fieldNameSize: 100, fieldSize: 1_000, fields: 20, parts: 100, headerPairs: 20 }

/**
 * The parts of a form, in order. Memory stays within a few pieces of the body, because nothing more
 * is read from the line before a part has been read.
 *
 * @throws Fault 400 when it is no such form, it is damaged, or the line drops; 413 when it is longer
 * than `mostBytes`. A file that is being read fails with the same.
 */
export async function* readMultipart(
  headers: IncomingHttpHeaders,
  body: Readable,
  mostBytes: number,
): AsyncGenerator<Part, void> {
  const parser = newParser(headers)
  const form = newForm()
  parser.on('file', (name: string, stream: Readable, filename?: string) => {
    form.open(stream)
    form.add({ kind: 'file', name, filename: filename ?? '', bytes: form.bytesOf(stream) })
  })
  parser.on('field', (name: string, value: string) => form.add({ kind: 'field', name, value }))
  parser.on('finish', form.end)
  parser.on('error', () => form.fail(new Fault(400, 'a damaged form')))
  const unfeed = feed(body, parser, mostBytes, form)
  try {
    for (let part = await form.next(); part !== undefined; part = await form.next()) yield part
  } finally {
    unfeed()
    parser.destroy()
  }
}

type Parser = InstanceType<typeof Busboy>

function newParser(headers: IncomingHttpHeaders): Parser {
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits })
  } catch {
    throw new Fault(400, 'no form')
  }
}

/** What was parsed and not yet asked for, and the one file that is being read. */
function newForm() {
  const parts: Part[] = []
  const streams: Readable[] = []
  let ended = false
  let failure: { readonly error: unknown } | undefined
  let wake = (): void => undefined
  const waiting = newWait()
  const fail = (error: unknown) => {
    failure ??= { error }
    // Those before the last came whole, read or not.
    streams.at(-1)?.destroy(error instanceof Error ? error : undefined)
    wake()
  }
  return {
    fail,
    starves: waiting.lasts,
    open: (stream: Readable) => {
      // Without a listener, a damaged form would end the process.
      stream.on('error', () => undefined)
      streams.push(stream)
    },
    add: (part: Part) => {
      parts.push(part)
      wake()
    },
    end: () => {
      ended = true
      wake()
    },
    async next(): Promise<Part | undefined> {
      for (const stream of streams.splice(0, streams.length - parts.filter(isFile).length))
        stream.resume()
      while (parts.length === 0 && failure === undefined && !ended)
        await waiting.for(
          new Promise<void>((resolve) => {
            wake = resolve
          }),
        )
      const part = parts.shift()
      if (part === undefined && failure !== undefined) throw failure.error
      return part
    },
    bytesOf: (stream: Readable) => piecesOf(stream, waiting),
  }
}

async function* piecesOf(
  stream: Readable,
  waiting: ReturnType<typeof newWait>,
): AsyncGenerator<Uint8Array, void> {
  const pieces = stream.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      const { done, value } = await waiting.for(pieces.next())
      if (done === true) return
      yield value
    }
  } finally {
    await pieces.return?.()
  }
}

function isFile({ kind }: Part): boolean {
  return kind === 'file'
}

/** Tells whether somebody has been waiting for something for long. */
function newWait() {
  let since: number | undefined
  return {
    async for<Result>(coming: Promise<Result>): Promise<Result> {
      since = performance.now()
      try {
        return await coming
      } finally {
        since = undefined
      }
    },
    lasts: () => since !== undefined && performance.now() - since > patience,
  }
}

// Some damaged forms leave the parser waiting for more when there is no more.
const patience = 500

/** Hands on what comes, waits where the parser waits; returns how to stop. What comes after is thrown away. */
function feed(
  body: Readable,
  parser: Parser,
  mostBytes: number,
  form: Pick<ReturnType<typeof newForm>, 'fail' | 'starves'>,
): () => void {
  let size = 0
  let watch: ReturnType<typeof setInterval> | undefined
  const take = (piece: Uint8Array) => {
    size += piece.length
    if (size > mostBytes) return form.fail(new Fault(413, 'a form that is too long'))
    if (!parser.write(piece)) body.pause()
  }
  const go = () => body.resume()
  const end = () => {
    parser.end()
    watch = setInterval(() => {
      if (form.starves()) form.fail(new Fault(400, 'a form without an end'))
    }, patience)
  }
  const close = () => {
    if (!body.readableEnded) form.fail(new Fault(400, 'the line dropped'))
  }
  body.on('data', take).on('end', end).on('error', close).on('close', close)
  parser.on('drain', go)
  return () => {
    clearInterval(watch)
    body.off('data', take).off('end', end).off('close', close)
    parser.off('drain', go)
    body.resume()
  }
}
