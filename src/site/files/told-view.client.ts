/** Says what a file gives away beside what it shows, before anything is sent. */
import { html, nothing, type TemplateResult } from 'lit-html'
import type { Detail } from '../../files/what-it-tells.ts'
import type { ChosenFile } from './chosen-file.ts'
import type { SayFiles } from './files-words.ts'
import { pageLocale } from './page-locale.client.ts'

export function toldView(
  { examined, problem }: ChosenFile,
  say: SayFiles,
): TemplateResult | typeof nothing {
  if (examined?.outcome !== 'taken') return nothing
  const { tells, family, nameFits, canCopy } = examined
  const cannotClean = !canCopy && family !== 'text'
  return html`${
    tells.outcome === 'read' && tells.details.length > 0
      ? html`<p>${say('files.told.picture')}</p><ul class="govuk-list govuk-list--bullet">${tells.details.map(
          (detail) => html`<li>${detailView(detail, say)}</li>`,
        )}</ul>`
      : html`<p>${nothingFound(family === 'text', tells.outcome === 'read', say)}</p>`
  }${cannotClean ? html`<p>${say('files.told.not-removed')}</p>` : nothing}${[
    nameFits ? undefined : say('files.told.name-differs'),
    problem,
  ]
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => html`<p class="govuk-inset-text">${sentence}</p>`)}`
}

function nothingFound(isText: boolean, isRead: boolean, say: SayFiles): string {
  if (isText) return say('files.told.text')
  return say(isRead ? 'files.told.nothing' : 'files.told.unknown')
}

function detailView(detail: Detail, say: SayFiles): TemplateResult {
  if (detail.what === 'place') return html`${say('files.told.place')}`
  const text = detail.what === 'time' ? timeInWords(detail.text) : detail.text
  const [before, after] = say(`files.told.${detail.what}`).split('{text}')
  return html`${before}<bdi>${text}</bdi>${after}`
}

// Cameras write the time on their own clock, without saying where that is.
function timeInWords(text: string): string {
  const time = new Date(text.replace(' ', 'T'))
  if (Number.isNaN(time.getTime())) return text
  const locale = pageLocale()
  // Figures say the same in every language that the browser does not know.
  const isForeign = !document.documentElement.lang.startsWith(locale.slice(0, 2))
  const dateStyle = isForeign ? 'short' : 'long'
  return new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short' }).format(time)
}
