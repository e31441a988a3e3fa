import { type Html, html } from '../html.ts'
import { type Attributes, classes } from './attributes.ts'
import { contentOf } from './content.ts'
import { hint } from './hint.ts'
import { type TextareaOptions, textarea } from './textarea.ts'

type Plural = Readonly<Record<string, string>>

export type CharacterCountOptions = Omit<TextareaOptions, 'describedBy' | 'disabled'> & {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  /** Per cent of the limit from which a script shows the count. */
  readonly threshold?: number | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
  /** `%{count}` in it is the limit. */
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: Plural | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: Plural | undefined
  readonly wordsUnderLimitText?: Plural | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: Plural | undefined
}

/** A textarea that says how much it holds. Without script it says only the limit. */
export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name
  const after = options.formGroup?.afterInput
  return textarea({
    id,
    name: options.name,
    describedBy: `${id}-info`,
    rows: options.rows,
    spellcheck: options.spellcheck,
    value: options.value,
    autocomplete: options.autocomplete,
    formGroup: {
      classes: classes('govuk-character-count', options.formGroup?.classes),
      attributes: { ...moduleAttributes(options), ...options.formGroup?.attributes },
      beforeInput: options.formGroup?.beforeInput,
      afterInput: { html: html`${limit(id, options)}${after && contentOf(after)}` },
    },
    classes: classes('govuk-js-character-count', options.classes),
    label: options.label,
    hint: options.hint,
    errorMessage: options.errorMessage,
    attributes: options.attributes,
  })
}

function limit(id: string, options: CharacterCountOptions): Html {
  const most = options.maxwords || options.maxlength
  const unit = options.maxwords ? 'words' : 'characters'
  const sentence = options.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  return hint({
    id: `${id}-info`,
    classes: classes('govuk-character-count__message', options.countMessage?.classes),
    text: most ? sentence.replace('%{count}', String(most)) : '',
  })
}

function moduleAttributes(options: CharacterCountOptions): Attributes {
  const unlimited = !(options.maxwords || options.maxlength)
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': options.maxlength,
    'data-threshold': options.threshold,
    'data-maxwords': options.maxwords,
    ...(unlimited && {
      'data-i18n.textarea-description.other': options.textareaDescriptionText,
    }),
    ...plural('characters-under-limit', options.charactersUnderLimitText),
    'data-i18n.characters-at-limit': options.charactersAtLimitText,
    ...plural('characters-over-limit', options.charactersOverLimitText),
    ...plural('words-under-limit', options.wordsUnderLimitText),
    'data-i18n.words-at-limit': options.wordsAtLimitText,
    ...plural('words-over-limit', options.wordsOverLimitText),
  }
}

function plural(key: string, messages: Plural = {}): Attributes {
  return Object.fromEntries(
    Object.entries(messages).map(([rule, message]) => [`data-i18n.${key}.${rule}`, message]),
  )
}
