import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inviteOfficer } from '../../officers/invite-officer.ts'
import type { Secret } from '../../officers/secret.ts'
import { Fault } from '../../web/fault.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf, visitOf } from '../desk-visit.ts'
import { sendJson } from '../send-json.ts'
import type { InviteView } from './invite-form.ts'
import { readGrantsForm, readInvitationForm } from './team-form.ts'
import { teamPage } from './team-page.ts'

export function teamRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  app.get('/team', { config: { allows: 'read-team' } }, (request, reply) =>
    showTeam(deps, request, reply, { name: '' }),
  )

  app.post('/invitations', { config: { allows: 'invite-officer' } }, async (request, reply) => {
    const { name, role } = readInvitationForm(request.body)
    if (role === undefined) return showTeam(deps, request, reply, { name, problem: 'role-wrong' })
    const { desk } = officerOf(request)
    const made = await inviteOfficer(deps.stores, { desk, name, role }, deps.now())
    if (made.outcome !== 'invited')
      return showTeam(deps, request, reply, { name, problem: made.outcome })
    const link = { address: enrolAddress(request, made.secret), expiresAt: made.expiresAt }
    return showTeam(deps, request, reply, { name, link })
  })

  app.post('/grants', { config: { allows: 'grant-desk-key' } }, (request, reply) =>
    grantKeys(deps, request, reply),
  )
}

async function showTeam(
  deps: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  invite: InviteView,
): Promise<FastifyReply> {
  const { stores, words, now } = deps
  const officer = officerOf(request)
  const key = await stores.deskKeys.find(officer.desk)
  const [officers, invitations, holders, grants] = await Promise.all([
    stores.officers.list(officer.desk),
    stores.invitations.listLive(officer.desk, now()),
    stores.deskKeys.holders(officer.desk, key?.epoch ?? 0),
    stores.deskKeys.listGrants(officer.desk, officer.id),
  ])
  const view = { officer, officers, invitations, holders, grants, invite }
  return deps.send(request, reply, teamPage(words, view))
}

/** Only who has a key can have sealed it to somebody: what an officer without it sends is refused. */
async function grantKeys(
  deps: DeskDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { deskKeys, officers } = deps.stores
  const by = officerOf(request)
  const form = readGrantsForm(request.body)
  const officer = await officers.find(by.desk, form.officer)
  if (officer === undefined) throw new Fault(404, 'no such officer')
  const own = new Set((await deskKeys.listGrants(by.desk, by.id)).map(({ epoch }) => epoch))
  if (!form.grants.every(({ epoch }) => own.has(epoch))) throw new Fault(403, 'not their key')
  for (const { epoch, sealed } of form.grants)
    await deskKeys.grant({ officer, by, epoch, sealed, now: deps.now() })
  return sendJson(reply, 201, { outcome: 'granted' })
}

/** The secret follows a `#`, so that it never reaches a server or a log as part of an address. */
function enrolAddress(request: FastifyRequest, secret: Secret): string {
  const scheme = visitOf(request).secure ? 'https' : 'http'
  return `${scheme}://${request.headers.host ?? ''}/enrol#${secret}`
}
