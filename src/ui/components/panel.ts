import { type Html, html, trusted } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { button } from './button.ts'
import { type Content, contentOf, hasContent, type Styling } from './content.ts'

export type PanelAction = Styling & {
  readonly text: string
  readonly type?: 'submit' | 'button' | undefined
  readonly href?: string | undefined
}

export type PanelOptions = Content &
  Styling & {
    readonly titleText?: string | undefined
    readonly titleHtml?: Html | undefined
    readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
    /** Shown only by the interruption panel (class `govuk-panel--interruption`). */
    readonly actions?:
      | (Styling & { readonly items?: readonly PanelAction[] | undefined })
      | undefined
  }

export function panel(options: PanelOptions): Html {
  const interruption = options.classes?.includes('govuk-panel--interruption') ?? false
  const tag = attributes({
    class: classes('govuk-panel', !interruption && 'govuk-panel--confirmation', options.classes),
    ...options.attributes,
  })
  const level = trusted(`h${options.headingLevel ?? 1}`)
  const body =
    hasContent(options) && html`<div class="govuk-panel__body">${contentOf(options)}</div>`
  return html`<div${tag}><${level} class="govuk-panel__title">${options.titleHtml ?? options.titleText}</${level}>${body}${interruption && actionsOf(options)}</div>`
}

function actionsOf({ actions }: PanelOptions): Html | undefined {
  if (!actions) return undefined
  const tag = attributes({
    class: classes('govuk-panel__actions', actions.classes),
    ...actions.attributes,
  })
  const group =
    actions.items?.length &&
    html`<div class="govuk-button-group">${actions.items.map(action)}</div>`
  return html`<div${tag}>${group || undefined}</div>`
}

function action(options: PanelAction): Html {
  if (!options.href || options.type === 'button') {
    return button({
      ...options,
      type: options.type ?? 'button',
      classes: classes('govuk-button--inverse', options.classes),
    })
  }
  const tag = attributes({
    class: classes('govuk-link govuk-link--inverse', options.classes),
    href: options.href,
    ...options.attributes,
  })
  return html`<a${tag}>${options.text}</a>`
}
