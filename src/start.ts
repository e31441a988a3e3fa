/** The composition root: the only place that wires. */
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { DoorName } from './config.ts'
import { type Context, openContext } from './context.ts'
import { emptyLog } from './database/scrub.ts'
import { openDesk } from './desk/desk-door.ts'
import { expireFiles, sweepFiles } from './files/expire-files.ts'
import { openSealingThreads, type SealingThreads } from './reports/sealing-threads.ts'
import { checkSites } from './site/check-sites.ts'
import { loadContent } from './site/content.ts'
import { openSite } from './site/site-door.ts'
import { explainStart } from './start-error.ts'
import { startNotices } from './start-notices.ts'
import { chunkStore, deskStores, siteStores } from './stores.ts'
import { loadAssets } from './ui/assets.ts'
import { catchTheRest } from './uncaught.ts'
import { failure } from './web/log.ts'
import { type OpenDoor, welcome } from './welcome.ts'

interface Listening extends OpenDoor {
  readonly door: FastifyInstance
}

const expiryEvery = 10 * 60 * 1000

await start().catch((error: unknown) => {
  process.stderr.write(explainStart(error))
  process.exit(1)
})

async function start(): Promise<void> {
  const context = await openContext()
  catchTheRest(context.log)
  const threads = openSealingThreads()
  await sweepFiles(siteStores(context.database, chunkStore(context.config, context.database)))
  const doors: Listening[] = []
  for (const name of context.config.doors) doors.push(await listen(name, context, threads))
  const expiry = setInterval(() => void expire(context), expiryEvery)
  const stopNotices = startNotices(context)
  const stop = async (): Promise<void> => {
    clearInterval(expiry)
    await stopNotices()
    await Promise.all(doors.map(({ door }) => door.close()))
    await threads.close()
    await context.database.destroy()
    context.log({ event: 'stopped' })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  process.stdout.write(await welcome(context, doors))
}

async function listen(
  name: DoorName,
  context: Context,
  threads: SealingThreads,
): Promise<Listening> {
  const { config, log } = context
  const door = await open(name, context, threads)
  await door.listen({
    host: config.listenHost,
    port: name === 'site' ? config.sitePort : config.deskPort,
  })
  const { port } = door.server.address() as AddressInfo
  log({ event: 'started', door: name, port })
  return { name, door, port }
}

function open(
  name: DoorName,
  context: Context,
  { seal }: SealingThreads,
): Promise<FastifyInstance> {
  const { config, database } = context
  const assets = loadAssets(join(import.meta.dirname, '..', 'dist'))
  const ready = async (): Promise<boolean> => {
    await database.selectFrom('desk_keys').select('epoch').limit(1).execute()
    return true
  }
  const chunks = chunkStore(config, database)
  if (name === 'desk')
    return openDesk({ ...context, assets, ready, stores: deskStores(database, chunks) })
  const languages = config.sites.flatMap((site) => site.languages)
  const contents = loadContent(config.contentDir, ['en', ...languages])
  checkSites(config.sites, contents)
  const stores = siteStores(database, chunks)
  return openSite({ ...context, assets, ready, contents, stores, seal })
}

// What nobody came back to is destroyed on time, and not at the next start.
async function expire({ config, database, log, now }: Context): Promise<void> {
  const stores = siteStores(database, chunkStore(config, database))
  try {
    await stores.mailboxVisits.expire(now())
    await stores.savedDrafts.expire(now())
    await expireFiles(stores, now())
    const count = await stores.drafts.expire(now())
    if (count > 0) log({ event: 'drafts-expired', count })
    await stores.withdrawals.scrub()
    await emptyLog(database)
  } catch (error) {
    log(failure('site', error))
  }
}
