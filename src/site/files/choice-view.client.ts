/** Asks what to do with one file. */
import { html, nothing, type TemplateResult } from 'lit-html'
import { type Choice, type ChosenFile, choicesOf } from './chosen-file.ts'
import type { FilesActs } from './files-acts.ts'
import type { FilesKey, SayFiles } from './files-words.ts'

const hints: Readonly<Record<Choice, FilesKey | undefined>> = {
  both: 'files.choose.both-hint',
  copy: 'files.choose.copy-hint',
  original: undefined,
  none: undefined,
}

export function choiceView(chosen: ChosenFile, acts: FilesActs, say: SayFiles): TemplateResult {
  const [before, after] = say('files.choose.question').split('{name}')
  return html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${before}<bdi>${chosen.name}</bdi>${after}</legend><div class="govuk-radios">${choicesOf(
    chosen,
  ).map((choice) => radio(chosen, choice, acts, say))}</div></fieldset>`
}

function radio(chosen: ChosenFile, choice: Choice, acts: FilesActs, say: SayFiles): TemplateResult {
  const id = `file-${chosen.place}-${choice}`
  const hint = hints[choice]
  return html`<div class="govuk-radios__item"><input class="govuk-radios__input" type="radio" id=${id} name="file-${chosen.place}-choice" value=${choice} .checked=${chosen.choice === choice} aria-describedby=${hint ? `${id}-hint` : nothing} @change=${() => acts.decide(chosen, choice)}><label class="govuk-label govuk-radios__label" for=${id}>${say(`files.choose.${choice}`)}</label>${
    hint
      ? html`<div class="govuk-hint govuk-radios__hint" id="${id}-hint">${say(hint)}</div>`
      : nothing
  }</div>`
}
