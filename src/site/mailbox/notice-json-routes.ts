import type { FastifyInstance, FastifyReply } from 'fastify'
import * as v from 'valibot'
import { readNoticeAddress } from '../../mailbox/notice.ts'
import type { ReportId } from '../../reports/stored-report.ts'
import { openJsonDoor, readBody, sendJson } from '../../web/json-door.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'
import { findByName } from './find-by-name.ts'
import { keepNotice, noticeFor, noticeWays } from './noticing.ts'

const name = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
const way = v.picklist(['email', 'text'])
const address = v.pipe(v.string(), v.maxLength(254))

const noticeBody = v.variant('deed', [
  /** Whether notices are offered, and whether one is wanted already. */
  v.strictObject({ name, deed: v.literal('ask') }),
  v.strictObject({ name, deed: v.literal('stop') }),
  /** What will be sent, to be seen before it is agreed. */
  v.strictObject({ name, deed: v.literal('look'), way, address }),
  v.strictObject({ name, deed: v.literal('keep'), way, address }),
])

type NoticeBody = v.InferOutput<typeof noticeBody>

/** Notices for the script of the mailbox. The address comes in clear: our server has to write to it. */
export function noticeJsonRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  openJsonDoor(app, { name: 'site', log: deps.log }, (door) => {
    door.post('/b/s/notice', async (request, reply) => {
      const { visit } = request
      const body = readBody(request.body, noticeBody)
      const found = await findByName(visit, body.name, deps)
      if (found === undefined) return sendJson(reply, 404, { problem: 'unknown' })
      const { report } = found
      const { notices } = deps.stores
      if (body.deed === 'stop') await notices.remove(report)
      if (body.deed === 'look' || body.deed === 'keep')
        return agree({ visit, body, report }, reply, deps)
      return sendJson(reply, 200, {
        ways: noticeWays(visit, deps),
        isOn: await notices.has(report),
      })
    })
  })
}

async function agree(
  asked: {
    readonly visit: Visit
    readonly body: Extract<NoticeBody, { deed: 'look' | 'keep' }>
    readonly report: ReportId
  },
  reply: FastifyReply,
  deps: SiteDependencies,
): Promise<FastifyReply> {
  const { visit, body, report } = asked
  if (!noticeWays(visit, deps).includes(body.way)) return sendJson(reply, 422, { problem: 'way' })
  const read = readNoticeAddress(body.way, body.address)
  if (read === undefined) return sendJson(reply, 422, { problem: `wrong-${body.way}` })
  const notice = noticeFor(visit, read)
  if (body.deed === 'look') return sendJson(reply, 200, notice)
  await keepNotice(report, notice, deps)
  return sendJson(reply, 201, {})
}
