/** Draws the choosing of files and what becomes of each. Names come from a device: they are only ever text. */
import { html, nothing, type TemplateResult } from 'lit-html'
import { repeat } from 'lit-html/directives/repeat.js'
import type { ChosenFile } from './chosen-file.ts'
import { fileView } from './file-view.client.ts'
import type { FilesActs } from './files-acts.ts'
import type { SayFiles } from './files-words.ts'

export interface FilesView {
  readonly chosen: readonly ChosenFile[]
  /** What has just happened, for eyes and ears. */
  readonly status: string
  readonly mayAdd: boolean
  readonly isUnderWay: boolean
}

export function filesView(view: FilesView, acts: FilesActs, say: SayFiles): TemplateResult {
  const { chosen, status } = view
  // Only the form keeps the browser from writing down where on the device a file lies, and what was
  // chosen: Firefox heeds `autocomplete` of a file, a radio or a checkbox nowhere else.
  return html`<form method="dialog" autocomplete="off" novalidate @submit=${stay}>${choosing(acts, say)}
<p role="status"><strong>${status}</strong></p>
${
  chosen.length === 0
    ? nothing
    : html`<h3 class="govuk-heading-m" id="files-list" tabindex="-1">${say('files.choose.list')}</h3>
<ul class="files__list">${repeat(
        chosen,
        ({ place }) => place,
        (one) => html`<li class="file" data-phase=${one.phase}>${fileView(one, acts, say)}</li>`,
      )}</ul>`
}
${view.isUnderWay ? html`<p class="govuk-inset-text">${say('files.upload.stay')}</p>` : nothing}
${
  view.mayAdd
    ? html`<button type="button" class="govuk-button" @click=${acts.add}>${say('files.choose.add')}</button>`
    : nothing
}</form>`
}

function stay(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

function choosing(acts: FilesActs, say: SayFiles): TemplateResult {
  return html`<p class="govuk-body">${say('files.choose.hint')}</p>
<p class="govuk-body">${say('files.choose.first-told')} ${say('files.choose.name-told')}</p>
<p><input class="files__input govuk-visually-hidden" type="file" multiple id="files-choose" @change=${acts.choose}><label class="govuk-button govuk-button--secondary" for="files-choose">${say('files.choose.label')}</label></p>`
}
