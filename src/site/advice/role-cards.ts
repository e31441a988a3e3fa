import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { type Link, linkList } from './link-list.ts'

type RoleCard = Readonly<{
  id: string
  title: string
  text: string
  call?: Html
  links: readonly Link[]
}>

/** The front door: who is here decides what comes first. Danger is always the first card. */
export function roleCards(words: Words): Html {
  const cards = [danger(words), person(words), worried(words), professional(words)]
  return html`<ul class="govuk-list app-role-cards">${cards.map(card)}</ul>`
}

function card({ id, title, text, call, links }: RoleCard): Html {
  return html`<li class="app-role-card app-role-card--${id}">
  <h3 class="govuk-heading-m">${title}</h3>
  <p class="govuk-body">${text}</p>
  ${call}
  ${linkList(links)}
</li>`
}

function danger(words: Words): RoleCard {
  return {
    id: 'danger',
    title: words('advice.dangerTitle'),
    text: words('advice.dangerText'),
    call: html`<a class="app-call" href="tel:999">${words('advice.call', { number: '999' })}</a>`,
    links: [
      { href: '/help#silent-solution', text: words('advice.dangerSilent') },
      { href: '/help#emergency-sms', text: words('advice.dangerMessage') },
      { href: '/help#emergency-bsl', text: words('advice.dangerSign') },
      { href: '/help#emergency-textphone', text: words('advice.dangerTextphone') },
    ],
  }
}

function person(words: Words): RoleCard {
  return {
    id: 'person',
    title: words('advice.personTitle'),
    text: words('advice.personText'),
    links: [
      { href: '/help', text: words('advice.personHelp') },
      { href: '/guides/staying-safe', text: words('advice.personSafe') },
      { href: '/report', text: words('advice.personReport') },
    ],
  }
}

function worried(words: Words): RoleCard {
  return {
    id: 'worried',
    title: words('advice.worriedTitle'),
    text: words('advice.worriedText'),
    links: [
      { href: '/guides/signs', text: words('advice.worriedSigns') },
      { href: '/report', text: words('advice.worriedReport') },
    ],
  }
}

function professional(words: Words): RoleCard {
  return {
    id: 'professional',
    title: words('advice.professionalTitle'),
    text: words('advice.professionalText'),
    links: [
      { href: '/guides/after-you-report', text: words('advice.professionalAfter') },
      { href: '/organizations', text: words('advice.professionalOrganizations') },
      { href: '/report', text: words('advice.professionalReport') },
    ],
  }
}
