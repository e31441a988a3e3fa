/** Takes in what a form with files brings, one file after the other, each sealed as it comes. */
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { tidyFileName } from '../../files/file-name.ts'
import { finishFile, type Keep, type Owner } from '../../files/finish-file.ts'
import { largestFile, mostInOneForm } from '../../files/limits.ts'
import { type StoredArrival, storeFile } from '../../files/store-file.ts'
import { Fault } from '../../web/fault.ts'
import { type Part, readMultipart } from '../../web/multipart.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { FileResult } from './result-list.ts'

export interface ReceivedForm {
  readonly results: readonly FileResult[]
  /** Not read to its end: damaged, too long, or not a form of ours. */
  readonly broken: boolean
}

type FilePart = Extract<Part, { kind: 'file' }>

interface Received {
  keep: Keep
  readonly arrivals: Arrival[]
}

interface Arrival {
  readonly name: string
  readonly place: number
  readonly stored: StoredArrival | { readonly outcome: 'at-once' }
}

const mostInAll = mostInOneForm * largestFile

/**
 * Files that came whole are added, whatever becomes of the rest of the form. What they tell is
 * looked at only then, so that nobody’s line waits for it.
 *
 * @throws what the service failed with
 */
export async function receiveForm(
  request: FastifyRequest,
  deps: SiteDependencies,
  owner: Owner,
): Promise<ReceivedForm> {
  const received: Received = { keep: 'both', arrivals: [] }
  const trouble = await readAll(request, deps, owner, received).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  const results = await finishAll(deps, owner, received)
  if (trouble === undefined) return { results, broken: false }
  if (trouble.error instanceof Fault && trouble.error.status < 500) return { results, broken: true }
  throw trouble.error
}

async function readAll(
  { headers, body }: FastifyRequest,
  deps: SiteDependencies,
  owner: Owner,
  received: Received,
): Promise<void> {
  const length = Number(headers['content-length'] ?? mostInAll)
  for await (const part of readMultipart(headers, body as Readable, mostInAll)) {
    if (part.kind === 'field') received.keep = keepIn(part)
    else if (part.name !== 'files') throw new Fault(400, 'unknown field')
    else await takeFile(deps, owner, received, { part, length })
  }
}

function keepIn({ name, value }: Extract<Part, { kind: 'field' }>): Keep {
  if (name !== 'keep') throw new Fault(400, 'unknown field')
  if (value !== 'both' && value !== 'copy') throw new Fault(400, 'unknown option')
  return value
}

async function takeFile(
  { stores, now }: SiteDependencies,
  owner: Owner,
  { arrivals }: Received,
  { part, length }: { readonly part: FilePart; readonly length: number },
): Promise<void> {
  const name = tidyFileName(part.filename)
  const place = arrivals.length + 1
  const arriving = { name, bytes: part.bytes, atMost: length }
  const stored =
    place > mostInOneForm
      ? ({ outcome: 'at-once' } as const)
      : await storeFile(stores, owner, arriving, now)
  // A field in which nothing was chosen comes as a file without a name and without a byte.
  if (stored.outcome === 'empty' && part.filename === '') return
  arrivals.push({ name, place, stored })
}

async function finishAll(
  deps: SiteDependencies,
  owner: Owner,
  { arrivals, keep }: Received,
): Promise<FileResult[]> {
  const results: FileResult[] = []
  for (const arrival of arrivals) results.push(await finishOne(deps, owner, arrival, keep))
  return results
}

async function finishOne(
  { stores, now }: SiteDependencies,
  owner: Owner,
  { name, place, stored }: Arrival,
  keep: Keep,
): Promise<FileResult> {
  const nameFits = stored.outcome !== 'arrived' || stored.file.nameFits
  const result = (became: FileResult['became']) => ({ name, place, nameFits, became })
  if (stored.outcome === 'not-found') return result({ outcome: 'gone' })
  if (stored.outcome !== 'arrived') return result({ outcome: stored.outcome })
  return result(await finishFile(stores, owner, { arrived: stored.file, keep, place }, now))
}
