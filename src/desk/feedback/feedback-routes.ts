import type { FastifyInstance } from 'fastify'
import { expectFields, type Form } from '../../web/form.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf } from '../desk-visit.ts'
import { feedbackPage } from './feedback-page.ts'
import { readFeedbackId, readFeedbackPart } from './feedback-part.ts'

export function feedbackRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  const { stores, words, now } = deps

  app.get('/feedback', { config: { allows: 'read-feedback' } }, async (request, reply) => {
    const { desk, id } = officerOf(request)
    const [found, grants] = await Promise.all([
      stores.feedback.list(desk, readFeedbackPart(request.query)),
      stores.deskKeys.listGrants(desk, id),
    ])
    return deps.send(request, reply, feedbackPage(words, { found, grants }))
  })

  app.post(
    '/feedback/:id/reading',
    { config: { allows: 'read-feedback' } },
    async (request, reply) => {
      if (request.body !== undefined) expectFields(request.body as Form, [])
      const id = readFeedbackId((request.params as { id: string }).id)
      await stores.feedback.markRead(officerOf(request).desk, id, now())
      return reply.header('cache-control', 'no-store').redirect(`/feedback#f-${id}`, 303)
    },
  )
}
