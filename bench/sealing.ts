/**
 * How long a phone seals a report of 4 KB and a file of 5 MB, with the code that the site sends it, in
 * Chromium at a sixth of this machine’s speed: node bench/sealing.ts. Run it on an idle machine.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import { leanSealing } from '../src/lean-sealing.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { openChromium } from '../test/chromium.ts'

const times = 20
const slowdown = 6

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { sealReport } from './reports/seal-report.ts'
      import { newReceipt } from './sealing/receipt.ts'
      import { sealedSource } from './site/files/sealed-source.client.ts'
      Object.assign(globalThis, { sealReport, newReceipt, sealedSource })`,
    resolveDir: join(import.meta.dirname, '../src'),
  },
  plugins: [leanSealing],
  bundle: true,
  minify: true,
  format: 'iife',
  write: false,
})
const server = createServer((_asked, answer) => {
  answer.setHeader('content-type', 'text/html').end('<!doctype html><title>x</title>')
}).listen(0)
const browser = await openChromium()
const page = await browser.newPage()
await page.goto(`http://localhost:${(server.address() as AddressInfo).port}`)
await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
const session = await page.context().newCDPSession(page)
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
const recipient = await recipientOf(await newIdentity())
const { reports, files } = await page.evaluate(measure, { recipient, times })
print('a report of 4 KB', reports)
print('a file of 5 MB', files)
await browser.close()
server.close()

function print(what: string, took: readonly number[]): void {
  const [first = 0] = took
  const sorted = [...took].sort((one, other) => one - other)
  const middle = sorted[Math.floor(took.length / 2)] ?? 0
  const late = sorted[Math.floor(took.length * 0.95)] ?? 0
  console.log(
    `${what}: ${Math.round(first)} ms the first time, ${Math.round(middle)} in the middle, ${Math.round(late)} at the 95th of 100`,
  )
}

interface Sealing {
  sealReport: (report: object, key: object, receipt: string) => Promise<unknown>
  newReceipt: () => string
  sealedSource: (
    file: Blob,
    recipient: string,
  ) => Promise<{ size: number; more: () => Promise<Uint8Array> }>
}

/** Runs in the page. */
async function measure(wish: { readonly recipient: string; readonly times: number }) {
  const { sealReport, newReceipt, sealedSource } = globalThis as unknown as Sealing
  const { recipient } = wish
  const took = async (deed: () => Promise<unknown>) => {
    const began = performance.now()
    await deed()
    return performance.now() - began
  }
  const report = { answers: 'w'.repeat(3_500) }
  const file = new Blob([new Uint8Array(5_000_000)])
  const reports: number[] = []
  const files: number[] = []
  for (let time = 0; time < wish.times; time += 1) {
    reports.push(await took(() => sealReport(report, { epoch: 1, recipient }, newReceipt())))
    if (time % 4 > 0) continue
    const whole = async () => {
      const source = await sealedSource(file, recipient)
      for (let read = 0; read < source.size; ) read += (await source.more()).length
    }
    files.push(await took(whole))
  }
  return { reports, files }
}
