import { linkList } from '../../ui/components/link-list.ts'
import { textarea } from '../../ui/components/textarea.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'

/** Nobody could read it yet. @param comment what was typed meanwhile, given back */
export function closedPage(words: Words, comment?: string): Html {
  return html`<h1 class="govuk-heading-xl">${words('feedback.closed.title')}</h1>
<p class="govuk-body-l">${words('feedback.closed.text')}</p>
${
  comment &&
  textarea({
    name: 'comment',
    label: { text: words('feedback.closed.kept') },
    value: comment,
    rows: 8,
    autocomplete: 'off',
    spellcheck: false,
  })
}
${next(words)}`
}

export function thanksPage(words: Words): Html {
  return html`<h1 class="govuk-heading-xl">${words('feedback.thanks.title')}</h1>
<p class="govuk-body-l">${words('feedback.thanks.text')}</p>
${next(words)}`
}

function next(words: Words): Html {
  return html`<h2 class="govuk-heading-m">${words('feedback.next')}</h2>
${linkList([
  { href: '/', text: words('feedback.next.home') },
  { href: '/help', text: words('feedback.next.help') },
  { href: '/report', text: words('feedback.next.report') },
])}`
}
