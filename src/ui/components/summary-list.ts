import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'
import {
  type SummaryActions,
  type SummaryCardOptions,
  summaryActionLink,
  summaryCard,
} from './summary-card.ts'

type Cell = Content & { readonly classes?: string | undefined }

export type SummaryRow = {
  readonly classes?: string | undefined
  readonly key: Cell
  readonly value: Cell
  readonly actions?: SummaryActions | undefined
}

export type SummaryListOptions = Styling & {
  /** Absent rows leave nothing. */
  readonly rows: readonly (SummaryRow | false | undefined)[]
  readonly card?: SummaryCardOptions | undefined
}

export function summaryList(options: SummaryListOptions): Html {
  const rows = options.rows.filter((row) => row !== undefined && row !== false)
  const hasActions = rows.some((row) => (row.actions?.items?.length ?? 0) > 0)
  const tag = attributes({
    class: classes('govuk-summary-list', options.classes),
    ...options.attributes,
  })
  const list = html`<dl${tag}>${rows.map((row) => summaryRow(row, hasActions, options.card?.title))}</dl>`
  return options.card ? summaryCard(options.card, list) : list
}

function summaryRow(row: SummaryRow, hasActions: boolean, card: Content | undefined): Html {
  const name = classes(
    'govuk-summary-list__row',
    hasActions && !row.actions?.items && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  const key = classes('govuk-summary-list__key', row.key.classes)
  const value = classes('govuk-summary-list__value', row.value.classes)
  return html`<div class="${name}"><dt class="${key}">${contentOf(row.key)}</dt><dd class="${value}">${contentOf(row.value)}</dd>${rowActions(row.actions, card)}</div>`
}

function rowActions(actions: SummaryActions | undefined, card: Content | undefined) {
  const links = (actions?.items ?? []).map((item) => summaryActionLink(item, card))
  if (links.length === 0) return undefined
  const name = classes('govuk-summary-list__actions', actions?.classes)
  if (links.length === 1) return html`<dd class="${name}">${links}</dd>`
  const items = links.map(
    (link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`,
  )
  return html`<dd class="${name}"><ul class="govuk-summary-list__actions-list">${items}</ul></dd>`
}
