/** A desk as it runs: real database, real scripts, real keys; on a port of its own where a browser has to reach it. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildAssets } from '../src/build-assets.ts'
import { readConfig } from '../src/config.ts'
import { type Database, openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import type { DeskStores } from '../src/desk/desk-dependencies.ts'
import { openDesk } from '../src/desk/desk-door.ts'
import { deskStores } from '../src/stores.ts'
import { loadAssets } from '../src/ui/assets.ts'
import type { LogEvent } from '../src/web/log.ts'

export interface TestDesk {
  readonly app: FastifyInstance
  readonly database: Database
  readonly stores: DeskStores
  readonly logged: readonly LogEvent[]
  /** Begins to listen, and returns the address. */
  listen(): Promise<string>
  close(): Promise<void>
}

export interface DeskWish {
  readonly now?: () => Date
  /** Of the first desk. */
  readonly hosts?: readonly string[]
  /** Of both. */
  readonly origin?: string
}

export async function openTestDesk(wish: DeskWish = {}): Promise<TestDesk> {
  const { now = () => new Date(), hosts = ['*'], origin = 'http://localhost:3001' } = wish
  await buildAssets()
  const folder = mkdtempSync(join(tmpdir(), 'signpost-desk-'))
  const database = openDatabase(`sqlite:${join(folder, 'signpost.sqlite')}`)
  await migrate(database)
  const stores = deskStores(database)
  const logged: LogEvent[] = []
  const { config } = readConfig({
    DATA_DIR: folder,
    SECRET_KEY: randomBytes(32).toString('base64'),
  })
  // Two desks, so that each test can ask as an officer of the other.
  const desks = [
    { id: 'main', name: 'Main desk', hosts: [...hosts], origin },
    { id: 'other', name: 'Other desk', hosts: ['other.example'], origin },
  ]
  const app = await openDesk({
    config: { ...config, desks },
    secrets: { secretKey: randomBytes(32) },
    assets: loadAssets(join(import.meta.dirname, '../dist')),
    stores,
    log: (event) => logged.push(event),
    now,
    ready: () => Promise.resolve(true),
  })
  return {
    app,
    database,
    stores,
    logged,
    listen: async () => {
      await app.listen({ host: '127.0.0.1', port: 0 })
      return `http://localhost:${(app.server.address() as AddressInfo).port}`
    },
    close: async () => {
      await app.close()
      await database.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
