/**
 * How much memory the service needs while large files pass through it, and how fast they pass:
 * node bench/files.ts [megabytes] [folder|database]. The service is the real one, in a process of
 * its own; its resident memory is read from the system while a file comes by PATCH, by the form
 * without script, and leaves to an officer.
 */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setInterval as every } from 'node:timers'
import { openDatabase } from '../src/database/database.ts'
import { largestPiece } from '../src/files/limits.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { mailboxName, type Receipt } from '../src/sealing/receipt.ts'
import { seal } from '../src/sealing/seal.ts'
import { sendForReceipt } from '../test/send-report.ts'
import { startService } from '../test/whole-service.ts'

const megabytes = Number(process.argv[2] ?? 500)
const store = process.argv[3] ?? 'folder'
const size = megabytes * 1_000_000
const secretKey = Buffer.alloc(32, 7).toString('base64')
const boundary = '----bench'

const settings = { FILES_STORE: store, SECRET_KEY: secretKey }
const service = await startService({ settings })
const receipt = await sendOne()
const note = await seal('a note', [await recipientOf(await newIdentity())])

await warmUp()
await measure('PATCH, sealed in the browser', byPatch)
await measure('a form, sealed on arrival', byForm)
await service.remove()
process.exit(0)

async function sendOne(): Promise<Receipt> {
  const database = openDatabase(`sqlite:${join(service.dataDir, 'signpost.sqlite')}`)
  const recipient = await recipientOf(await newIdentity())
  const when = { created_at: new Date().toISOString(), created_by: 'bench' }
  await database
    .insertInto('desk_keys')
    .values({ desk: 'main', epoch: 1, recipient, ...when })
    .execute()
  const said = { role: { role: 'other' }, consent: { consent: 'share' }, what: { what: 'x' } }
  const sent = await sendForReceipt(database, said)
  await database.destroy()
  return sent.receipt
}

async function warmUp(): Promise<void> {
  await byPatch(20_000_000)
  await byForm(20_000_000)
}

async function measure(name: string, pass: (bytes: number) => Promise<void>): Promise<void> {
  const before = resident()
  let most = before
  const watch = every(() => {
    most = Math.max(most, resident())
  }, 20)
  const began = performance.now()
  await pass(size)
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1_000
  console.log(
    `${name}, ${store}: ${megabytes} MB at ${(megabytes / seconds).toFixed(0)} MB/s; ` +
      `resident memory ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB, ` +
      `grown by ${(most - before).toFixed(0)} MB`,
  )
}

/** In megabytes. */
function resident(): number {
  const status = readFileSync(`/proc/${servicePid()}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_000
}

function servicePid(): number {
  return service.pid
}

async function byPatch(bytes: number): Promise<void> {
  const name = mailboxName(receipt)
  const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  const begun = await fetch(`${service.siteUrl}/b/s/files`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name, note, size: bytes }),
  })
  const { id } = (await begun.json()) as { id: string }
  const piece = Buffer.alloc(largestPiece, 'sealed ')
  for (let offset = 0; offset < bytes; offset += largestPiece) {
    const answer = await fetch(`${service.siteUrl}/b/s/files/${id}`, {
      method: 'PATCH',
      headers: {
        'sec-fetch-site': 'same-origin',
        'mailbox-name': name,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: piece.subarray(0, Math.min(largestPiece, bytes - offset)),
    })
    if (answer.status !== 204) throw new Error(`PATCH ${answer.status}`)
  }
}

async function byForm(bytes: number): Promise<void> {
  const cookie = await comeBack()
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="film.mp4"\r\n` +
    'Content-Type: video/mp4\r\n\r\n\0\0\0\x10ftypisom\0\0\0\0'
  const body = Readable.from(formOf(head, bytes), { objectMode: false })
  const status = await post(
    '/b/files',
    { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
  )
  if (status !== 200) throw new Error(`form ${status}`)
}

function* formOf(head: string, bytes: number): Generator<Buffer> {
  yield Buffer.from(head, 'latin1')
  const piece = Buffer.alloc(65_536, 'clear ')
  for (let sent = 0; sent < bytes - 100_000; sent += piece.length) yield piece
  yield Buffer.from(`\r\n--${boundary}--\r\n`)
}

async function comeBack(): Promise<string> {
  const answer = await fetch(`${service.siteUrl}/b`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    body: `receipt=${receipt}`,
  })
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

function post(path: string, headers: Record<string, string>, body: Readable): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { ...headers, 'sec-fetch-site': 'same-origin' } }
    const sending = request(`${service.siteUrl}${path}`, options, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sending.on('error', reject)
    body.pipe(sending)
  })
}
