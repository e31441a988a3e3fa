import { backLink } from '../../ui/components/back-link.ts'
import { button } from '../../ui/components/button.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { input } from '../../ui/components/input.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { type Html, html } from '../../ui/html.ts'
import { problemInWords } from '../mailbox/come-problem.ts'
import type { SitePageView } from '../site-pages.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { resumeAddress } from './question-address.ts'

/** Why a receipt did not lead to a draft. */
export type ResumeProblem = 'empty' | 'mistyped' | 'unknown' | 'damaged' | 'trouble'

export interface ResumeView {
  readonly visit: JourneyVisit
  /** What is in the field. */
  readonly typed?: string | undefined
  readonly problem?: ResumeProblem | undefined
  /** Whether this browser has begun a report that would be lost. */
  readonly replaces?: boolean | undefined
}

const statuses = { empty: 422, mistyped: 422, unknown: 404, damaged: 410, trouble: 503 } as const

/** Typing the receipt of a draft. */
export function resumeView(view: ResumeView): SitePageView {
  const { visit, problem } = view
  return {
    title: visit.words('saving.resume.title'),
    wrong: problem !== undefined,
    main: resumePage(view),
    styles: 'form',
    numbers: true,
    cookieBanner: false,
    focused: true,
    compress: false,
    ...(problem !== undefined && { status: statuses[problem] }),
  }
}

function resumePage(view: ResumeView): Html {
  const { visit, problem, replaces = false } = view
  const { words, sealed } = visit
  const lead = sealed === 'in the browser' ? 'saving.resume.lead-browser' : 'saving.resume.lead'
  return html`${backLink({ text: words('report.back'), href: '/report' })}
${problem && errorSummary({ titleText: words('errors.summary'), errorList: [{ text: said(view), href: '#receipt' }] })}
<h1 class="govuk-heading-l">${words('saving.resume.title')}</h1>
<p class="govuk-body">${words(lead)}</p>
${replaces && insetText({ text: words('saving.resume.replaces') })}
<form action="${resumeAddress}" method="post" autocomplete="off" novalidate>
${field(view)}
${button({ text: words('saving.resume.button') })}
</form>
<p class="govuk-body">${words('saving.resume.stays')}</p>
<p class="govuk-body"><a class="govuk-link" href="/b">${words('saving.resume.mailbox')}</a></p>`
}

function field(view: ResumeView): Html {
  const { visit, typed, problem } = view
  return input({
    name: 'receipt',
    label: { text: visit.words('saving.receipt'), classes: 'govuk-label--m' },
    hint: { text: visit.words('mailbox.come.hint') },
    value: typed,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
    attributes: { dir: 'ltr', translate: 'no' },
    ...(problem !== undefined && { errorMessage: { text: said(view) } }),
  })
}

function said({ visit, problem = 'empty', typed = '' }: ResumeView): string {
  if (problem === 'empty' || problem === 'mistyped')
    return problemInWords(visit.words, problem, typed)
  return visit.words(`saving.resume.${problem}`)
}
