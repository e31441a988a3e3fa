import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { enrolOfficer, findInvited } from '../../officers/enrol-officer.ts'
import type { Enrolled } from '../../officers/enrolment.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { visitOf } from '../desk-visit.ts'
import { sendJson } from '../send-json.ts'
import { readEnrolmentForm, readLinkForm } from './enrolment-form.ts'
import { enrolmentPage } from './enrolment-page.ts'

const statuses: Readonly<Record<Enrolled['outcome'], number>> = {
  enrolled: 201,
  'invitation-gone': 410,
  'name-missing': 422,
  'name-taken': 409,
  'desk-key-missing': 409,
  'desk-key-exists': 409,
}

/** The secret of a link is after its `#`, which browsers send nowhere: it comes only in a body. */
export function enrolmentRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  const everyone = { config: { allows: 'everyone' } } as const
  const list = readFileSync(join(deps.config.contentDir, 'en', 'passphrase-words.txt'), 'utf8')
    .trim()
    .split('\n')

  app.get('/enrol', everyone, async (request, reply) =>
    deps.send(request, reply, enrolmentPage(deps.words)),
  )

  app.get('/passphrase-words', everyone, async (_request, reply) => sendJson(reply, 200, list))

  app.post('/invitation', everyone, async (request, reply) => {
    const { secret } = readLinkForm(request.body)
    const found = await findInvited(deps.stores, visitOf(request).desk.id, secret, deps.now())
    if (found === undefined) return sendJson(reply, 410, { outcome: 'invitation-gone' })
    const { name, role } = found.invitation
    return sendJson(reply, 200, {
      outcome: 'invited',
      name,
      role: deps.words(`desk.role.${role}`),
      makesDeskKey: found.makesDeskKey,
    })
  })

  app.post('/enrolments', everyone, async (request, reply) => {
    const { secret, enrolment } = readEnrolmentForm(request.body)
    const link = { desk: visitOf(request).desk.id, secret }
    const { outcome } = await enrolOfficer(deps.stores, link, enrolment, deps.now())
    return sendJson(reply, statuses[outcome], { outcome })
  })
}
