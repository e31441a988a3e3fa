import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { Fault, faultStatusOf } from './fault.ts'
import { failure, type Log } from './log.ts'

/**
 * Opens a door to scripts of ours for these routes alone: what is posted is JSON, and so is every
 * answer, faults included. All other routes go on refusing JSON.
 */
export function openJsonDoor(
  app: FastifyInstance,
  { name, log }: { readonly name: 'site' | 'desk'; readonly log: Log },
  routes: (app: FastifyInstance) => void,
): void {
  void app.register((door, _options, done) => {
    const parser = door.getDefaultJsonParser('error', 'error')
    if (!door.hasContentTypeParser('application/json'))
      door.addContentTypeParser('application/json', { parseAs: 'string' }, parser)
    door.setErrorHandler(async (error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
      const status = faultStatusOf(error)
      if (status < 500) return sendJson(reply, status, { problem: 'refused' })
      log(failure(name, error))
      return sendJson(reply.header('retry-after', '60'), 503, { problem: 'trouble' })
    })
    routes(door)
    done()
  })
}

export const jsonHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'content-type': 'application/json; charset=utf-8',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

export function sendJson(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply.code(status).headers(jsonHeaders).send(JSON.stringify(body))
}

/**
 * What a script of ours posts, read into a type.
 *
 * @throws Fault 422 when it is anything else
 */
export function readBody<Schema extends v.GenericSchema>(
  body: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body)
  if (!result.success) throw new Fault(422, 'not what our script sends')
  return result.output
}
