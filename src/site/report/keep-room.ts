import type { FastifyInstance } from 'fastify'
import { failure } from '../../web/log.ts'
import type { SiteDependencies } from '../site-dependencies.ts'

const every = 2_000

/** While this door is open, unfinished reports never take more than their room. */
export function keepRoom(
  app: FastifyInstance,
  { config, stores, log }: Pick<SiteDependencies, 'config' | 'stores' | 'log'>,
): void {
  const sites = config.sites.map(({ id }) => id)
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    stores.drafts
      .makeRoom(sites)
      .catch((error: unknown) => log(failure('site', error)))
      .finally(() => {
        isBusy = false
      })
  }, every)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
