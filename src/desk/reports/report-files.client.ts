/** The files of an opened report. Without it nobody can see what they are, or take one away. */
import { html, nothing, render, type TemplateResult } from 'lit-html'
import type { FileNote } from '../../files/file-note.ts'
import { fileSize } from '../../files/file-size.ts'
import { kindOf } from '../../files/kinds.ts'
import { type OpenedNote, openFileNote } from '../../files/open-file.ts'
import type { Detail } from '../../files/what-it-tells.ts'
import type { Identity } from '../../sealing/identity.ts'
import { part } from '../parts.client.ts'
import { pageData, say } from '../script-words.client.ts'
import type { HandedFile } from './handed-file.ts'
import { openDownload } from './open-download.ts'
import { saveBlob } from './save-blob.client.ts'

interface Shown {
  readonly file: HandedFile
  readonly note: OpenedNote
}

/** @param key opens everything of the report */
export async function showFiles(key: Identity, files: readonly HandedFile[]): Promise<void> {
  if (files.length === 0) return
  const pane = part(document, '[data-files]')
  pane.hidden = false
  const shown = await Promise.all(
    files.map(async (file) => ({ file, note: await openFileNote(file, key) })),
  )
  const list = html`<ol class="desk-files">${shown.map((one) => html`<li>${fileView(one, key)}</li>`)}</ol>`
  render(list, part(pane, '[data-list]'))
}

function fileView({ file, note: opened }: Shown, key: Identity): TemplateResult {
  const note = opened.outcome === 'opened' ? opened.note : undefined
  const take = (event: Event) =>
    void download(event.currentTarget as HTMLButtonElement, { file, note, key })
  return html`${note === undefined ? html`<p class="desk-note">${say('desk.open.file-no-note')}</p>` : noteView(file, note)}<p><button type="button" class="govuk-button govuk-button--secondary" @click=${take}>${say('desk.open.file-download')}</button> <span class="desk-progress" role="status"></span></p>`
}

function noteView(file: HandedFile, note: FileNote): TemplateResult {
  const { name, role, size, type, nameFits, sha256, tells } = note
  const shown = name === '' ? say('desk.open.file-nameless', { place: file.place }) : name
  const facts = [
    say(`desk.open.file-${role}`),
    `${say(`desk.open.kind-${kindOf(type).family}`)} (${type})`,
    fileSize(size, 'en'),
  ]
  return html`<h3><bdi>${shown}</bdi></h3><p>${facts.join(' · ')}</p>${
    nameFits ? nothing : html`<p class="desk-note">${say('desk.open.file-name-differs')}</p>`
  }${role === 'original' ? toldView(tells) : nothing}<p class="desk-small">SHA-256 <code>${sha256}</code></p>`
}

function toldView(tells: FileNote['tells']): TemplateResult {
  if (tells.outcome === 'cannot-read')
    return html`<p class="desk-small">${say('desk.open.told-unknown')}</p>`
  if (tells.details.length === 0)
    return html`<p class="desk-small">${say('desk.open.told-nothing')}</p>`
  return html`<p>${say('desk.open.told')}</p><ul>${tells.details.map((detail) => html`<li>${say(`desk.open.told-${detail.what}`)} <bdi>${textOf(detail)}</bdi></li>`)}</ul>`
}

function textOf(detail: Detail): string {
  if (detail.what !== 'place') return detail.text
  return `${detail.latitude.toFixed(5)}, ${detail.longitude.toFixed(5)}`
}

interface Wanted {
  readonly file: HandedFile
  readonly note: FileNote | undefined
  readonly key: Identity
}

async function download(button: HTMLButtonElement, wanted: Wanted): Promise<void> {
  const status = part(button.parentElement ?? document, '[role=status]')
  const tell = (said: string) => {
    status.textContent = said
  }
  button.disabled = true
  tell(say('desk.open.file-coming'))
  tell(await fetchAndSave(wanted, tell).catch(() => say('desk.open.file-offline')))
  button.disabled = false
}

/** What is said when it is done. */
async function fetchAndSave(
  { file, note, key }: Wanted,
  tell: (said: string) => void,
): Promise<string> {
  const { report } = pageData<{ report: string }>()
  const path = `/reports/${report}/files/${file.id}/downloads`
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const answer = await fetch(path, { method: 'POST', headers, body: '{}', cache: 'no-store' })
  if (answer.status === 401) return say('desk.open.file-signed-out')
  if (!answer.ok || answer.body === null) return say('desk.open.file-gone')
  const onProgress = (bytes: number) => {
    const percent = Math.floor((100 * bytes) / file.size)
    tell(say('desk.open.file-percent', { percent }))
  }
  const opened = await openDownload(answer.body, { key, note, place: file.place, onProgress })
  if (opened.outcome !== 'opened') return say(`desk.open.file-${opened.outcome}`)
  saveBlob(opened.file, opened.name)
  return say(opened.runs ? 'desk.open.file-saved-runs' : 'desk.open.file-saved')
}
