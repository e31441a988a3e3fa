/**
 * Ten thousand automated reports through the network, and then one that is real: node bench/flood.ts
 * [how many]. Starts the service as it runs; prints how long it took and where the real one stands.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../src/database/database.ts'
import { reportStore } from '../src/reports/report-store.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { wholeReport } from '../test/telling.ts'
import { startService } from '../test/whole-service.ts'

const count = Number(process.argv[2] ?? 10_000)
const beginnings = Number(process.argv[3] ?? 100_000)
const senders = 32

/** A program that fills in forms, and keeps the cookie that it is given. */
class Sender {
  readonly #site: string
  #cookie = ''

  constructor(site: string) {
    this.#site = site
  }

  async post(path: string, fields: (typeof wholeReport)[string] = {}): Promise<Response> {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one]),
    )
    const answer = await fetch(`${this.#site}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie: this.#cookie,
      },
      body: new URLSearchParams(pairs).toString(),
    })
    await answer.arrayBuffer()
    const [set] = answer.headers.getSetCookie()
    if (set !== undefined) this.#cookie = set.split(';')[0] ?? ''
    return answer
  }

  /** Only what a report cannot do without: the quickest way to send one. */
  async fill(what: string): Promise<void> {
    await this.post('/a/1', { role: 'other' })
    await this.post('/a/3', { what })
    await this.#send()
  }

  /** Page after page, and how long the last step took in milliseconds. */
  async tell(pages: typeof wholeReport): Promise<number> {
    let next = '/a/1'
    for (let fields = pages['1']; fields !== undefined; fields = pages[next.slice(3)]) {
      const answer = await this.post(next, fields)
      next = answer.headers.get('location') ?? ''
    }
    const began = performance.now()
    await this.#send()
    return performance.now() - began
  }

  async #send(): Promise<void> {
    const sent = await this.post('/a/send')
    if (sent.headers.get('location') !== '/a/receipt') throw new Error(`not sent: ${sent.status}`)
  }
}

const unlike = (number: number): string =>
  Array.from({ length: 30 }, (_, place) =>
    Math.imul(number * 64 + place + 1, 0x9e3779b1).toString(36),
  ).join(' ')
const copied = (number: number): string =>
  `Cheap watches and the best offers of the year, only this week, visit us now, ${number} happy buyers.`

const service = await startService()
const database = openDatabase(`sqlite:${join(service.dataDir, 'signpost.sqlite')}`)
const recipient = await recipientOf(await newIdentity())
await database
  .insertInto('desk_keys')
  .values({
    desk: 'main',
    epoch: 1,
    recipient,
    created_at: '2026-11-22T09:00:00.000Z',
    created_by: 'bench',
  })
  .execute()

await each(
  count,
  async (number) => {
    await new Sender(service.siteUrl).fill(copied(number))
  },
  'automated reports, nearly the same',
)
await genuine('after a flood of one text')
await each(
  Math.ceil(count / 10),
  async (number) => {
    await new Sender(service.siteUrl).fill(unlike(number))
  },
  'automated reports, each unlike the others',
)
await genuine('without script, after a flood of many texts')
await beginMany()
await database.destroy()
await service.remove()

async function genuine(when: string): Promise<void> {
  const sender = new Sender(service.siteUrl)
  const what = `Two boys sleep in the container behind the car wash. I saw them ${when}.`
  const took = await sender.tell({ ...wholeReport, '3': { what }, '8': { 'danger-now': 'yes' } })
  const reports = reportStore(database)
  const queue = await reports.queue('main', { lane: 'usual', statuses: ['new'], limit: 1_000 })
  const place = queue.findIndex(({ priority }) => priority === 1) + 1
  const urgent = queue.filter(({ priority }) => priority === 1).length
  const { all, unlike: alone } = await reports.countHeld('main')
  console.log(
    `genuine, ${when}: stored in ${Math.round(took)} ms; first urgent at place ${place}, ${urgent} urgent; queue ${queue.length}, held ${all}, of them ${alone} like no other`,
  )
}

async function beginMany(): Promise<void> {
  const before = sizeOf()
  const person = new Sender(service.siteUrl)
  await person.post('/a/1', { role: 'other' })
  await person.post('/a/2', { consent: 'share' })
  await each(
    beginnings,
    async () => {
      await new Sender(service.siteUrl).post('/a/1', { role: 'other' })
    },
    'drafts begun',
  )
  const kept = await person.post('/a/3', { what: 'Lights behind the green shutters' })
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  const { drafts } = await database
    .selectFrom('drafts')
    .select(({ fn }) => fn.countAll().as('drafts'))
    .executeTakeFirstOrThrow()
  const took = await new Sender(service.siteUrl).tell(wholeReport)
  console.log(
    `who had begun before goes on: ${kept.status} to ${kept.headers.get('location')}; drafts kept ${drafts}; a new one sends in ${Math.round(took)} ms; the disk holds ${Math.round((sizeOf() - before) / 1e6)} MB more`,
  )
}

function sizeOf(): number {
  const path = join(service.dataDir, 'signpost.sqlite')
  return statSync(path).size + statSync(`${path}-wal`).size
}

async function each(
  times: number,
  work: (number: number) => Promise<void>,
  what: string,
): Promise<void> {
  const began = performance.now()
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < times) {
      next += 1
      await work(next)
    }
  }
  await Promise.all(Array.from({ length: senders }, worker))
  const seconds = (performance.now() - began) / 1000
  console.log(`${times} ${what}: ${Math.round(seconds)} s, ${Math.round(times / seconds)} a second`)
}
