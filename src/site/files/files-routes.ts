import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Owner } from '../../files/finish-file.ts'
import { openFileNote } from '../../files/open-file.ts'
import { openEnvelope } from '../../mailbox/open-mailbox.ts'
import { recipientOf } from '../../sealing/identity.ts'
import { sendOver } from '../mailbox/come-back.ts'
import { type Asked, orTrouble } from '../mailbox/mailbox-view.ts'
import { damagedView } from '../mailbox/open-page.ts'
import { findMailbox, type Reached, reachMailbox } from '../mailbox/reach-mailbox.ts'
import { startVisit } from '../mailbox/visiting.ts'
import { draftOf } from '../report/telling.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { ShownFile } from './file-list.ts'
import { filesView } from './files-page.ts'
import { receiveForm } from './receive-form.ts'
import { uploadRoutes } from './upload-routes.ts'

/** Adding files to a report that is sent: without script here, and sealed in the browser. */
export function filesRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  uploadRoutes(app, deps)
  app.get('/b/files', async (request, reply) => show({ request, reply, deps }))
  void app.register((door, _options, done) => {
    door.addContentTypeParser('multipart/form-data', async (_: unknown, body: unknown) => body)
    door.post('/b/files', async (request, reply) => {
      const asked = { request, reply, deps }
      return orTrouble(
        asked,
        () => take(asked),
        () => filesView(request.visit, { files: [], problem: 'trouble' }),
      )
    })
    done()
  })
}

async function show(asked: Asked): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const reached =
    (await reachMailbox(request, deps)) ?? (await comeFromReceipt(request, reply, deps))
  if (reached === undefined) return sendOver(asked)
  const owner = await ownerOf(reached)
  if (owner === undefined)
    return deps.send(request, reply, damagedView(request.visit, reached.mailbox))
  const files = await shownFiles(deps, owner)
  return deps.send(request, reply, filesView(request.visit, { files }))
}

async function take(asked: Asked): Promise<FastifyReply> {
  const { request, reply, deps } = asked
  const reached = await reachMailbox(request, deps)
  if (reached === undefined) return sendOver(asked)
  const owner = await ownerOf(reached)
  if (owner === undefined)
    return deps.send(request, reply, damagedView(request.visit, reached.mailbox))
  const { results, broken } = await receiveForm(request, deps, owner)
  const files = await shownFiles(deps, owner)
  const problem = problemOf(results.length, broken)
  return deps.send(request, reply, filesView(request.visit, { files, results, ...problem }))
}

function problemOf(results: number, broken: boolean) {
  if (broken) return { problem: 'broken' } as const
  return results === 0 ? ({ problem: 'nothing' } as const) : {}
}

/** Whoever has just sent a report, and still has the receipt on the screen, need not type it. */
async function comeFromReceipt(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SiteDependencies,
): Promise<Reached | undefined> {
  const draft = await draftOf(request, deps)
  if (draft.state !== 'sent') return undefined
  const { receipt } = draft
  const mailbox = await findMailbox(request.visit.site.id, receipt, deps)
  if (mailbox === undefined) return undefined
  await startVisit(request, reply, deps, receipt)
  return { receipt, mailbox }
}

/** The report’s own key, for the length of this request. */
async function ownerOf({ receipt, mailbox }: Reached): Promise<Owner | undefined> {
  const identity = await openEnvelope(receipt, mailbox.envelope)
  if (identity === undefined) return undefined
  return { report: mailbox.report, identity, recipient: await recipientOf(identity) }
}

async function shownFiles({ stores }: SiteDependencies, owner: Owner): Promise<ShownFile[]> {
  const files = await stores.files.list(owner.report)
  return Promise.all(
    files.map(async (file) => ({ file, note: await openFileNote(file, owner.identity) })),
  )
}
