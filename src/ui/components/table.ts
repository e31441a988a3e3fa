import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type TableCell = Content &
  Styling & {
    readonly format?: 'numeric' | undefined
    readonly colspan?: number | undefined
    readonly rowspan?: number | undefined
  }

export type TableOptions = Styling & {
  readonly caption?: string | undefined
  readonly captionClasses?: string | undefined
  readonly head?: readonly TableCell[] | undefined
  /** Absent rows leave nothing. */
  readonly rows: readonly (readonly TableCell[] | false | undefined)[]
  readonly firstCellIsHeader?: boolean | undefined
}

export function table(options: TableOptions): Html {
  const tag = attributes({ class: classes('govuk-table', options.classes), ...options.attributes })
  const caption = classes('govuk-table__caption', options.captionClasses)
  const head =
    options.head &&
    html`<thead class="govuk-table__head"><tr class="govuk-table__row">${options.head.map((cell) => header(cell, 'col'))}</tr></thead>`
  const rows = options.rows.map((cells) => cells && row(cells, options.firstCellIsHeader ?? false))
  return html`<table${tag}>${
    options.caption && html`<caption class="${caption}">${options.caption}</caption>`
  }${head}<tbody class="govuk-table__body">${rows}</tbody></table>`
}

function row(cells: readonly TableCell[], firstIsHeader: boolean): Html {
  const inside = cells.map((cell, index) =>
    index === 0 && firstIsHeader ? header(cell, 'row') : data(cell),
  )
  return html`<tr class="govuk-table__row">${inside}</tr>`
}

function header(cell: TableCell, scope: 'col' | 'row'): Html {
  const format = scope === 'col' && cell.format && `govuk-table__header--${cell.format}`
  const tag = { scope, class: classes('govuk-table__header', format || undefined, cell.classes) }
  return html`<th${attributes({ ...tag, ...spans(cell) })}>${contentOf(cell)}</th>`
}

function data(cell: TableCell): Html {
  const format = cell.format && `govuk-table__cell--${cell.format}`
  const tag = { class: classes('govuk-table__cell', format, cell.classes) }
  return html`<td${attributes({ ...tag, ...spans(cell) })}>${contentOf(cell)}</td>`
}

function spans(cell: TableCell) {
  return { colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes }
}
