import type { FastifyInstance, FastifyReply } from 'fastify'
import { type NoticeWay, readNoticeAddress } from '../../mailbox/notice.ts'
import { Fault } from '../../web/fault.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { seeOther } from '../report/telling.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { sendOver } from './come-back.ts'
import { type Asked, orTrouble } from './mailbox-view.ts'
import { noticeLookView, noticeView } from './notice-page.ts'
import type { NoticeProblem } from './notice-view.ts'
import { keepNotice, noticeFor, noticeWays } from './noticing.ts'
import { reachMailbox } from './reach-mailbox.ts'

/** What was typed, and which button was pressed. */
interface Typed {
  readonly way: NoticeWay | undefined
  readonly address: string
  readonly next: string
}

/** Hearing by e-mail or text that there is a message. */
export function noticeRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/b/notice', async (request, reply) => show({ request, reply, deps }, {}))

  app.post('/b/notice', async (request, reply) => {
    const names = ['way', 'address', 'next']
    const form = expectFields((request.body ?? new Map()) as Form, names)
    const asked = { request, reply, deps }
    const ways = noticeWays(request.visit, deps)
    const way = ways.find((one) => one === field(form, 'way'))
    const typed = { way, address: field(form, 'address'), next: field(form, 'next') }
    return orTrouble(
      asked,
      () => take(asked, typed),
      () =>
        noticeView(request.visit, {
          ways,
          isOn: false,
          way,
          typed: typed.address,
          problem: 'trouble',
        }),
    )
  })
}

async function show(
  asked: Asked,
  view: { readonly typed?: Typed; readonly problem?: NoticeProblem },
): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const { visit } = request
  const ways = noticeWays(visit, deps)
  if (ways.length === 0) throw new Fault(404, 'no notices here')
  const reached = await reachMailbox(request, deps)
  if (reached === undefined) return sendOver(asked)
  const isOn = await deps.stores.notices.has(reached.mailbox.report)
  const { typed, problem } = view
  const { way, address } = typed ?? {}
  return deps.send(request, reply, noticeView(visit, { ways, isOn, way, typed: address, problem }))
}

async function take(asked: Asked, typed: Typed): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const { visit } = request
  const { way, next } = typed
  const reached = await reachMailbox(request, deps)
  if (reached === undefined) return sendOver(asked)
  const { report } = reached.mailbox
  if (next === 'stop') {
    await deps.stores.notices.remove(report)
    return seeOther(reply, visit, '/b/open?said=notice-off')
  }
  if (next === 'back') return show(asked, { typed })
  if (way === undefined) return show(asked, { typed, problem: 'empty-way' })
  const address = readNoticeAddress(way, typed.address)
  if (address === undefined) return show(asked, { typed, problem: `wrong-${way}` })
  const notice = noticeFor(visit, address)
  if (next !== 'keep')
    return deps.send(request, reply, noticeLookView(visit, notice, typed.address))
  await keepNotice(report, notice, deps)
  return seeOther(reply, visit, '/b/open?said=notice-on')
}
