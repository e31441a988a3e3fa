import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { input } from '../../ui/components/input.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { type ComeProblem, isAboutField, problemInWords } from './come-problem.ts'

export interface ComeView {
  readonly visit: Visit
  /** What is in the field. */
  readonly typed?: string
  readonly problem?: ComeProblem
  /** Whether this browser has a mailbox open already. */
  readonly isOpen?: boolean
}

const statuses = { empty: 422, mistyped: 422, unknown: 404, over: 410, trouble: 503 } as const

/** Typing the receipt. */
export function comeView(view: ComeView): SitePageView {
  const { visit, problem } = view
  const title = visit.words('mailbox.come.title')
  return {
    title: problem === undefined ? title : visit.words('report.title.error', { title }),
    main: comePage(view),
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
    compress: false,
    ...(problem !== undefined && { status: statuses[problem] }),
  }
}

/** The field for the receipt, as no browser fills it in or remembers it. */
export function receiptField(words: Words, typed = '', problem?: ComeProblem): Html {
  const error = problem && isAboutField(problem) && problemInWords(words, problem, typed)
  return input({
    name: 'receipt',
    label: { text: words('mailbox.come.label'), classes: 'govuk-label--m' },
    hint: { text: words('mailbox.come.hint') },
    value: typed,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
    attributes: { dir: 'ltr', translate: 'no' },
    ...(error && { errorMessage: { text: error } }),
  })
}

function comePage({ visit, typed = '', problem, isOpen = false }: ComeView): Html {
  const { words } = visit
  return html`${backLink({ text: words('report.back'), href: '/' })}
${problem && summary(words, problem, typed)}
<h1 class="govuk-heading-xl">${words('mailbox.come.title')}</h1>
${isOpen && alreadyOpen(words)}
<p class="govuk-body-l">${words('mailbox.come.lead')}</p>
${problem === 'unknown' && whatToTry(words)}
<form action="/b" method="post" autocomplete="off" novalidate>
${receiptField(words, typed, problem)}
${button({ text: words('mailbox.come.button') })}
</form>
${insetText({ text: words('mailbox.come.way') })}
<p class="govuk-body">${words('mailbox.come.lost')}</p>`
}

function summary(words: Words, problem: ComeProblem, typed: string): Html {
  const href = isAboutField(problem) ? { href: '#receipt' } : {}
  return errorSummary({
    titleText: words('errors.summary'),
    errorList: [{ text: problemInWords(words, problem, typed), ...href }],
  })
}

function alreadyOpen(words: Words): Html {
  const goOn = html`<a class="govuk-link" href="/b/open">${words('mailbox.come.go-on')}</a>`
  return insetText({ html: html`${words('mailbox.come.is-open')} ${goOn}` })
}

function whatToTry(words: Words): Html {
  return html`<h2 class="govuk-heading-m">${words('mailbox.come.try')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${words('mailbox.come.try-site')}</li>
<li>${words('mailbox.come.try-other')}</li>
<li>${words('mailbox.come.try-gone')}</li>
</ul>`
}
