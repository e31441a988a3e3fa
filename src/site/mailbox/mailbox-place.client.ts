/** Where the mailbox is drawn. Without script every state is a page of the server. */
import { type Html, trusted } from '../../ui/html.ts'

import { keepLanguage } from '../keep-language.ts'
import { put } from '../markup.client.ts'
import type { ScriptData } from './script-data.ts'

export type Place = ReturnType<typeof openPlace>

/** @param root held from the start: what leaving has taken out of the document never comes back into it */
export function openPlace(root: HTMLElement, { prefix, languages }: ScriptData) {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)
  const draw = (place: HTMLElement, markup: Html) =>
    put(place, trusted(keepLanguage(markup.toString(), prefix, languages)))
  const veil = document.createElement('div')
  root.before(veil)
  const unveil = () => {
    veil.replaceChildren()
    veil.hidden = true
    root.hidden = false
  }

  return {
    find,

    /** Draws all anew; keyboard and screen reader begin at what went wrong, or at the heading. */
    drawAll(markup: Html): void {
      unveil()
      draw(root, markup)
      begin(root)
      scrollTo(0, 0)
    },

    /** Draws one part anew, and leaves what is typed in the others. */
    drawPart(name: string, markup: Html, options: { readonly focus?: boolean } = {}): void {
      const place = find(`[data-part=${name}]`)
      if (place === null) return
      draw(place, markup)
      if (options.focus !== false) begin(place)
    },

    /** Says how far it is, or what was done; read out without taking the focus. */
    say(sentence: string): void {
      const status = find('[data-status]')
      if (status !== null) status.textContent = sentence
    },

    /** Takes all out of sight, until whoever sits there wants to see it again. @param cover has a button */
    veil(cover: Html): void {
      veil.hidden = false
      root.hidden = true
      draw(veil, cover)
      veil.querySelector('button')?.focus()
    },

    unveil(): void {
      unveil()
      begin(root)
    },
  }
}

function begin(place: HTMLElement): void {
  const first =
    place.querySelector<HTMLElement>('.govuk-error-summary') ??
    place.querySelector<HTMLElement>('[tabindex="-1"]')
  first?.focus()
}
