import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { JourneyVisit } from './journey-visit.ts'

/** Which of the two ways of telling this is, with its promise. */
export function sealedNote({ words, sealed }: JourneyVisit): Html {
  if (sealed !== 'in the browser') return insetText({ id: 'sealed', text: words('report.sealed') })
  return insetText({
    id: 'sealed',
    html: html`<p>${words('telling.sealed')}</p><p>${words('telling.back')}</p>`,
  })
}
