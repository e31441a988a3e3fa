import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { endVisit } from '../../mailbox/visit-mailbox.ts'
import { draftName } from '../../reports/draft.ts'
import { parseBoxKey } from '../../sealing/box.ts'
import { clearCookie, readCookie } from '../../web/cookies.ts'
import { failure } from '../../web/log.ts'
import { isSameOrigin } from '../../web/same-origin.ts'
import { draftCookie, mailboxCookie, siteCookies } from '../choices/cookies.ts'
import { visitOwnerOf } from '../mailbox/visiting.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { shutTheWayBack } from './after-leaving.ts'
import { sendAway } from './send-away.ts'

// Never "cache", which can hold the person here for seconds. Nor "cookies", which takes those of every
// site under the same registered domain, such as the desk’s: ours are named and end one by one.
const clearing = { 'clear-site-data': '"storage"' }

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'request-otr': '1',
}

/** Leaving: by link, and by the beacon that the exit script sends beside its own navigation. */
export function leaveRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/leave', async (request, reply) => {
    // Another site may send people to this address; what they left here is not its to destroy.
    if (isSameOrigin(request.headers, true)) {
      forget(request, reply, deps)
      shutTheWayBack(request, reply, deps.now())
    }
    return sendAway(reply, request.visit)
  })
  app.post('/leave', async (request, reply) => {
    forget(request, reply, deps)
    if (hasSteps(request)) shutTheWayBack(request, reply, deps.now())
    return reply.code(204).headers(headers).send()
  })
}

// With script there is one step of ours in the history, and it is gone. There are more where somebody
// wants one for each page, or where the journey or the mailbox went on without its script.
function hasSteps(request: FastifyRequest): boolean {
  const { preferences, secure } = request.visit
  const withoutScript = [draftCookie, mailboxCookie].some(
    (cookie) => readCookie(request, cookie, secure) !== undefined,
  )
  return withoutScript || preferences.history === 'ordinary'
}

function forget(request: FastifyRequest, reply: FastifyReply, deps: SiteDependencies): void {
  const { secure } = request.visit
  for (const end of [endDraft, endMailboxVisit])
    end(request, deps).catch((error: unknown) => deps.log(failure('site', error)))
  reply.headers(clearing)
  for (const cookie of siteCookies)
    if (readCookie(request, cookie, secure) !== undefined) clearCookie(reply, cookie, secure)
}

// Nobody waits for the database here. Where it fails, what is there stays locked, since its key is
// gone with the cookie, and it is destroyed in its time.
async function endDraft(request: FastifyRequest, { stores }: SiteDependencies): Promise<void> {
  const { site, secure } = request.visit
  const key = parseBoxKey(readCookie(request, draftCookie, secure))
  if (key !== undefined) await stores.drafts.remove(site.id, draftName(key))
}

async function endMailboxVisit(
  request: FastifyRequest,
  { stores }: SiteDependencies,
): Promise<void> {
  const owner = visitOwnerOf(request)
  if (owner !== undefined) await endVisit(stores.mailboxVisits, owner)
}
