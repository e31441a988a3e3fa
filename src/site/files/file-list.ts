import { fileSize } from '../../files/file-size.ts'
import type { OpenedNote } from '../../files/open-file.ts'
import type { StoredFile } from '../../files/stored-file.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Speaking } from '../mailbox/speaking.ts'

/** A file of the report, with its note opened: for one page, or in the browser. */
export interface ShownFile {
  readonly file: Pick<StoredFile, 'id' | 'note' | 'size'>
  readonly note: OpenedNote
}

/** Those that officers can see. */
export function fileList(speaking: Speaking, files: readonly ShownFile[]): Html {
  const { words } = speaking
  return html`<h2 class="govuk-heading-m">${words('files.page.list')}</h2>
${
  files.length === 0
    ? html`<p class="govuk-body">${words('files.page.none')}</p>`
    : html`<ol class="govuk-list govuk-list--number">${files.map((shown) => html`<li>${fileLine(speaking, shown)}</li>`)}</ol>`
}`
}

function fileLine({ words, locale }: Speaking, { file, note: opened }: ShownFile): Html {
  if (opened.outcome !== 'opened')
    return html`${words('files.page.no-note', { size: fileSize(file.size, locale) })}`
  const { name, role, size } = opened.note
  const long = fileSize(size, locale)
  const shown = name === '' ? words('files.choose.no-name') : name
  return html`<bdi>${shown}</bdi> (${role === 'cleaned' ? words('files.page.cleaned', { size: long }) : long})`
}
