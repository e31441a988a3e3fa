/**
 * Automated reports through the network, and then one that is real: node bench/flood.ts [sealed]
 * [written] [drafts begun], 10,000, 10,000 and 100,000 unless said otherwise. Starts the service as it
 * runs; prints how long it took and where the real one stands.
 */
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../src/database/database.ts'
import { digestOfReport, findWork } from '../src/intake/work.ts'
import { humanTrafficking } from '../src/reports/human-trafficking.ts'
import { newReference } from '../src/reports/reference.ts'
import { reportStore } from '../src/reports/report-store.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { pad } from '../src/sealing/pad.ts'
import { mailboxIdentity, mailboxName, newReceipt } from '../src/sealing/receipt.ts'
import { seal } from '../src/sealing/seal.ts'
import { type Pages, pagesOf, wholeReport } from '../test/telling.ts'
import { startService } from '../test/whole-service.ts'

const [sealedCount = 10_000, writtenCount = 10_000, begunCount = 100_000] = process.argv
  .slice(2)
  .map(Number)
const senders = 32

/** A program that fills in forms, and keeps the cookie that it is given. */
class Sender {
  readonly #site: string
  #cookie = ''

  constructor(site: string) {
    this.#site = site
  }

  async post(path: string, fields: Pages[string] = {}): Promise<Response> {
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
    for (const [page, fields] of Object.entries(
      pagesOf({ role: { role: 'other' }, what: { what } }),
    ))
      if (Object.keys(fields).length > 0) await this.post(`/a/${page}`, fields)
    await this.#send()
  }

  /** Page after page, and how long the last step took in milliseconds. */
  async tell(pages: Pages): Promise<number> {
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
try {
  await run()
} finally {
  await database.destroy()
  await service.remove()
}

async function run(): Promise<void> {
  const desk = await recipientOf(await newIdentity())
  const made = { created_at: '2026-11-22T09:00:00.000Z', created_by: 'bench' }
  const key = { desk: 'main', epoch: 1, recipient: desk, ...made }
  await database.insertInto('desk_keys').values(key).execute()
  await each(writtenCount, 'written without script, nearly the same', (number) =>
    new Sender(service.siteUrl).fill(copied(number)),
  )
  await genuine('without script')
  const sealed = await sealedReport(desk)
  await each(sealedCount, 'sealed without work, urgent, each in a mailbox of its own', (_number) =>
    post({ ...sealed, reference: newReference(), mailbox: randomBytes(32).toString('base64url') }),
  )
  await genuineWithScript(desk)
  await each(
    Math.ceil(writtenCount / 10),
    'written without script, each unlike the others',
    (number) => new Sender(service.siteUrl).fill(unlike(number)),
  )
  await genuine('without script')
  await beginMany()
}

async function genuineWithScript(desk: Awaited<ReturnType<typeof recipientOf>>): Promise<void> {
  const began = performance.now()
  const report = await sealedReport(desk)
  const terms = await (await fetch(`${service.siteUrl}/a/s/terms`)).json()
  const { challenge, bits } = terms as { challenge: string; bits: number }
  const nonce = await findWork(challenge, bits, digestOfReport(report))
  await post({ ...report, work: { challenge, nonce } })
  const took = performance.now() - began
  await say(`with script, ${bits} bits of work`, took, report.reference)
}

async function post(report: object): Promise<void> {
  const { status } = await fetch(`${service.siteUrl}/a/s/report`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(report),
  })
  // The name that was drawn is another's: the reporter's browser draws again.
  if (status === 409) return post({ ...report, reference: newReference() })
  if (status !== 201) throw new Error(`not stored: ${status}`)
}

async function sealedReport(desk: Awaited<ReturnType<typeof recipientOf>>) {
  const [identity, receipt] = [await newIdentity(), newReceipt()]
  const receiptRecipient = await recipientOf(mailboxIdentity(receipt))
  return {
    reference: newReference(),
    language: 'en',
    priority: 1,
    epoch: 1,
    envelope: await seal(identity, [desk, receiptRecipient]),
    body: await seal(pad('Two boys sleep in the container'), [await recipientOf(identity)]),
    receiptRecipient,
    mailbox: mailboxName(receipt),
  }
}

async function genuine(how: string): Promise<void> {
  const sender = new Sender(service.siteUrl)
  const what = 'Two boys sleep in the container behind the car wash. I saw them again today.'
  const before = new Set((await all()).map(({ id }) => id))
  const answers = pagesOf({ what: { what }, 'danger-now': { 'danger-now': 'yes' } })
  const took = await sender.tell({ ...wholeReport, ...answers })
  const own = (await all()).find(({ id }) => !before.has(id))
  await say(how, took, own?.reference ?? '')
}

function all() {
  return reportStore(database).queue('main', { statuses: ['new'], limit: 1_000_000 })
}

/** Where the real one stands. */
async function say(how: string, took: number, reference: string): Promise<void> {
  const reports = reportStore(database)
  const queue = await reports.queue('main', { lane: 'usual', statuses: ['new'], limit: 10_000 })
  const place = queue.findIndex((one) => one.reference === reference) + 1
  const where = place === 0 ? 'held' : `place ${place} of ${queue.length} in the queue`
  const held = await reports.countHeld('main')
  console.log(
    `  a real one, urgent, ${how}: stored in ${Math.round(took)} ms, ${where}; held ${held.all}, of them ${held.unlike} like no other`,
  )
}

async function beginMany(): Promise<void> {
  const before = sizeOf()
  const person = new Sender(service.siteUrl)
  await person.post('/a/1', { role: 'other' })
  await person.post(`/a/${pageOfQuestion('consent')}`, { consent: 'share' })
  await each(begunCount, 'drafts begun', async () => {
    await new Sender(service.siteUrl).post('/a/1', { role: 'other' })
  })
  const kept = await person.post(`/a/${pageOfQuestion('what')}`, {
    what: 'Lights behind the green shutters',
  })
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
  what: string,
  work: (number: number) => Promise<void>,
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

function pageOfQuestion(id: string): number {
  return humanTrafficking.questions.find((question) => question.id === id)?.page ?? 0
}
