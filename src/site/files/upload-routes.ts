import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { addFileOnce, type BegunFile, hasRoom, isFull } from '../../files/add-file.ts'
import { largestPiece } from '../../files/limits.ts'
import { parseFileId, type StoredFile } from '../../files/stored-file.ts'
import { takePiece } from '../../files/take-piece.ts'
import { destroyFile } from '../../files/withdraw-files.ts'
import type { StoredMailbox } from '../../mailbox/mailbox-store.ts'
import { hashOfMailboxName } from '../../reports/mailbox.ts'
import { Fault } from '../../web/fault.ts'
import { openJsonDoor, readBody, sendJson } from '../../web/json-door.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { filesScript } from './files-script.ts'
import { mailboxName, newFileBody } from './upload-body.ts'

/** One request about a file of a mailbox. */
interface Asked {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: SiteDependencies
  readonly file: StoredFile
}

/**
 * Files that a browser sealed, brought in pieces. A piece counts once it is on the disk, so whoever
 * loses the line asks how far it came, with HEAD, and goes on from there. The names of the headers
 * are those of the tus protocol.
 */
export function uploadRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  openJsonDoor(app, { name: 'site', log: deps.log }, (door) => {
    door.addContentTypeParser(
      'application/offset+octet-stream',
      async (_: unknown, body: unknown) => body,
    )
    door.get('/b/s/files', async ({ visit }, reply) =>
      sendJson(reply, 200, filesScript(deps.assets, visit.words)),
    )
    door.post('/b/s/files', (request, reply) => begin(request, reply, deps))
    const one = '/b/s/files/:id'
    door.head(one, (request, reply) => withFile(request, reply, deps, sendOffset))
    door.patch(one, (request, reply) => withFile(request, reply, deps, take))
    door.delete(one, (request, reply) => withFile(request, reply, deps, drop))
  })
}

const refusals = {
  'not-found': [404, 'unknown'],
  'too-many': [422, 'too-many'],
  'too-much': [422, 'too-much'],
  'too-large': [422, 'too-large'],
  'no-room': [507, 'full'],
} as const satisfies Record<Exclude<BegunFile['outcome'], 'begun'>, unknown>

async function begin(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SiteDependencies,
): Promise<FastifyReply> {
  const { name, note, size, copyOf } = readBody(request.body, newFileBody)
  const mailbox = await findMailbox(request, deps, name)
  if (mailbox === undefined) return sendUnknown(reply)
  const file = { report: mailbox.report, note, size, copyOf }
  const begun = await addFileOnce(deps.stores, file, deps.now())
  if (begun.outcome === 'begun') return sendJson(reply, 201, { id: begun.id })
  const [status, problem] = refusals[begun.outcome]
  return sendJson(reply, status, { problem })
}

async function withFile(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SiteDependencies,
  work: (asked: Asked) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const name = v.safeParse(mailboxName, request.headers['mailbox-name'])
  const id = parseFileId((request.params as { id: string }).id)
  if (!name.success || id === undefined) return sendUnknown(reply)
  const mailbox = await findMailbox(request, deps, name.output)
  const file = mailbox && (await deps.stores.files.find(mailbox.report, id, deps.now()))
  return file === undefined ? sendUnknown(reply) : work({ request, reply, deps, file })
}

async function take(asked: Asked): Promise<FastifyReply> {
  const { request, reply, deps, file } = asked
  const offset = String(request.headers['upload-offset'] ?? '')
  if (!/^\d{1,15}$/.test(offset)) throw new Fault(400, 'no offset')
  if (Number(offset) !== file.stored || file.complete) return sendMoved(asked, file)
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > Math.min(largestPiece, file.size - file.stored)) return sendTooLong(reply)
  if (!(await hasRoom(deps.stores.chunks, length))) return sendFull(reply)
  // Not to be destroyed where we leave off: the answer still goes over the same line.
  const bytes = (request.body as Readable).iterator({ destroyOnReturn: false })
  const taken = await takePiece(deps.stores, file, bytes, deps.now).catch((error: unknown) => {
    if (isFull(error)) return { outcome: 'no-room' } as const
    throw error
  })
  if (taken.outcome === 'taken') return sendStored(reply, taken.offset)
  if (taken.outcome === 'moved') return sendMoved(asked)
  return taken.outcome === 'no-room' ? sendFull(reply) : sendTooLong(reply)
}

function sendOffset({ reply, file }: Asked): FastifyReply {
  return sendStored(reply, file.stored)
}

async function drop({ reply, deps, file }: Asked): Promise<FastifyReply> {
  if (file.complete) return sendJson(reply, 409, { problem: 'complete' })
  await destroyFile(deps.stores, file.id)
  return reply.code(204).header('cache-control', 'no-store').send()
}

/** Says how far it really came. */
async function sendMoved(
  { request, reply, deps, file }: Asked,
  known?: StoredFile,
): Promise<FastifyReply> {
  const now = known ?? (await deps.stores.files.find(file.report, file.id, deps.now()))
  if (now === undefined) return sendUnknown(reply)
  request.raw.resume()
  return sendJson(reply.header('upload-offset', now.stored), 409, { problem: 'moved' })
}

function sendStored(reply: FastifyReply, offset: number): FastifyReply {
  const headers = { 'cache-control': 'no-store', 'upload-offset': String(offset) }
  return reply.code(204).headers(headers).send()
}

function sendTooLong(reply: FastifyReply): FastifyReply {
  return sendJson(reply, 413, { problem: 'too-large' })
}

function sendFull(reply: FastifyReply): FastifyReply {
  return sendJson(reply, 507, { problem: 'full' })
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return sendJson(reply, 404, { problem: 'unknown' })
}

// Whoever has a receipt never waits; a name that we do not know is answered slowly.
async function findMailbox(
  { visit }: FastifyRequest,
  { stores, secrets, guesses, now }: SiteDependencies,
  name: string,
): Promise<StoredMailbox | undefined> {
  const hash = hashOfMailboxName(name, secrets.secretKey)
  const found = await stores.mailboxes.find(visit.site.id, hash)
  if (found === undefined && !(await guesses.hold(hash, now())))
    throw new Fault(429, 'too many guesses')
  return found
}
