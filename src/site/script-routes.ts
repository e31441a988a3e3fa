import type { FastifyInstance } from 'fastify'
import { Fault } from '../web/fault.ts'
import { sendScript } from '../web/send-script.ts'
import type { SiteDependencies } from './site-dependencies.ts'
import { siteScripts } from './site-scripts.ts'

/** The browser scripts of the site, and none of the desk’s. */
export function scriptRoutes(app: FastifyInstance, { assets }: SiteDependencies): void {
  app.get('/assets/:file', async (request, reply) => {
    const { url } = request
    const name = siteScripts.find((one) => assets.scripts.get(one)?.path === url)
    const script = name && assets.scripts.get(name)
    if (script === undefined) throw new Fault(404, 'no such script')
    // In a browser’s cache it would tell who looks there later that somebody told us something.
    return sendScript(request, reply, script, 'no-store')
  })
}
