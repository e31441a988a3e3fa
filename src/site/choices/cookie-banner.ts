import { cookieBanner } from '../../ui/components/cookie-banner.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Visit } from '../visit.ts'

/** What stands above every page about cookies: the question, that it is saved, or that it failed. */
export function choicesBanner(visit: Visit): Html | undefined {
  if (visit.notice === 'choices-saved') return saved(visit)
  return visit.choices === undefined ? question(visit) : undefined
}

function question(visit: Visit): Html {
  const { words, path } = visit
  // A form around the banner, so that each answer is a button that works without script.
  return html`<form action="/choices" method="post" autocomplete="off"><input type="hidden" name="back" value="${path}">${banner(
    visit,
    {
      headingText: words('choices.banner.heading'),
      html: visit.notice === 'choices-failed' ? failed(visit) : explanation(visit),
      actions: [
        { text: words('choices.accept'), type: 'submit', name: 'choice', value: 'accept' },
        { text: words('choices.reject'), type: 'submit', name: 'choice', value: 'reject' },
        {
          text: words('choices.customise'),
          type: 'button',
          href: '/cookies',
          // A link that leads to a page, however it looks.
          attributes: { role: undefined },
        },
      ],
    },
  )}</form>`
}

function explanation(visit: Visit): Html {
  const { words } = visit
  return html`<p class="govuk-body">${words('choices.banner.essential')}</p><p class="govuk-body">${words('choices.banner.optional')} ${cookiesLink(visit)}.</p>`
}

function failed({ words }: Visit): Html {
  return html`<div role="alert"><p class="govuk-body">${words('choices.failed')}</p><p class="govuk-body">${words('choices.failedWhy')}</p></div>`
}

function saved(visit: Visit): Html {
  const { words, path } = visit
  return banner(visit, {
    role: 'status',
    html: html`<p class="govuk-body">${words('choices.saved')} ${cookiesLink(visit)}.</p>${visit.globalPrivacyControl && html`<p class="govuk-body">${words('choices.statisticsStayOff')}</p>`}`,
    actions: [
      {
        text: words('choices.hide'),
        type: 'button',
        href: path,
        classes: 'govuk-button--secondary',
        attributes: { role: undefined },
      },
    ],
  })
}

function cookiesLink({ words }: Visit): Html {
  return html`<a class="govuk-link" href="/cookies">${words('choices.banner.cookies')}</a>`
}

type Message = Parameters<typeof cookieBanner>[0]['messages'][number]

function banner({ words, site }: Visit, message: Message): Html {
  const ariaLabel = words('choices.banner.label', { site: site.name })
  return cookieBanner({ ariaLabel, messages: [message] })
}
