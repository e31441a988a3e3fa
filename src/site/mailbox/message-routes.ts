import type { FastifyInstance, FastifyReply } from 'fastify'
import { messageLimit } from '../../mailbox/message.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import { seeOther } from '../report/telling.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { comeBack, sendOver } from './come-back.ts'
import { type Asked, orTrouble } from './mailbox-view.ts'
import { type MessageView, messageView } from './message-page.ts'
import { damagedView } from './open-page.ts'
import { type Reached, reachMailbox } from './reach-mailbox.ts'
import { writeToDesk } from './write-to-desk.ts'

interface Typed {
  readonly text: string
  /** Only asked for where the visit was over while somebody wrote. */
  readonly receipt: string
}

/** Writing to officers. */
export function messageRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/b/message', async (request, reply) => {
    const asked = { request, reply, deps }
    if ((await reachMailbox(request, deps)) === undefined) return sendOver(asked)
    return deps.send(request, reply, messageView(request.visit, {}))
  })

  app.post('/b/message', async (request, reply) => {
    const form = expectFields((request.body ?? new Map()) as Form, ['text', 'receipt'])
    const typed = { text: field(form, 'text'), receipt: field(form, 'receipt') }
    const asked = { request, reply, deps }
    return orTrouble(
      asked,
      () => take(asked, typed),
      () => messageView(request.visit, { text: typed.text, problem: 'trouble' }),
    )
  })
}

async function take(asked: Asked, typed: Typed): Promise<FastifyReply> {
  const { text } = typed
  if (text.trim() === '') return again(asked, { text, problem: 'empty' })
  if (text.length > messageLimit) return again(asked, { text, problem: 'too-long' })
  const reached = await reachMailbox(asked.request, asked.deps)
  return reached === undefined ? takeAnew(asked, typed) : send(asked, reached, text)
}

/** The visit was over while somebody wrote: their words wait on the page for the receipt. */
async function takeAnew(asked: Asked, { text, receipt: typed }: Typed): Promise<FastifyReply> {
  if (typed === '') return again(asked, { text, problem: 'over', again: { typed } })
  const came = await comeBack(asked, typed)
  if (came.outcome === 'open') return send(asked, came.reached, text)
  const problem = came.outcome === 'draft' ? 'unknown' : came.outcome
  return again(asked, { text, problem: 'over', again: { typed, problem } })
}

async function send(asked: Asked, reached: Reached, text: string): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const { visit } = request
  const outcome = await writeToDesk(deps, reached, { text })
  if (outcome === 'added') return seeOther(reply, visit, '/b/open?said=message')
  if (outcome === 'full') return again(asked, { text, problem: 'full' })
  if (outcome === 'not-found') return again(asked, { text, problem: 'over', again: { typed: '' } })
  return deps.send(request, reply, damagedView(visit, reached.mailbox))
}

function again({ request, reply, deps }: Asked, view: MessageView): FastifyReply {
  return deps.send(request, reply, messageView(request.visit, view))
}
