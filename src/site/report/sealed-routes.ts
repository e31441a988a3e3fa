import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DeskKey } from '../../reports/desk-key.ts'
import { takeReport } from '../../reports/take-report.ts'
import { jsonHeaders, openJsonDoor, readBody, sendJson } from '../../web/json-door.ts'
import { preferredEncoding } from '../../web/page-cache.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { journeyForScript } from './journey-for-script.ts'
import { sealedReport, sealedReportLimit } from './sealed-report-form.ts'

/** The same for everyone at a site who reads one language, until the desk has another key. */
interface PreparedJourney {
  readonly recipient: string
  readonly body: Buffer
  readonly brotli: Buffer
}

type Prepared = Map<string, PreparedJourney>

/** Telling us with script: all that goes over the network, and none of it in clear. */
export function sealedRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  const prepared: Prepared = new Map()
  openJsonDoor(app, { name: 'site', log: deps.log }, (door) => {
    door.get('/a/s/journey', async (request, reply) => sendJourney(request, reply, deps, prepared))
    door.get('/a/s/terms', async (request, reply) => sendTerms(request, reply, deps))
    door.post('/a/s/report', { bodyLimit: sealedReportLimit }, async (request, reply) =>
      take(request, reply, deps),
    )
  })
}

async function sendJourney(
  { visit, headers }: FastifyRequest,
  reply: FastifyReply,
  deps: SiteDependencies,
  prepared: Prepared,
): Promise<FastifyReply> {
  const key = await deps.stores.deskKeys.find(visit.site.desk.id)
  if (key === undefined) return sendJson(reply, 503, { problem: 'closed' })
  const name = `${visit.site.id} ${visit.locale}`
  const known = prepared.get(name)
  const one = known?.recipient === key.recipient ? known : prepare(visit, key, deps)
  prepared.set(name, one)
  reply.headers({ ...jsonHeaders, vary: 'accept-encoding' })
  return preferredEncoding(headers['accept-encoding']) === 'br'
    ? reply.header('content-encoding', 'br').send(one.brotli)
    : reply.send(one.body)
}

function prepare(visit: Visit, key: DeskKey, { assets }: SiteDependencies): PreparedJourney {
  const body = Buffer.from(JSON.stringify(journeyForScript(visit, key, assets)))
  return { recipient: key.recipient, body, brotli: brotliCompressSync(body) }
}

async function sendTerms(
  { visit }: FastifyRequest,
  reply: FastifyReply,
  { stores, intake }: SiteDependencies,
): Promise<FastifyReply> {
  const key = await stores.deskKeys.find(visit.site.desk.id)
  if (key === undefined) return sendJson(reply, 503, { problem: 'closed' })
  return sendJson(reply, 200, { ...intake.terms(visit.site.id), epoch: key.epoch })
}

async function take(
  { visit, body }: FastifyRequest,
  reply: FastifyReply,
  { stores, secrets, intake, now }: SiteDependencies,
): Promise<FastifyReply> {
  const { mailbox: mailboxName, work, ...sealed } = readBody(body, sealedReport)
  const { site } = visit
  if (!site.languages.includes(sealed.language))
    return sendJson(reply, 422, { problem: 'language' })
  const key = await stores.deskKeys.find(site.desk.id)
  if (key === undefined) return sendJson(reply, 503, { problem: 'closed' })
  const means = {
    sending: stores.sending,
    secretKey: secrets.secretKey,
    admit: () =>
      intake.admitSealed({ site: site.id, mailbox: mailboxName, body: sealed.body, work }),
  }
  const report = { ...sealed, mailboxName, site: site.id, desk: site.desk.id, topic: site.topic }
  const taken = await takeReport(means, report, key, now())
  if (taken.outcome === 'name-taken') return sendJson(reply, 409, { problem: 'name-taken' })
  if (taken.outcome === 'new-key') return sendJson(reply, 409, { problem: 'new-key', key })
  const { reference } = taken
  return sendJson(reply, taken.outcome === 'stored' ? 201 : 200, { reference })
}
