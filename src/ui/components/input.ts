import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, hasContent, type Styling } from './content.ts'
import { beside, type Described, descriptions, type FormGroup, formGroup } from './form-group.ts'
import { type LabelOptions, label } from './label.ts'

type Affix = Content & Styling

export type InputOptions = Styling &
  Described & {
    /** The name, when absent. */
    readonly id?: string | undefined
    readonly name: string
    readonly label: Omit<LabelOptions, 'for'>
    readonly type?: string | undefined
    readonly inputmode?: string | undefined
    readonly value?: string | number | undefined
    readonly disabled?: boolean | undefined
    readonly describedBy?: string | undefined
    readonly autocomplete?: string | undefined
    readonly autocapitalize?: string | undefined
    readonly pattern?: string | undefined
    readonly spellcheck?: boolean | undefined
    readonly prefix?: Affix | undefined
    readonly suffix?: Affix | undefined
    readonly formGroup?: FormGroup | undefined
    readonly inputWrapper?: Styling | undefined
  }

export function input(options: InputOptions): Html {
  const id = options.id || options.name
  const described = descriptions(id, options, options.describedBy)
  const field = wrapped(options, element(id, options, described.describedBy))
  return formGroup(
    options.formGroup,
    options.errorMessage !== undefined,
    html`${label({ ...options.label, for: id })}${described.markup}${field}`,
  )
}

function element(id: string, options: InputOptions, describedBy: string | undefined): Html {
  const tag = attributes({
    class: classes('govuk-input', options.classes, options.errorMessage && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    ...options.attributes,
  })
  return html`<input${tag}>`
}

function wrapped(options: InputOptions, field: Html): Html {
  const { beforeInput, afterInput } = options.formGroup ?? {}
  const { prefix, suffix, inputWrapper } = options
  if (![beforeInput, afterInput, prefix, suffix].some(hasContent)) return field
  const tag = attributes({
    class: classes('govuk-input__wrapper', inputWrapper?.classes),
    ...inputWrapper?.attributes,
  })
  return html`<div${tag}>${beside(beforeInput)}${affix('prefix', prefix)}${field}${affix('suffix', suffix)}${beside(afterInput)}</div>`
}

function affix(kind: 'prefix' | 'suffix', options: Affix | undefined): Html | undefined {
  if (!hasContent(options)) return undefined
  const tag = attributes({
    class: classes(`govuk-input__${kind}`, options?.classes),
    'aria-hidden': 'true',
    ...options?.attributes,
  })
  return html`<div${tag}>${contentOf(options)}</div>`
}
