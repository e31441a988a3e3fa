/** Radios and checkboxes are the same list of choices with another knob. */
import { type Html, html } from '../html.ts'
import { type Attributes, attributes, classes } from './attributes.ts'
import { type Content, hasContent, type Styling } from './content.ts'
import { type FieldsetOptions, fieldset } from './fieldset.ts'
import { beside, type ChoiceGroup, type Described, descriptions, formGroup } from './form-group.ts'
import { hint } from './hint.ts'
import { label } from './label.ts'

export type Choice = Content & {
  readonly id?: string | undefined
  readonly value?: string | number | undefined
  readonly label?: Styling | undefined
  readonly hint?: (Content & Styling) | undefined
  /** A word between two choices (“or”); the item is then nothing else. */
  readonly divider?: string | undefined
  readonly checked?: boolean | undefined
  /** Shown under the choice while it is chosen. */
  readonly conditional?: { readonly html?: Html | false | undefined } | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type ChoicesOptions<Item extends Choice> = Styling &
  Described & {
    /** Begins the id of every choice; the first has it bare. The name, when absent. */
    readonly idPrefix?: string | undefined
    readonly name: string
    readonly fieldset?: Omit<FieldsetOptions, 'html' | 'role'> | undefined
    readonly formGroup?: ChoiceGroup | undefined
    /** Absent items leave nothing. */
    readonly items: readonly (Item | false | undefined)[]
  }

/** How radios and checkboxes differ. */
export type ChoiceKind = {
  readonly block: 'govuk-radios' | 'govuk-checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly describedBy?: string | undefined
  /** Whether what describes the group is read with each choice: when no fieldset carries it. */
  readonly describesItems: boolean
}

export type Knob = { readonly name: string; readonly checked: boolean; readonly behaviour?: string }

export function choices<Item extends Choice>(
  kind: ChoiceKind,
  options: ChoicesOptions<Item>,
  knob: (item: Item) => Knob,
): Html {
  const idPrefix = options.idPrefix || options.name
  const described = descriptions(
    idPrefix,
    options,
    options.fieldset?.describedBy || kind.describedBy,
  )
  const tag = attributes({
    class: classes(kind.block, options.classes),
    'data-module': kind.block,
    ...options.attributes,
  })
  const items = options.items.map((item, index) => {
    if (!item) return undefined
    const id = item.id || (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)
    return choice(kind, { item, id, describedBy: described.describedBy }, knob(item))
  })
  const { beforeInputs, afterInputs } = options.formGroup ?? {}
  const list = html`${described.markup}<div${tag}>${beside(beforeInputs)}${items}${beside(afterInputs)}</div>`
  const framed = options.fieldset
    ? fieldset({ ...options.fieldset, describedBy: described.describedBy, html: list })
    : list
  return formGroup(options.formGroup, options.errorMessage !== undefined, framed)
}

type Placed = {
  readonly item: Choice
  readonly id: string
  readonly describedBy?: string | undefined
}

function choice(kind: ChoiceKind, placed: Placed, knob: Knob): Html {
  const { item, id } = placed
  const { block } = kind
  if (item.divider) return html`<div class="${block}__divider">${item.divider}</div>`
  const itemHint =
    hasContent(item.hint) &&
    hint({
      ...item.hint,
      id: `${id}-item-hint`,
      classes: classes(`${block}__hint`, item.hint.classes),
    })
  const itemLabel = label({
    html: item.html,
    text: item.text,
    classes: classes(`${block}__label`, item.label?.classes),
    attributes: item.label?.attributes,
    for: id,
  })
  return html`<div class="${block}__item">${element(kind, placed, knob)}${itemLabel}${itemHint}</div>${conditional(block, placed, knob)}`
}

function element(kind: ChoiceKind, { item, id, describedBy }: Placed, knob: Knob): Html {
  const described = classes(
    kind.describesItems && describedBy,
    hasContent(item.hint) && `${id}-item-hint`,
  )
  const tag = attributes({
    class: `${kind.block}__input`,
    id,
    name: knob.name,
    type: kind.type,
    value: item.value ?? '',
    checked: knob.checked,
    disabled: item.disabled,
    'data-aria-controls': item.conditional?.html ? `conditional-${id}` : undefined,
    'data-behaviour': knob.behaviour,
    'aria-describedby': described || undefined,
    ...item.attributes,
  })
  return html`<input${tag}>`
}

function conditional(block: string, { item, id }: Placed, knob: Knob): Html | undefined {
  if (!item.conditional?.html) return undefined
  const tag = attributes({
    class: classes(`${block}__conditional`, !knob.checked && `${block}__conditional--hidden`),
    id: `conditional-${id}`,
  })
  return html`<div${tag}>${item.conditional.html}</div>`
}
