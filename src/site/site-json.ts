/** What scripts of the site and its server say to each other. */
import type { FastifyReply } from 'fastify'
import * as v from 'valibot'
import { Fault } from '../web/fault.ts'

/**
 * What a script of ours posts, read into a type.
 *
 * @throws Fault 422 when it is anything else
 */
export function readJson<Schema extends v.GenericSchema>(
  body: unknown,
  schema: Schema,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body)
  if (!result.success) throw new Fault(422, 'not what our script sends')
  return result.output
}

export function sendJson(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply.code(status).headers(jsonHeaders).send(JSON.stringify(body))
}

export const jsonHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'content-type': 'application/json; charset=utf-8',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const
