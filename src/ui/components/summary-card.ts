/** The frame that a summary list may stand in, and the links that both have. */
import { type Html, html, trusted } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type SummaryAction = Content &
  Styling & {
    readonly href: string
    readonly visuallyHiddenText?: string | undefined
  }

export type SummaryActions = {
  readonly items?: readonly SummaryAction[] | undefined
  readonly classes?: string | undefined
}

export type SummaryCardTitle = Content & {
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly classes?: string | undefined
}

export type SummaryCardOptions = Styling & {
  readonly title?: SummaryCardTitle | undefined
  readonly actions?: SummaryActions | undefined
}

export function summaryCard(options: SummaryCardOptions, content: Html): Html {
  const tag = attributes({
    class: classes('govuk-summary-card', options.classes),
    ...options.attributes,
  })
  return html`<div${tag}><div class="govuk-summary-card__title-wrapper">${cardTitle(options.title)}${cardActions(options)}</div><div class="govuk-summary-card__content">${content}</div></div>`
}

/** A link of a row or a card; what it changes is said to those who cannot see the row. */
export function summaryActionLink(action: SummaryAction, card?: Content): Html {
  const tag = attributes({
    class: classes('govuk-link', action.classes),
    href: action.href,
    ...action.attributes,
  })
  const hidden = action.visuallyHiddenText
  const spoken =
    (hidden || card) &&
    html`<span class="govuk-visually-hidden">${hidden && html` ${hidden}`}${card && html` (${contentOf(card)})`}</span>`
  return html`<a${tag}>${contentOf(action)}${spoken}</a>`
}

function cardTitle(title: SummaryCardTitle | undefined): Html | undefined {
  if (!title) return undefined
  const level = trusted(`h${title.headingLevel ?? 2}`)
  const tag = attributes({ class: classes('govuk-summary-card__title', title.classes) })
  return html`<${level}${tag}>${contentOf(title)}</${level}>`
}

function cardActions({ title, actions }: SummaryCardOptions): Html | undefined {
  const links = (actions?.items ?? []).map((item) => summaryActionLink(item, title))
  const tag = attributes({ class: classes('govuk-summary-card__actions', actions?.classes) })
  if (links.length === 0) return undefined
  if (links.length === 1) return html`<div${tag}>${links}</div>`
  return html`<ul${tag}>${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}</ul>`
}
