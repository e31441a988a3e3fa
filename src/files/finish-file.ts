/** What is done with a file once it is sealed and safe: looked into, copied without its hidden details, shown to officers. */
import { dayOf } from '../reports/calendar.ts'
import type { Identity } from '../sealing/identity.ts'
import { type Sealed, seal } from '../sealing/seal.ts'
import { openStream } from '../sealing/seal-stream.ts'
import { addFile, type FileStores } from './add-file.ts'
import { type CleanPicture, cleanPicture } from './clean-picture.ts'
import { type FileNote, writeFileNote } from './file-note.ts'
import { canBeCleaned, hidesNothing, kindOf } from './kinds.ts'
import { largestPicture } from './limits.ts'
import { readDetails } from './read-details.ts'
import { type Addressee, type Arrived, sealInto } from './store-file.ts'
import type { WhatItTells } from './what-it-tells.ts'
import { destroyFile } from './withdraw-files.ts'

/** `both`: the file as it is, and a copy without hidden details. `copy`: only the latter. */
export type Keep = 'both' | 'copy'

export interface Owner extends Addressee {
  /** The report’s own, for the length of this request. */
  readonly identity: Identity
}

export type FinishedFile =
  | {
      readonly outcome: 'added'
      readonly tells: WhatItTells
      readonly copy: 'made' | 'not-needed' | 'cannot' | 'failed'
    }
  | { readonly outcome: 'only-copy'; readonly tells: WhatItTells }
  /** Only a copy was wanted, and none can be made: nothing of it is kept. */
  | { readonly outcome: 'cannot-clean' | 'gone' }

/**
 * @param place of the file within its form: a picture that is kept as a copy alone is called by it,
 * because phones call a picture by the moment at which it was taken
 */
export async function finishFile(
  stores: FileStores,
  owner: Owner,
  { arrived, keep, place }: { arrived: Arrived; keep: Keep; place: number },
  now: () => Date,
): Promise<FinishedFile> {
  return inTurn(async () => {
    const one: One = { stores, owner, arrived, place, now }
    const picture = await pictureOf(one)
    const tells = await readDetails(arrived.kind, picture ?? new Uint8Array(0))
    const copied = picture && (await cleanPicture(arrived.kind, picture))
    return keep === 'copy' && !hidesNothing(arrived.kind)
      ? keepCopy(one, tells, copied)
      : keepBoth(one, tells, copied)
  })
}

/** One file on its way to the officers. */
interface One {
  readonly stores: FileStores
  readonly owner: Owner
  readonly arrived: Arrived
  readonly place: number
  readonly now: () => Date
}

async function keepBoth(
  one: One,
  tells: WhatItTells,
  copied: CleanPicture | undefined,
): Promise<FinishedFile> {
  const { stores, arrived, owner, now } = one
  const { name, kind, nameFits, size, sha256 } = arrived
  const type = kind.name
  const note = await sealNote(one, { name, type, nameFits, size, sha256, role: 'original', tells })
  if (!(await stores.files.finish(arrived.id, note, now()))) {
    await destroyFile(stores, arrived.id)
    return { outcome: 'gone' }
  }
  if (hidesNothing(kind)) return { outcome: 'added', tells, copy: 'not-needed' }
  if (copied === undefined)
    return { outcome: 'added', tells, copy: canBeCleaned(kind) ? 'failed' : 'cannot' }
  const base = name.replace(/\.[^.]*$/, '')
  const made = await storeCopy({ ...one, owner }, { copied, base, tells, isAlone: false })
  return { outcome: 'added', tells, copy: made ? 'made' : 'failed' }
}

async function keepCopy(
  one: One,
  tells: WhatItTells,
  copied: CleanPicture | undefined,
): Promise<FinishedFile> {
  const nothing: WhatItTells = { outcome: 'read', details: [] }
  const copy = copied && { copied, base: `picture-${one.place}`, tells: nothing, isAlone: true }
  const made = copy !== undefined && (await storeCopy(one, copy))
  await destroyFile(one.stores, one.arrived.id)
  return made ? { outcome: 'only-copy', tells } : { outcome: 'cannot-clean' }
}

interface Copy {
  readonly copied: CleanPicture
  /** Its name without the ending. */
  readonly base: string
  readonly tells: WhatItTells
  /** Whether the original is not kept. */
  readonly isAlone: boolean
}

async function storeCopy(one: One, { copied, base, tells, isAlone }: Copy): Promise<boolean> {
  const { stores, owner, arrived, now } = one
  const { type, bytes } = copied
  const copyOf = isAlone ? undefined : arrived.id
  const size = bytes.length + 1_000_000
  const row = { report: owner.report, copyOf, note: '' as Sealed, size }
  const begun = await addFile(stores, row, now())
  if (begun.outcome !== 'begun') return false
  const clear = { id: begun.id, bytes: once(bytes), most: bytes.length }
  const stored = await sealInto(stores, owner, clear, now)
  if (typeof stored === 'string') return false
  const name = `${base}.${kindOf(type).extensions[0]}`
  const about = { name, type, nameFits: true, role: 'cleaned', tells, ...stored } as const
  return stores.files.finish(begun.id, await sealNote(one, about), now())
}

type About = Omit<FileNote, 'kind' | 'version' | 'added' | 'sealed'>

function sealNote({ owner, now }: One, about: About): Promise<Sealed> {
  const note: FileNote = {
    kind: 'signpost file',
    version: 1,
    ...about,
    added: dayOf(now()),
    sealed: 'on arrival',
  }
  return seal(writeFileNote(note), [owner.recipient])
}

/** A picture in memory, opened from its own seal; `undefined` for what is none, or too large to be copied. */
async function pictureOf({ stores, owner, arrived, now }: One): Promise<Buffer | undefined> {
  const { id, kind, size } = arrived
  if (kind.family !== 'image' || size > largestPicture) return undefined
  const file = await stores.files.find(owner.report, id, now())
  if (file === undefined) return undefined
  const sealed = ReadableStream.from<Uint8Array>(stores.chunks.read(id, file.stored))
  const opened = await openStream(sealed, owner.identity)
  if (opened.outcome !== 'opened') throw new Error('a file that was just sealed does not open')
  const pieces: Uint8Array[] = []
  for await (const piece of opened.clear) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

// A drawn picture takes a hundred times its file in memory: two at a time, in the order of arrival.
const mostAtOnce = 2
let working = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (working >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else working += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) working -= 1
    else next()
  }
}
