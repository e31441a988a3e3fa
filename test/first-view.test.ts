/** A page on a slow phone: what arrives in the first round trip is all there is to wait for. */
import assert from 'node:assert/strict'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { type OpenSite, openWholeSite } from './open-site.ts'
import { advicePages } from './public-pages.ts'

/** Ten packets of 1,460 bytes: what a server may send before it hears back. */
const firstRoundTrip = 14_600

const inWelsh = advicePages.map((path) => `/cy${path}`)

for (const [languages, paths] of [
  [['en'], advicePages],
  [['en', 'cy'], inWelsh],
] as const) {
  describe(`On a site in ${languages.join(' and ')}`, () => {
    let site: OpenSite
    let port: number

    before(async () => {
      site = await openWholeSite(languages)
      await site.app.listen({ host: '127.0.0.1', port: 0 })
      port = (site.app.server.address() as AddressInfo).port
    })
    after(() => site.close())

    for (const path of paths) {
      test(`${path} is there after one round trip, styles and way out included`, async () => {
        await ask(port, path)
        const { head, body, markup } = await ask(port, path)
        assert.ok(head + body <= firstRoundTrip, `${path}: ${head} + ${body} bytes`)
        assert.doesNotMatch(markup, /<link rel="stylesheet"|<script[^>]* src=|<img/)
      })
    }
  })
}

/** How many bytes come over the wire before and after the empty line. */
function ask(port: number, path: string): Promise<{ head: number; body: number; markup: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br' }
    get({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        assert.equal(answer.headers['content-encoding'], 'br')
        const body = Buffer.concat(chunks)
        const lines = ['HTTP/1.1 200 OK', ...answer.rawHeaders, '']
        const markup = brotliDecompressSync(body).toString()
        resolve({ head: lines.join('\r\n').length, body: body.length, markup })
      })
    }).on('error', reject)
  })
}
