import type { FastifyInstance } from 'fastify'
import { informingOrganizations, supportingOrganizations } from '../../directory/directory.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { organizationsPage } from './organizations-page.ts'

/** Who else supports people. */
export function directoryRoutes(app: FastifyInstance, { send }: SiteDependencies): void {
  app.get('/organizations', async (request, reply) => {
    const { words, locale, content } = request.visit
    const main = organizationsPage({
      words,
      locale,
      supporting: supportingOrganizations(content.directory),
      informing: informingOrganizations(content.directory),
    })
    return send(request, reply, {
      title: words('advice.organizationsTitle'),
      main,
      cacheable: true,
      urgent: true,
    })
  })
}
