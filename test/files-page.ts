/** A page of the real site on which a reporter adds files, and the line to it, which a test can cut. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { FileNote } from '../src/files/file-note.ts'
import { openFileNote } from '../src/files/open-file.ts'
import type { StoredFile } from '../src/files/stored-file.ts'
import { openEnvelope } from '../src/mailbox/open-mailbox.ts'
import { mailboxHash } from '../src/reports/mailbox.ts'
import { type Identity, recipientOf } from '../src/sealing/identity.ts'
import { mailboxName } from '../src/sealing/receipt.ts'
import { openStream } from '../src/sealing/seal-stream.ts'
import { filesScript } from '../src/site/files/files-script.ts'
import { siteDrawer, siteSender } from '../src/site/send-site-page.ts'
import { siteStores } from '../src/stores.ts'
import { loadAssets } from '../src/ui/assets.ts'
import { html, trusted } from '../src/ui/html.ts'
import { loadWords } from '../src/ui/load-words.ts'
import { PageCache } from '../src/web/page-cache.ts'
import { type Line, openLine } from './files-line.ts'
import { type OpenSite, openWholeSite } from './open-site.ts'
import { sendForReceipt } from './send-report.ts'

export interface FilesPage {
  readonly line: Line
  /** A report that has just been sent. */
  readonly newReport: () => Promise<SentReport>
  readonly close: () => Promise<void>
}

export interface SentReport {
  /** Of the page on which files are added to it. */
  readonly url: string
  /** Everything of it that is whole, opened as an officer opens it. */
  readonly files: () => Promise<OpenedFile[]>
}

export interface OpenedFile {
  readonly id: string
  readonly copyOf: string | undefined
  readonly note: FileNote
  readonly bytes: Buffer
}

const said = { role: { role: 'other' }, consent: { consent: 'share' }, what: { what: 'Six' } }

export async function openFilesPage(locale = 'en'): Promise<FilesPage> {
  const site = await openWholeSite([locale])
  await site.openDesk()
  const pages: string[] = []
  addPages(site, pages)
  const line = await openLine(await site.app.listen({ host: '127.0.0.1', port: 0 }))
  const newReport = async () => {
    const { report, identity, name } = await send(site)
    const options = { mailboxName: name, recipient: await recipientOf(identity) }
    pages.push(dataFor(locale, options))
    return {
      url: `${line.url}/files-of/${pages.length}`,
      files: async () =>
        openAll(site, await siteStores(site.database).files.list(report), identity),
    }
  }
  const close = async () => {
    await line.close()
    await site.close()
  }
  return { line, newReport, close }
}

async function send({ database, clock }: OpenSite) {
  const { receipt } = await sendForReceipt(database, said, { now: clock.now })
  const hash = mailboxHash(receipt, Buffer.alloc(32, 7))
  const mailbox = await siteStores(database).mailboxes.find('signpost', hash)
  const identity = mailbox && (await openEnvelope(receipt, mailbox.envelope))
  assert.ok(mailbox && identity)
  return { report: mailbox.report, identity, name: mailboxName(receipt) }
}

const start = `
  const { script, ...options } = JSON.parse(document.querySelector('#data').textContent)
  const { mountFiles } = await import(script)
  window.mounted = mountFiles(document.querySelector('#files'), options)`

function dataFor(locale: string, options: object): string {
  const files = filesScript(loadAssets('dist'), loadWords('content', locale))
  return JSON.stringify({ ...files, ...options, post: '/b/s/files' }).replaceAll('<', '\\u003c')
}

function addPages({ app }: OpenSite, pages: readonly string[]): void {
  const send = siteSender(siteDrawer(loadAssets('dist')), new PageCache(() => ''))
  app.get('/files-of/:report', async (request, reply) => {
    const data = pages[Number((request.params as { report: string }).report) - 1] ?? ''
    const block = trusted(`<script type="application/json" id="data">${data}</script>`)
    const run = trusted('<script type="module" src="/start.js"></script>')
    const main = html`<h1 class="govuk-heading-l">We have your report</h1><h2 class="govuk-heading-m">Add files</h2><div id="files"></div>${block}${run}`
    const view = { title: 'Files', main, styles: 'form', focused: true, script: 'files' } as const
    return send(request, reply, view)
  })
  app.get('/start.js', async (_request, reply) => reply.type('text/javascript').send(start))
}

async function openAll(
  { database }: OpenSite,
  files: readonly StoredFile[],
  identity: Identity,
): Promise<OpenedFile[]> {
  const all: OpenedFile[] = []
  for (const file of files.filter(({ complete }) => complete)) {
    const sealed = ReadableStream.from<Uint8Array>(
      siteStores(database).chunks.read(file.id, file.size),
    )
    const [noted, opened] = [await openFileNote(file, identity), await openStream(sealed, identity)]
    assert.ok(noted.outcome === 'opened' && opened.outcome === 'opened')
    const bytes = Buffer.from(await new Response(opened.clear).arrayBuffer())
    assert.equal(noted.note.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.equal(noted.note.size, bytes.length)
    all.push({ id: file.id, copyOf: file.copyOf, note: noted.note, bytes })
  }
  return all
}
