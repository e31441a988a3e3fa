import { type Html, html, trusted } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf } from './content.ts'

export type RouteCardOptions = {
  readonly id?: string | undefined
  readonly name: string
  /** What to tap: a number as people write it with its `tel:` address, or a page. */
  readonly number?: { readonly text: string; readonly href: string } | undefined
  /** When to use it. */
  readonly text?: string | undefined
  /** Hours, cost, languages, what it keeps private. */
  readonly facts?: readonly { readonly key: string; readonly value: Content }[] | undefined
  readonly danger?: boolean | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
}

/** One way to get help. */
export function routeCard(card: RouteCardOptions): Html {
  const level = trusted(`h${card.headingLevel ?? 3}`)
  const tag = attributes({
    id: card.id,
    class: classes('route', card.danger && 'route--danger'),
  })
  const number =
    card.number &&
    html`<a class="route__number" dir="auto" href="${card.number.href}">${card.number.text}</a>`
  return html`<div${tag}><${level} class="route__name">${card.name}</${level}>${number}${card.text && html`<p>${card.text}</p>`}${facts(card)}</div>`
}

function facts(card: RouteCardOptions): Html | undefined {
  if (!card.facts?.length) return undefined
  const rows = card.facts.map(({ key, value }) => html`<dt>${key}</dt><dd>${contentOf(value)}</dd>`)
  return html`<dl class="route__facts">${rows}</dl>`
}
