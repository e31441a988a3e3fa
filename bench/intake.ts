/**
 * How fast reports are taken in, each on the disk before its answer, beside what the disk does alone;
 * and how fast one thread seals: node bench/intake.ts [seconds a round]. Only the ratios mean something.
 */

import { once } from 'node:events'
import { fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { newReference } from '../src/reports/reference.ts'
import type { Report } from '../src/reports/report.ts'
import { openSealingThreads } from '../src/reports/sealing-threads.ts'
import { recipientOf } from '../src/sealing/identity.ts'
import { newReceipt } from '../src/sealing/receipt.ts'
import { openWholeSite } from '../test/open-site.ts'
import type { Senders } from './send-sealed.ts'

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
const threads = openSealingThreads()
const seals = await threads.seal(report, deskKey, newReceipt())

const sealing = await rateOf(
  8,
  async () => void (await threads.seal(report, deskKey, newReceipt())),
)
const cores = Math.max(1, availableParallelism() - 1)
console.log(`sealing on arrival, for each thread: ${(sealing / cores).toFixed(0)} reports a second`)
const ratios = { one: [] as number[], many: [] as number[] }
for (let round = 0; round < rounds; round += 1) {
  const disk = diskRate()
  ratios.one.push((await intakeRate(1)) / disk)
  ratios.many.push((await intakeRate(64)) / disk)
  console.log(`the disk alone: ${disk.toFixed(0)} times fdatasync a second`)
}
console.log(`a sealed report, one at a time: ${middle(ratios.one).toFixed(2)} of the disk alone`)
console.log(`sealed reports, 64 senders: ${middle(ratios.many).toFixed(2)} of the disk alone`)
await site.close()
process.exit(0)

/** How many reports a second so many senders, on a thread beside this one, bring to the disk. */
async function intakeRate(count: number): Promise<number> {
  const workerData: Senders = { port, seals, count, seconds }
  const senders = new Worker(new URL('./send-sealed.ts', import.meta.url), { workerData })
  const [rate] = (await once(senders, 'message')) as [number]
  await senders.terminate()
  return rate
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
