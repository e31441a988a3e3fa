import { createServer, type IncomingMessage } from 'node:http'
import cookie from '@fastify/cookie'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { answerBadRequests, answerTooSlow } from './bad-request.ts'
import { Fault, type FaultStatus, faultStatusOf } from './fault.ts'
import { parseForm } from './form.ts'
import { failure, type Log } from './log.ts'
import { otherMethods } from './other-methods.ts'
import { lastingPressure } from './overload.ts'
import type { PageCache } from './page-cache.ts'
import { limitTime } from './request-time.ts'
import { isSameOrigin } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'

export interface DoorOptions {
  readonly name: 'site' | 'desk'
  readonly log: Log
  /** The largest body, in bytes; more is a 413. */
  readonly bodyLimit: number
  /** Whether requests from browsers too old to say where they come from may post. */
  readonly lenientOrigin: boolean
  readonly cache?: PageCache
  /** Whether scripts of ours post JSON here. */
  readonly acceptJson?: boolean
  /** Whether a request may take as long as it moves: files. Others have two minutes. */
  readonly isPatient?: (request: IncomingMessage) => boolean
  /** Takes a language off the front of a path before routing. */
  readonly rewriteUrl?: (url: string) => string
  /** Sends the page in words for a fault. */
  readonly sendFault: (request: FastifyRequest, reply: FastifyReply, status: FaultStatus) => unknown
  /** What to send when not even that works: whole markup, made at start. */
  readonly lastResort: string
  /** Whether what is behind the door works; `GET /ready` answers by it. */
  readonly ready: () => Promise<boolean>
}

/** A Fastify that refuses what no page of ours would send, and answers every fault in words. */
export async function openDoor(options: DoorOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: options.bodyLimit,
    forceCloseConnections: true,
    frameworkErrors: (_error, request, reply) => void sayFault(options, request, reply, 400),
    rewriteUrl: (request) => options.rewriteUrl?.(request.url ?? '/') ?? request.url ?? '/',
    serverFactory: (handler) => serverFor(handler, options),
  })
  await app.register(cookie)
  await refuseWhenBusy(app)
  readFormsOnly(app)
  if (options.acceptJson === true) readJson(app)
  // Before every other hook: what watches the service asks by address, not by the name of a site.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/ready') return answerReady(reply, options)
  })
  app.addHook('onRequest', async (request) => refuseOtherSites(request, options.lenientOrigin))
  answerFaults(app, options)
  return app
}

function serverFor(
  handler: Parameters<typeof createServer>[1],
  { cache, lastResort, isPatient }: DoorOptions,
) {
  const server = createServer((request, response) => {
    const patient = isPatient?.(request) === true
    limitTime(request, { patient, giveUp: () => answerTooSlow(server, request) })
    if (cache?.answer(request, response) !== true) handler?.(request, response)
  })
  // Node would give the largest film two minutes as well: `limitTime` looks after bodies instead.
  server.requestTimeout = 0
  server.headersTimeout = 60_000
  answerBadRequests(server, lastResort)
  return server
}

async function refuseWhenBusy(app: FastifyInstance): Promise<void> {
  const hasLasted = lastingPressure(2_000)
  await app.register(underPressure, {
    maxEventLoopDelay: 1_000,
    // Whoever sends something has typed it: that is taken in, however busy it is.
    pressureHandler: (request) => {
      if (hasLasted(performance.now()) && request.method === 'GET') throw new Fault(503, 'too busy')
    },
  })
}

function readFormsOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => parseForm(body),
  )
}

function readJson(app: FastifyInstance): void {
  const parser = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parser)
}

function refuseOtherSites(request: FastifyRequest, lenient: boolean): void {
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  if (changes && !isSameOrigin(request.headers, lenient)) throw new Fault(403, 'another site')
}

function answerFaults(app: FastifyInstance, options: DoorOptions): void {
  const methods = otherMethods(app)
  app.setNotFoundHandler(async (request, reply) => {
    const allowed = methods(request.url, request.method)
    if (allowed.length === 0) return sayFault(options, request, reply, 404)
    return sayFault(options, request, reply.header('allow', allowed.join(', ')), 405)
  })
  app.setErrorHandler(async (error, request, reply) => {
    const status = faultStatusOf(error)
    if (status >= 500) options.log(failure(options.name, error))
    return sayFault(options, request, reply, status)
  })
}

/** The page for a fault, and where that page has a fault of its own, the one made at start. */
async function sayFault(
  options: DoorOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  status: FaultStatus,
): Promise<unknown> {
  try {
    return await options.sendFault(request, reply, status)
  } catch (error) {
    options.log(failure(options.name, error))
    return reply
      .code(status)
      .headers(securityHeaders({ scripts: [], styles: [], secure: false }))
      .type('text/html; charset=utf-8')
      .send(options.lastResort)
  }
}

async function answerReady(reply: FastifyReply, options: DoorOptions): Promise<FastifyReply> {
  const ready = await options.ready().catch(() => false)
  return reply
    .code(ready ? 200 : 503)
    .headers({ 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' })
    .send(ready ? 'ready\n' : 'not ready\n')
}
