/** A site with real content, stores and pages, and only the routes that a test is about. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildAssets } from '../src/build-assets.ts'
import type { Config } from '../src/config.ts'
import { type Database, openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import { openIntake } from '../src/intake/admit-report.ts'
import { startGuesses } from '../src/mailbox/guesses.ts'
import { sealReport } from '../src/reports/seal-report.ts'
import { loadContent } from '../src/site/content.ts'
import { lastResortPage, sendSiteFault } from '../src/site/faults/fault-page.ts'
import { keptSender } from '../src/site/kept-pages.ts'
import { keptFor, resolveVisit, splitLanguage } from '../src/site/resolve-visit.ts'
import { siteDrawer, siteSender } from '../src/site/send-site-page.ts'
import type { SiteDependencies } from '../src/site/site-dependencies.ts'
import type { SiteConfig } from '../src/sites.ts'
import { siteStores } from '../src/stores.ts'
import { loadAssets } from '../src/ui/assets.ts'
import { openDoor } from '../src/web/door.ts'
import type { LogEvent } from '../src/web/log.ts'
import { PageCache } from '../src/web/page-cache.ts'

const repository = join(import.meta.dirname, '..')

export const harbour: SiteConfig = {
  id: 'harbour',
  hosts: ['localhost'],
  origin: 'http://localhost',
  name: 'Harbour',
  controller: 'Harbour Trust',
  contact: 'privacy@harbour.example',
  languages: ['en'],
  topic: 'human-trafficking',
  numbers: ['emergency', 'helpline', 'police'],
  brand: { colour: '#1f4e5f', textColour: '#ffffff' },
  exit: 'https://weather.example/today',
  desk: { id: 'main', name: 'Main desk', hosts: ['*'], origin: 'http://localhost:3001' },
}

export interface SmallSite {
  readonly app: FastifyInstance
  readonly deps: SiteDependencies
  readonly database: Database
  /** Pages that were kept for everyone. */
  readonly cache: PageCache
  readonly logged: readonly LogEvent[]
  /** What the clock shows; a test moves it. */
  readonly clock: { now: Date }
  close(): Promise<void>
}

export interface SmallSiteSettings {
  readonly sites?: readonly SiteConfig[]
  readonly contentDir?: string
}

type Routes = (app: FastifyInstance, deps: SiteDependencies) => void

export async function openSmallSite(
  routes: readonly Routes[],
  { sites = [harbour], contentDir = join(repository, 'content') }: SmallSiteSettings = {},
): Promise<SmallSite> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-'))
  const database = openDatabase(`sqlite:${join(folder, 'signpost.sqlite')}`)
  await migrate(database)
  await buildAssets()
  const cache = new PageCache((headers) => keptFor(sites, headers))
  const assets = loadAssets(join(repository, 'dist'))
  const draw = siteDrawer(assets)
  const logged: LogEvent[] = []
  const clock = { now: new Date('2026-11-22T10:20:30Z') }
  const deps: SiteDependencies = {
    assets,
    config: { sites, contentDir } as Config,
    secrets: { secretKey: Buffer.alloc(32, 1) },
    intake: openIntake(Buffer.alloc(32, 1), () => clock.now),
    contents: loadContent(
      contentDir,
      sites.flatMap(({ languages }) => languages),
    ),
    stores: siteStores(database),
    seal: sealReport,
    log: (event) => logged.push(event),
    guesses: startGuesses(),
    send: siteSender(draw, cache),
    sendKept: keptSender(draw),
    now: () => clock.now,
  }
  const app = await openDoor({
    name: 'site',
    log: deps.log,
    bodyLimit: 64 * 1024,
    lenientOrigin: true,
    cache,
    rewriteUrl: (url) => splitLanguage(url, deps.contents).rest,
    sendFault: sendSiteFault(deps),
    lastResort: lastResortPage(deps),
    ready: async () => true,
  })
  app.decorateRequest('visit')
  app.addHook('onRequest', async (request) => {
    request.visit = resolveVisit(request, sites, deps.contents)
  })
  for (const each of routes) each(app, deps)
  const close = async () => {
    await app.close()
    await database.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
  return { app, deps, database, cache, logged, clock, close }
}

/** What a browser sends when one of our forms is posted. */
export function posted(url: string, fields: Readonly<Record<string, string>>, cookie = '') {
  return {
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(cookie === '' ? {} : { cookie }),
    },
  } as const
}

/** What a page shows, without its styles and scripts. */
export function shown({ body }: { readonly body: string }): string {
  return body.slice(body.indexOf('<body'))
}
