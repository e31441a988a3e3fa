import type { FastifyInstance } from 'fastify'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { officerOf } from '../desk-visit.ts'
import { lastDays } from './daily-views.ts'
import { figuresPage } from './figures-page.ts'

export function figuresRoutes(app: FastifyInstance, deps: DeskDependencies): void {
  const { config, stores, words, now } = deps

  app.get('/figures', { config: { allows: 'read-figures' } }, async (request, reply) => {
    const { desk } = officerOf(request)
    const days = lastDays(now())
    const [from = '', to = ''] = [days[0], days.at(-1)]
    const figures = await Promise.all(
      config.sites
        .filter((site) => site.desk.id === desk)
        .map(async (site) => ({ site, counts: await stores.pageCounts.read(site.id, from, to) })),
    )
    return deps.send(request, reply, figuresPage(words, days, figures))
  })
}
