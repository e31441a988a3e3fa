/**
 * How fast reports are taken in, each on the disk before its answer, beside what the disk does alone;
 * and how fast one thread seals: node bench/intake.ts [seconds a round]. Only the ratios mean something.
 */
import { fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newReference } from '../src/reports/reference.ts'
import type { Report } from '../src/reports/report.ts'
import { sealReport } from '../src/reports/seal-report.ts'
import { recipientOf } from '../src/sealing/identity.ts'
import { mailboxName, newReceipt } from '../src/sealing/receipt.ts'
import { openWholeSite } from '../test/open-site.ts'

const seconds = Number(process.argv[2] ?? 3)
const rounds = 3

const site = await openWholeSite()
await site.openDesk()
await site.app.listen({ host: '127.0.0.1', port: 0 })
const { port } = site.app.server.address() as AddressInfo
const deskKey = { epoch: 1, recipient: await recipientOf(site.deskIdentity) }
const report: Report = {
  kind: 'signpost report',
  version: 1,
  reference: newReference(),
  site: 'signpost',
  topic: 'human-trafficking',
  language: 'en',
  sent: '2026-11-22T11:00:00Z',
  sealed: 'in the browser',
  consent: 'anonymous',
  answers: [
    { id: 'what', question: 'Sample?', fields: [{ name: 'what', text: 'w'.repeat(3_000) }] },
  ],
}
const seals = await sealReport(report, deskKey, newReceipt())

const sealing = await rateOf(1, async () => void (await sealReport(report, deskKey, newReceipt())))
console.log(`sealing on arrival, on one thread: ${sealing.toFixed(0)} reports a second`)
const ratios = { one: [] as number[], many: [] as number[] }
for (let round = 0; round < rounds; round += 1) {
  const disk = diskRate()
  ratios.one.push((await rateOf(1, sendOver(new Agent({ keepAlive: true })))) / disk)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  ratios.many.push((await rateOf(64, sendOver(agent))) / disk)
  console.log(`the disk alone: ${disk.toFixed(0)} times fdatasync a second`)
}
console.log(`a sealed report, one at a time: ${middle(ratios.one).toFixed(2)} of the disk alone`)
console.log(`sealed reports, 64 senders: ${middle(ratios.many).toFixed(2)} of the disk alone`)
await site.close()
process.exit(0)

function sendOver(agent: Agent): () => Promise<void> {
  return async () => {
    const body = JSON.stringify({
      ...seals,
      reference: newReference(),
      language: 'en',
      priority: 4,
      mailbox: mailboxName(newReceipt()),
    })
    const status = await post(agent, body)
    if (status !== 201 && status !== 409) throw new Error(`a report was answered with ${status}`)
  }
}

function post(agent: Agent, body: string): Promise<number> {
  const headers = {
    host: 'localhost',
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    'content-length': Buffer.byteLength(body),
  }
  const options = { host: '127.0.0.1', port, path: '/a/s/report', method: 'POST', agent, headers }
  return new Promise((resolve, reject) => {
    const asked = request(options, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** How often a second `workers` at once finish what they do. */
async function rateOf(workers: number, deed: () => Promise<void>): Promise<number> {
  await deed()
  const end = performance.now() + seconds * 1000
  let done = 0
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await deed()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
  return done / seconds
}

function diskRate(): number {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-disk-'))
  const file = openSync(join(folder, 'file'), 'w')
  const bytes = Buffer.alloc(8_192, 1)
  const end = performance.now() + seconds * 1000
  let done = 0
  while (performance.now() < end) {
    writeSync(file, bytes)
    fdatasyncSync(file)
    done += 1
  }
  rmSync(folder, { recursive: true })
  return done / seconds
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
