import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StoredMailbox } from '../../mailbox/mailbox-store.ts'
import { proofKey } from '../../mailbox/proof-of-report.ts'
import { proveReport } from '../../mailbox/prove-report.ts'
import type { SealedMessage } from '../../mailbox/sealed-message.ts'
import { withdrawReport } from '../../mailbox/withdraw-report.ts'
import { dayOf } from '../../reports/calendar.ts'
import { hashOfMailboxName } from '../../reports/mailbox.ts'
import { openJsonDoor, readBody, sendJson } from '../../web/json-door.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { findByName, isDraft } from './find-by-name.ts'
import type { HandedOut } from './handed-out.ts'
import { messageBody, nameBody } from './mailbox-body.ts'
import { noticeWays } from './noticing.ts'
import { shownProof } from './proof-page.ts'
import { withdrawalMeans } from './withdrawal-means.ts'

/** The mailbox for its script: what is sealed goes out and comes in sealed, and is opened in the browser. */
export function mailboxJsonRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  const { stores, now } = deps
  const find = ({ visit }: FastifyRequest, name: string) => findByName(visit, name, deps)
  const key = proofKey(deps.secrets.secretKey)
  openJsonDoor(app, { name: 'site', log: deps.log }, (door) => {
    door.post('/b/s/read', async (request, reply) => {
      const { name } = readBody(request.body, nameBody)
      const found = await find(request, name)
      if (found !== undefined)
        return sendJson(reply, 200, await handOut(request.visit, found, deps))
      const draft = await isDraft(request.visit, name, deps)
      return draft ? sendJson(reply, 404, { problem: 'draft' }) : sendUnknown(reply)
    })

    door.post('/b/s/message', async (request, reply) => {
      const { name, id, sealed } = readBody(request.body, messageBody)
      const found = await find(request, name)
      if (found === undefined) return sendUnknown(reply)
      const added = await stores.messages.addFromReporter(found.report, sealed, now(), id)
      if (added.outcome === 'added') return sendJson(reply, 201, { place: added.place })
      if (added.outcome === 'full') return sendJson(reply, 409, { problem: 'full' })
      return sendUnknown(reply)
    })

    door.post('/b/s/proof', async (request, reply) => {
      const found = await find(request, readBody(request.body, nameBody).name)
      if (found === undefined) return sendUnknown(reply)
      const { site } = request.visit
      const { report, proof, file } = proveReport(found, site.origin, key)
      return sendJson(reply, 200, { ...shownProof(site, report, proof), file })
    })

    door.post('/b/s/withdraw', async (request, reply) => {
      const { name } = readBody(request.body, nameBody)
      if ((await find(request, name)) === undefined) return sendUnknown(reply)
      const mailbox = hashOfMailboxName(name, deps.secrets.secretKey)
      await withdrawReport(withdrawalMeans(deps), { site: request.visit.site.id, mailbox }, now())
      return sendJson(reply, 200, {})
    })
  })
}

async function handOut(
  visit: Visit,
  { report, ...found }: StoredMailbox,
  deps: SiteDependencies,
): Promise<HandedOut> {
  const { stores, now } = deps
  const { reference, receivedHour, envelope, body } = found
  const messages = (await stores.messages.list(report)).map(toReporter)
  const files = (await stores.files.list(report)).map(({ id, note, size }) => ({ id, note, size }))
  const notice = { ways: noticeWays(visit, deps), isOn: await stores.notices.has(report) }
  const day = dayOf(now())
  return { reference, receivedHour, day, envelope, body, messages, files, notice }
}

// Which officer wrote is not the reporter's to know.
function toReporter({ place, from, at, sealed }: SealedMessage): SealedMessage {
  return { place, from, at, sealed }
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return sendJson(reply, 404, { problem: 'unknown' })
}
