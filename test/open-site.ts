/** The whole public door, on a database of its own, and a browser without script that walks through it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { buildAssets } from '../src/build-assets.ts'
import type { Config } from '../src/config.ts'
import { type Database, openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import { openSealingThreads } from '../src/reports/sealing-threads.ts'
import { type Identity, newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { loadContent } from '../src/site/content.ts'
import { openSite } from '../src/site/site-door.ts'
import { readSites, type SiteConfig } from '../src/sites.ts'
import { siteStores } from '../src/stores.ts'
import { loadAssets } from '../src/ui/assets.ts'
import type { LogEvent } from '../src/web/log.ts'

export interface OpenSite {
  readonly app: FastifyInstance
  readonly database: Database
  /** Opens what is sent to the desk. */
  readonly deskIdentity: Identity
  readonly logged: readonly LogEvent[]
  readonly clock: { now: Date }
  /** Gives the desk its key, as the first officer's browser does. */
  openDesk(): Promise<void>
  close(): Promise<void>
}

/**
 * @param languages what the shipped site offers; the first is what nobody has to ask for
 * @param own what is otherwise in the site’s file
 * @param mail the operator’s mail server; otherwise there is none
 */
export async function openWholeSite(
  languages: readonly string[] = ['en'],
  own: Partial<SiteConfig> = {},
  mail?: { readonly smtpUrl: string; readonly post: Config['post'] },
): Promise<OpenSite> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-site-'))
  const database = openDatabase(`sqlite:${join(folder, 'signpost.sqlite')}`)
  await migrate(database)
  await buildAssets()
  const deskIdentity = await newIdentity()
  const logged: LogEvent[] = []
  const clock = { now: new Date('2026-11-22T11:04:05.678Z') }
  const { sites, desks } = readSites('content/sites', 'content')
  const config = {
    sites: sites.map((site) => ({ ...site, ...own, languages: [...languages] })),
    desks,
  } as Partial<Config>
  const threads = openSealingThreads()
  const app = await openSite({
    config: { ...config, contentDir: 'content', post: mail?.post } as Config,
    secrets: { secretKey: Buffer.alloc(32, 7), smtpUrl: mail?.smtpUrl },
    contents: loadContent('content', languages),
    stores: siteStores(database),
    seal: threads.seal,
    log: (event) => logged.push(event),
    now: () => clock.now,
    assets: loadAssets('dist'),
    ready: async () => true,
  })
  const close = async () => {
    await app.close()
    await threads.close()
    await database.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
  const openDesk = () => keepDeskKey(database, deskIdentity)
  return { app, database, deskIdentity, logged, clock, openDesk, close }
}

/** A browser without script: keeps cookies, posts forms, follows `303`. */
export class Browser {
  readonly #app: FastifyInstance
  readonly cookies = new Map<string, string>()

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(
      await this.#app.inject({ url, headers: { host: 'localhost', cookie: this.#cookie() } }),
    )
  }

  /** Posts a form and stays on what comes back. */
  async post(
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<LightMyRequestResponse> {
    return this.#keep(
      await this.#app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(
          Object.entries(fields).flatMap(([name, value]) =>
            [value].flat().map((one) => [name, one]),
          ),
        ).toString(),
        headers: {
          host: 'localhost',
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          cookie: this.#cookie(),
        },
      }),
    )
  }

  #cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value, expires } of answer.cookies)
      if (value === '' || (expires !== undefined && expires.getTime() < 1e12))
        this.cookies.delete(name)
      else this.cookies.set(name, value)
    return answer
  }
}

async function keepDeskKey(database: Database, identity: Identity): Promise<void> {
  const recipient = await recipientOf(identity)
  const when = { created_at: '2026-11-22T09:00:00.000Z', created_by: 'ada' }
  await database
    .insertInto('desk_keys')
    .values({ desk: 'main', epoch: 1, recipient, ...when })
    .execute()
}
