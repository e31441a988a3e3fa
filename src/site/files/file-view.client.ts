/** Draws one chosen file and what becomes of it. */
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceView } from './choice-view.client.ts'
import { type ChosenFile, percentOf } from './chosen-file.ts'
import type { FilesActs } from './files-acts.ts'
import type { SayFiles } from './files-words.ts'
import { pageLocale } from './page-locale.client.ts'
import { toldView } from './told-view.client.ts'

export function fileView(chosen: ChosenFile, acts: FilesActs, say: SayFiles): TemplateResult {
  const { place, name } = chosen
  return html`<p id="file-${place}" tabindex="-1"><bdi>${name}</bdi></p>
<p class="govuk-hint">${facts(chosen, say)}</p>
${state(chosen, acts, say)}`
}

function facts({ examined, file }: ChosenFile, say: SayFiles): string {
  const size = sizeInWords(file.size)
  if (examined?.outcome !== 'taken') return size
  return `${say(`files.choose.kind-${examined.family}`)}, ${size}`
}

function state(chosen: ChosenFile, acts: FilesActs, say: SayFiles): TemplateResult {
  const { phase, problem } = chosen
  const why = problem === undefined ? nothing : html`<p class="govuk-inset-text">${problem}</p>`
  if (phase === 'looking') return html`<p>${say('files.choose.looking')}</p>`
  if (phase === 'asking') return html`${toldView(chosen, say)}${choiceView(chosen, acts, say)}`
  if (phase === 'added') return html`<p><strong>${say('files.upload.added')}</strong></p>`
  if (phase === 'refused' || phase === 'cancelled') return html`${why}`
  const again =
    phase === 'stopped' ? button(chosen, say('files.upload.again'), acts.again) : nothing
  const cancel = button(chosen, say('files.upload.cancel'), acts.cancel)
  const done = phase === 'stopped' ? why : progress(chosen, say)
  return html`${done}<div class="govuk-button-group">${again}${cancel}</div>`
}

function progress(chosen: ChosenFile, say: SayFiles): TemplateResult {
  const percent = percentOf(chosen)
  const words = {
    waiting: say('files.upload.waiting'),
    preparing: say('files.upload.preparing'),
    sending: say('files.upload.percent', { percent }),
    seeking: say('files.upload.seeking'),
  }
  const said = words[chosen.phase as keyof typeof words]
  const isMoving = chosen.phase === 'sending' || chosen.phase === 'seeking'
  const bar = isMoving
    ? html`<progress max="100" value=${percent} aria-labelledby="file-${chosen.place}"></progress>`
    : nothing
  return html`<p>${bar}${said}</p>`
}

function button(
  chosen: ChosenFile,
  text: string,
  act: (chosen: ChosenFile) => void,
): TemplateResult {
  return html`<button type="button" class="govuk-button govuk-button--secondary" @click=${() => act(chosen)}>${text}<span class="govuk-visually-hidden"> <bdi>${chosen.name}</bdi></span></button>`
}

const steps = ['byte', 'kilobyte', 'megabyte'] as const

function sizeInWords(bytes: number): string {
  const step = Math.min(2, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const format = new Intl.NumberFormat(pageLocale(), {
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumSignificantDigits: 2,
  })
  return format.format(bytes / 1_000 ** step)
}
