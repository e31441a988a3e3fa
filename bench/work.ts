/**
 * How long a phone works before it may send, in Chromium at a sixth of this machine’s speed: node
 * bench/work.ts. Run it on an idle machine; what runs beside it shows in the figures.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import { mostBits } from '../src/intake/pressure.ts'
import { openChromium } from '../test/chromium.ts'

const times = 30
const slowdown = 6

const { outputFiles } = await build({
  stdin: {
    contents: "import { findWork } from './work.ts'; globalThis.findWork = findWork",
    resolveDir: join(import.meta.dirname, '../src/intake'),
  },
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
for (let bits = mostBits - 2; bits <= mostBits + 1; bits += 1) {
  const { took, longest } = await page.evaluate(measure, { bits, times })
  const mean = took.reduce((sum, one) => sum + one, 0) / times
  const late = took[Math.floor(times * 0.95)] ?? 0
  console.log(
    `${bits} bits: ${Math.round(mean)} ms on average, ${Math.round(late)} at the 95th of 100, longest task ${Math.round(longest)} ms`,
  )
}
await browser.close()
server.close()

/** Runs in the page. */
async function measure(wish: { readonly bits: number; readonly times: number }) {
  const { findWork } = globalThis as unknown as {
    findWork: (challenge: string, bits: number, digest: string) => Promise<string>
  }
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  // Node’s types do not know what only browsers observe.
  observer.observe({ entryTypes: ['longtask' as never] })
  const took: number[] = []
  for (let time = 0; time < wish.times; time += 1) {
    const began = performance.now()
    await findWork(`challenge ${time}`, wish.bits, 'digest')
    took.push(performance.now() - began)
  }
  observer.disconnect()
  return { took: took.sort((one, other) => one - other), longest }
}
