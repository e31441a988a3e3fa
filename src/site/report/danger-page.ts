import { button } from '../../ui/components/button.ts'
import { callLink } from '../../ui/components/call-link.ts'
import { anchor } from '../../ui/components/link-list.ts'
import { type Html, html } from '../../ui/html.ts'
import { addressOf } from './question-address.ts'
import type { QuestionView } from './question-view.ts'

/** 999 and every silent way to reach it, before anything else is asked. @param before what stands above every question */
export function dangerPage(view: QuestionView, before: Html): Html {
  const { visit, question } = view
  const { words, content } = visit
  return html`${before}
<h1 class="govuk-heading-l">${words('report.danger.title')}</h1>
<p>${callLink({ href: 'tel:999', text: words('report.danger.call'), danger: true, wide: true })}</p>
<p class="govuk-body-l">${words('report.danger.lead')} ${anchor({ href: '#ways', text: words('report.danger.ways') })}</p>
<form action="${addressOf(question)}" method="post" autocomplete="off" novalidate>
<p class="govuk-body">${words('report.danger.after')}</p>
${button({ text: words('report.danger.go-on'), classes: 'govuk-button--secondary' })}
</form>
<h2 class="govuk-heading-m" id="ways">${words('report.danger.ways')}</h2>
${content.emergency}`
}
