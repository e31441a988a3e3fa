/** Shows pages of the journey in the document that is open. Nothing here touches the history. */
import { insetText } from '../../ui/components/inset-text.ts'
import { html, trusted } from '../../ui/html.ts'
import { keepLanguage } from '../keep-language.ts'
import { put } from '../markup.client.ts'
import type { SitePageView } from '../site-pages.ts'
import { neutralTitle } from '../window-title.ts'
import type { JourneyVisit } from './journey-visit.ts'
import type { ScriptJourney } from './script-journey.ts'

const main = document.getElementById('main-content') ?? document.body

/** The language that the address names, `/cy`, or nothing. */
export const prefix = location.pathname.replace(/\/report\/?$/, '')

export type ShowPage = (view: SitePageView) => void

/** Shows a page as our server would, from its top, and says so to those who hear it. */
export function pageShower({ words }: JourneyVisit, { reviewed }: ScriptJourney): ShowPage {
  const notice = !reviewed && insetText({ text: words('common.translation') })
  return (view) => {
    // Who has left meanwhile sees nothing of this any more, not even a title.
    if (!main.isConnected) return
    document.title = neutralTitle(words, view)
    // What leads away from a question, or would answer with another page.
    for (const way of document.querySelectorAll('.ways, .govuk-cookie-banner')) way.remove()
    put(main, trusted(keepLanguage(String(html`${notice}${view.main}`), prefix, [])))
    scrollTo(0, 0)
    focusOn(main.querySelector('.govuk-error-summary') ?? main.querySelector('h1'))
  }
}

/** Moves those who use keys or hear the page to a part of it. */
export function focusOn(part: Element | null): void {
  if (!(part instanceof HTMLElement)) return
  if (part.tabIndex < 0) part.tabIndex = -1
  part.focus()
}

/** Where a link or a form of ours leads, without its language; empty for anything else. */
export function addressIn(element: Element): string {
  const address = element.getAttribute('href') ?? element.getAttribute('action')
  return address?.startsWith(`${prefix}/`) ? address.slice(prefix.length) : ''
}

export function part(selector: string): HTMLElement | undefined {
  return main.querySelector<HTMLElement>(selector) ?? undefined
}

/** A page that somebody has left is not to be found again by going forward. */
export function forgetWhenLeft(forget: () => void): void {
  addEventListener('pagehide', () => {
    forget()
    main.replaceChildren()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}
