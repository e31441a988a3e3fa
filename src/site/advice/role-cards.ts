import { type ContactRoute, findContactRoute } from '../../advice/contact-route.ts'
import { callLink } from '../../ui/components/call-link.ts'
import { details } from '../../ui/components/details.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { roleCards as cards, type RoleCardOptions } from '../../ui/components/role-card.ts'
import { type Html, html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'
import { type RouteView, routeActions, routeSteps } from './route-card.ts'

/** The front door: who is here decides what comes first. Danger is always the first card. */
export function roleCards(routes: readonly ContactRoute[], view: RouteView): Html {
  const { words } = view
  return cards([danger(routes, view), person(words), worried(words), professional(words)])
}

/** Whoever is in danger has no time for another page: what to do is here. */
function danger(routes: readonly ContactRoute[], view: RouteView): RoleCardOptions {
  const { words } = view
  const text = words('advice.call', { number: '999' })
  const inPlace = (id: string, title: WordKey) => {
    const route = findContactRoute(routes, id)
    const how = route && html`${routeSteps(route, view)}${routeActions(route, view)}`
    return how && details({ summaryText: words(title), html: how })
  }
  return {
    title: words('advice.dangerTitle'),
    text: words('advice.dangerText'),
    icon: 'alert',
    danger: true,
    call: callLink({ href: 'tel:999', text, danger: true, wide: true }),
    ways: html`${inPlace('silent-solution', 'advice.dangerSilent')}${inPlace('emergency-sms', 'advice.dangerMessage')}${linkList(
      [
        { href: '/help#emergency-bsl', text: words('advice.dangerSign') },
        { href: '/help#emergency-textphone', text: words('advice.dangerTextphone') },
      ],
    )}`,
  }
}

function person(words: Words): RoleCardOptions {
  return {
    title: words('advice.personTitle'),
    text: words('advice.personText'),
    icon: 'person',
    ways: linkList([
      { href: '/help', text: words('advice.personHelp') },
      { href: '/guides/staying-safe', text: words('advice.personSafe') },
      { href: '/report', text: words('advice.personReport') },
    ]),
  }
}

function worried(words: Words): RoleCardOptions {
  return {
    title: words('advice.worriedTitle'),
    text: words('advice.worriedText'),
    icon: 'people',
    ways: linkList([
      { href: '/guides/signs', text: words('advice.worriedSigns') },
      { href: '/report', text: words('advice.worriedReport') },
    ]),
  }
}

function professional(words: Words): RoleCardOptions {
  return {
    title: words('advice.professionalTitle'),
    text: words('advice.professionalText'),
    icon: 'work',
    ways: linkList([
      { href: '/guides/after-you-report', text: words('advice.professionalAfter') },
      { href: '/organizations', text: words('advice.professionalOrganizations') },
      { href: '/report', text: words('advice.professionalReport') },
    ]),
  }
}
