/** The queue at the desk, for the tests that look at pages in a browser. Never served. */
import { button } from '../components/button.ts'
import { table } from '../components/table.ts'
import { tag } from '../components/tag.ts'
import { deskLayout } from '../desk-layout.ts'
import { type Html, html } from '../html.ts'
import type { Look } from './sample-site.ts'

export function sampleDesk(look: Look): Html {
  return deskLayout({
    lang: 'en-GB',
    dir: 'ltr',
    theme: look.theme,
    title: 'Queue – Northshire desk',
    head: look.head,
    skip: 'Skip to the queue',
    desk: { name: 'Northshire desk', href: '/' },
    navigation: {
      label: 'Desk',
      items: [
        { text: 'Queue', href: '/queue', current: true },
        { text: 'Feedback', href: '/feedback' },
        { text: 'Team', href: '/team' },
        { text: 'Figures', href: '/figures' },
      ],
    },
    officer: html`<span>A. Morgan</span><form method="post" action="/departure">${button({ text: 'Sign out' })}</form>`,
    noscript: 'Reports are opened in your browser. That needs script.',
    main: deskMain(),
  })
}

function deskMain(): Html {
  const rows = ['SP-4821', 'SP-4819', 'SP-4807', 'SP-4801'].map((reference, index) => [
    {
      html:
        index === 0
          ? tag({ text: 'Life in danger', classes: 'govuk-tag--red' })
          : tag({ text: 'Routine' }),
    },
    { html: html`<a href="/reports/${reference}">${reference}</a>` },
    { text: 'Modern slavery' },
    { text: 'English' },
    { text: index === 0 ? 'New' : 'Opened' },
    { text: '10:00, 22 November' },
    { text: index === 0 ? '' : 'A. Morgan' },
  ])
  const head = ['Priority', 'Reference', 'Topic', 'Language', 'Status', 'Received', 'Assigned to']
  return html`<div class="desk-toolbar"><h1>Queue</h1>${button({ text: 'Refresh', classes: 'govuk-button--secondary' })}</div>
<div class="desk-columns"><div>${table({ caption: 'Reports, most urgent first', captionClasses: 'govuk-visually-hidden', head: head.map((text) => ({ text })), rows })}</div>
<section class="desk-pane" aria-labelledby="waiting"><h2 id="waiting">Waiting</h2><p>Four reports. The oldest has waited three hours.</p></section></div>`
}
