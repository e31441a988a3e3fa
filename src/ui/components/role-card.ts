import { type Html, html, trusted } from '../html.ts'
import { classes } from './attributes.ts'
import { type IconName, icon } from './icon.ts'

export type RoleCardOptions = {
  readonly title: string
  readonly text?: string | undefined
  readonly href: string
  readonly icon?: IconName | undefined
  /** In the one strong colour: only for danger now. */
  readonly danger?: boolean | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
}

/** The front door by role: each card is one large link to where this person should begin. */
export function roleCards(cards: readonly RoleCardOptions[]): Html {
  return html`<ul class="cards">${cards.map(roleCard)}</ul>`
}

function roleCard(card: RoleCardOptions): Html {
  const level = trusted(`h${card.headingLevel ?? 3}`)
  const text = card.text && html`<p class="card__text">${card.text}</p>`
  return html`<li class="${classes('card', card.danger && 'card--danger')}">${card.icon && icon(card.icon)}<${level} class="card__title"><a class="card__link" href="${card.href}">${card.title}</a></${level}>${text}</li>`
}
