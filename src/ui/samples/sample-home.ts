/** A front page, for the tests that look at pages in a browser. Never served. */
import { button } from '../components/button.ts'
import { cookieBanner } from '../components/cookie-banner.ts'
import { details } from '../components/details.ts'
import { insetText } from '../components/inset-text.ts'
import { roleCards } from '../components/role-card.ts'
import { routeCard } from '../components/route-card.ts'
import { warningText } from '../components/warning-text.ts'
import { type Html, html } from '../html.ts'
import { type Look, sampleSite } from './sample-site.ts'

export function sampleHome(look: Look): Html {
  return sampleSite(look, homeMain(), cookies())
}

function homeMain(): Html {
  return html`<div class="hero"><h1>You are not alone. We can help.</h1>
<p class="govuk-body-l">If someone makes you work, holds your papers or controls where you go, that is not your fault. You can get help here, in private, and you decide what happens.</p></div>
<h2>What brings you here?</h2>
${roleCards([
  {
    title: 'I am in danger now',
    text: 'How to call 999, also without speaking.',
    href: '/danger',
    icon: 'alert',
    danger: true,
  },
  {
    title: 'It is happening to me',
    text: 'What you can do, and who will be on your side.',
    href: '/me',
    icon: 'person',
  },
  {
    title: 'I am worried about someone',
    text: 'The signs, and how to tell us what you saw.',
    href: '/someone',
    icon: 'people',
  },
  {
    title: 'I work with people at risk',
    text: 'Your duties, referrals and advice.',
    href: '/professionals',
    icon: 'work',
  },
])}
<h2>Read about it</h2>
<p>Human trafficking is when people are brought to a place and made to do things that they do not want to do. It can happen to <a href="/who">anyone</a>, of any age, from <a href="https://www.example.org/more">any country</a>.</p>
<ul class="govuk-list govuk-list--bullet"><li>made to work for little or no money</li><li>made to commit crimes</li><li>made to have sex</li></ul>
${insetText({ text: 'You do not need papers to get help. You will not be blamed.' })}
<h2>Ways to get help</h2>
${routeCard({
  name: 'Modern Slavery Helpline',
  number: { text: '08000 121 700', href: 'tel:08000121700' },
  text: 'Talk to someone who will listen and explain what can happen next.',
  facts: [
    { key: 'Open', value: { text: 'Day and night, every day' } },
    { key: 'Cost', value: { text: 'Free' } },
    { key: 'Languages', value: { text: 'More than 200, with an interpreter' } },
    { key: 'Private', value: { text: 'You need not give your name' } },
  ],
})}
${details({ summaryText: 'If you cannot speak', text: 'Call 999 and press 55 when you are asked.' })}
${warningText({ text: 'Call 999 if someone is being hurt now.', iconFallbackText: 'Danger' })}
${button({ text: 'Tell us what is happening', href: '/report', isStartButton: true, attributes: { role: undefined } })}`
}

function cookies(): Html {
  const classes = 'govuk-button--secondary'
  return html`<form method="post" action="/choices">${cookieBanner({
    ariaLabel: 'Cookies',
    messages: [
      {
        headingText: 'May we remember anything?',
        text: 'This site works without. If you agree, it can remember your language and count visits. We pass nothing on.',
        actions: [
          { text: 'Accept', type: 'submit', name: 'choice', value: 'accept', classes },
          { text: 'Reject', type: 'submit', name: 'choice', value: 'reject', classes },
          { text: 'Customise', type: 'button', href: '/cookies', classes },
        ],
      },
    ],
  })}</form>`
}
