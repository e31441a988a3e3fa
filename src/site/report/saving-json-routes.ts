import type { FastifyInstance, FastifyReply } from 'fastify'
import * as v from 'valibot'
import { sealedDraftLimit } from '../../mailbox/saved-draft.ts'
import { hashOfMailboxName } from '../../reports/mailbox.ts'
import { bucketOf } from '../../sealing/pad.ts'
import type { Sealed } from '../../sealing/seal.ts'
import { sealedShapeOf } from '../../sealing/sealed-shape.ts'
import { openJsonDoor, readBody, sendJson } from '../../web/json-door.ts'
import { slowDown } from '../mailbox/come-back.ts'
import type { SiteDependencies } from '../site-dependencies.ts'

/** Derived from the receipt in the browser; of it the server knows only a keyed hash. */
const name = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

const sealed = v.pipe(
  v.string(),
  v.maxLength(sealedDraftLimit),
  v.check(isDraft),
  v.transform((text) => text as Sealed),
)

const nameBody = v.strictObject({ name })
const saveBody = v.strictObject({ name, sealed })

/** Saving and going on with script: the browser seals and opens, the receipt never leaves it. */
export function savingJsonRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  const { stores, secrets, now } = deps
  const hashOf = (typed: string) => hashOfMailboxName(typed, secrets.secretKey)
  openJsonDoor(app, { name: 'site', log: deps.log }, (door) => {
    door.post('/a/s/save', async ({ visit, body }, reply) => {
      const draft = readBody(body, saveBody)
      const kept = { site: visit.site.id, name: hashOf(draft.name), sealed: draft.sealed }
      const lastDay = await stores.savedDrafts.keep(kept, now())
      return sendJson(reply, 201, { lastDay })
    })

    door.post('/a/s/resume', async ({ visit, body }, reply) => {
      const hash = hashOf(readBody(body, nameBody).name)
      const found = await stores.savedDrafts.find(visit.site.id, hash, now())
      if (found !== undefined) return sendJson(reply, 200, found)
      await slowDown(deps, hash)
      return sendUnknown(reply)
    })

    door.post('/a/s/forget', async ({ visit, body }, reply) => {
      await stores.savedDrafts.remove(visit.site.id, hashOf(readBody(body, nameBody).name))
      return sendJson(reply, 200, {})
    })
  })
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return sendJson(reply, 404, { problem: 'unknown' })
}

function isDraft(text: string): boolean {
  const shape = sealedShapeOf(text)
  return shape !== undefined && shape.recipients === 1 && shape.size === bucketOf(shape.size)
}
