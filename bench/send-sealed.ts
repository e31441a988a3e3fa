/** Sends one sealed report again and again, each time as another; a thread of its own, for bench/intake.ts. */
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { newReference } from '../src/reports/reference.ts'
import type { Seals } from '../src/reports/stored-report.ts'
import { mailboxName, newReceipt } from '../src/sealing/receipt.ts'

export interface Senders {
  readonly port: number
  readonly seals: Seals
  readonly count: number
  readonly seconds: number
}

const { port, seals, count, seconds } = workerData as Senders
const agent = new Agent({ keepAlive: true, maxSockets: count })
const about = { ...seals, language: 'en', priority: 4 }
await send()
const end = performance.now() + seconds * 1000
let stored = 0
await Promise.all(Array.from({ length: count }, sendUntilTheEnd))
parentPort?.postMessage(stored / seconds)
agent.destroy()

async function sendUntilTheEnd(): Promise<void> {
  while (performance.now() < end) if (await send()) stored += 1
}

/** Whether it was stored; a reference that another has is asked for anew. */
async function send(): Promise<boolean> {
  const own = { reference: newReference(), mailbox: mailboxName(newReceipt()) }
  const status = await post(JSON.stringify({ ...about, ...own }))
  if (status !== 201 && status !== 409) throw new Error(`a report was answered with ${status}`)
  return status === 201
}

function post(body: string): Promise<number> {
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
