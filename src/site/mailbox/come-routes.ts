import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../reports/calendar.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { resumeView } from '../report/resume-page.ts'
import { seeOther } from '../report/telling.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { closedView } from './closed-page.ts'
import { comeBackEither, sendOver } from './come-back.ts'
import { comeView } from './come-page.ts'
import { type Asked, orTrouble } from './mailbox-view.ts'
import { noticeWays } from './noticing.ts'
import { damagedView, openView, sayings } from './open-page.ts'
import { openReached, reachMailbox } from './reach-mailbox.ts'
import { dropVisitKey, stopVisit, visitOf } from './visiting.ts'

/** Coming back with a receipt, reading, and closing. */
export function comeRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/b', async (request, reply) => {
    const { visit } = request
    const isOpen = (await visitOf(request, deps)) !== undefined
    if (!isOpen) dropVisitKey(request, reply)
    return deps.send(request, reply, comeView({ visit, isOpen }))
  })

  app.post('/b', async (request, reply) => {
    const { visit } = request
    const typed = field(expectFields((request.body ?? new Map()) as Form, ['receipt']), 'receipt')
    const asked = { request, reply, deps }
    return orTrouble(
      asked,
      () =>
        comeBackEither(asked, typed, (problem) =>
          problem === 'damaged'
            ? resumeView({ visit, typed, problem })
            : comeView({ visit, typed, problem }),
        ),
      () => comeView({ visit, typed, problem: 'trouble' }),
    )
  })

  app.get('/b/open', async (request, reply) => {
    const asked = { request, reply, deps }
    const { visit } = request
    return orTrouble(
      asked,
      () => showMailbox(asked),
      () => comeView({ visit, problem: 'trouble' }),
    )
  })

  app.post('/b/close', async (request, reply) => {
    expectFields((request.body ?? new Map()) as Form, [])
    await stopVisit(request, reply, deps)
    return seeOther(reply, request.visit, '/b/close')
  })

  app.get('/b/close', async (request, reply) =>
    deps.send(request, reply, closedView(request.visit, isSaid(request.query, 'withdrawn'))),
  )
}

async function showMailbox(asked: Asked): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const { visit, query } = request
  const reached = await reachMailbox(request, deps)
  if (reached === undefined) return sendOver(asked)
  const { mailbox } = reached
  const opened = await openReached(reached, deps)
  if (opened.outcome === 'damaged') return deps.send(request, reply, damagedView(visit, mailbox))
  const said = sayings.find((what) => isSaid(query, what))
  const offersNotice = noticeWays(visit, deps).length > 0
  const today = dayOf(deps.now())
  return deps.send(
    request,
    reply,
    openView({ visit, mailbox, ...opened, today, said, offersNotice }),
  )
}

function isSaid(query: unknown, what: string): boolean {
  return (query as Record<string, unknown>)['said'] === what
}
