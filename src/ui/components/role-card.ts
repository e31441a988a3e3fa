import { type Html, html } from '../html.ts'
import { classes } from './attributes.ts'
import { type IconName, icon } from './icon.ts'

export type RoleCardOptions = Readonly<{
  title: string
  text: string
  icon: IconName
  /** In the one strong colour: only for danger now. */
  danger?: boolean | undefined
  /** What to tap first. */
  call?: Html | undefined
  /** Where this person may begin. */
  ways: Html
}>

/** The front door by role: who is here decides what comes first. */
export function roleCards(cards: readonly RoleCardOptions[]): Html {
  return html`<ul class="cards">${cards.map(roleCard)}</ul>`
}

function roleCard(card: RoleCardOptions): Html {
  const name = classes('card box', card.danger && 'card--danger box--danger')
  return html`<li class="${name}"><div><h3>${icon(card.icon)}<span>${card.title}</span></h3><p>${card.text}</p>${card.call}</div><div>${card.ways}</div></li>`
}
