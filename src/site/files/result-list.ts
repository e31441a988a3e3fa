import type { FinishedFile } from '../../files/finish-file.ts'
import { mostFiles, mostInOneForm } from '../../files/limits.ts'
import type { StoredArrival } from '../../files/store-file.ts'
import type { Detail, WhatItTells } from '../../files/what-it-tells.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { Visit } from '../visit.ts'

/** What became of one file that a form brought. */
export interface FileResult {
  /** As `tidyFileName` left it. */
  readonly name: string
  /** 1, 2, 3… within the form. */
  readonly place: number
  readonly nameFits: boolean
  readonly became: FinishedFile | { readonly outcome: RefusedArrival }
}

export type RefusedArrival =
  | Exclude<StoredArrival['outcome'], 'arrived' | 'not-found'>
  /** More files in one form than it takes. */
  | 'at-once'

/** One file after the other: what became of it, and what it gives away. */
export function resultList({ words }: Visit, results: readonly FileResult[]): Html {
  return html`<ol class="govuk-list">${results.map((result) => html`<li>${fileResult(words, result)}</li>`)}</ol>`
}

function fileResult(words: Words, { name, place, nameFits, became }: FileResult): Html {
  const heading = name === '' ? words('files.result.place', { place }) : name
  return html`<h2 class="govuk-heading-s"><bdi>${heading}</bdi></h2>
<p class="govuk-body">${said(words, became)}</p>
${!nameFits && html`<p class="govuk-body">${words('files.result.name-differs')}</p>`}
${became.outcome === 'added' && addedMore(words, became)}`
}

function said(words: Words, { outcome }: FileResult['became']): string {
  const count = outcome === 'at-once' ? mostInOneForm : mostFiles
  return words(`files.result.${outcome}`, { count })
}

function addedMore(
  words: Words,
  { tells, copy }: Extract<FinishedFile, { outcome: 'added' }>,
): Html {
  return html`${copy !== 'not-needed' && html`<p class="govuk-body">${words(`files.result.copy-${copy}`)}</p>`}${
    copy !== 'cannot' && copy !== 'not-needed' && told(words, tells)
  }`
}

function told(words: Words, tells: WhatItTells): Html | undefined {
  if (tells.outcome !== 'read') return undefined
  if (tells.details.length === 0)
    return html`<p class="govuk-body">${words('files.result.nothing')}</p>`
  return html`<p class="govuk-body">${words('files.result.tells')}</p>
<ul class="govuk-list govuk-list--bullet">${tells.details.map((detail) => html`<li><bdi>${detailInWords(words, detail)}</bdi></li>`)}</ul>`
}

function detailInWords(words: Words, detail: Detail): string {
  if (detail.what === 'place') return words('files.told.place')
  return words(`files.told.${detail.what}`, { text: detail.text })
}
