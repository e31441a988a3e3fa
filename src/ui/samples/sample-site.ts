/** A page at the site, for the tests that look at pages in a browser. Never served. */
import { numbersStrip } from '../components/numbers-strip.ts'
import { phaseBanner } from '../components/phase-banner.ts'
import { type Html, html } from '../html.ts'
import { type LayoutView, layout } from '../layout.ts'

export type Look = Pick<LayoutView, 'head'> &
  Partial<Pick<LayoutView, 'theme' | 'textSize' | 'dir' | 'lang'>>

export function sampleSite(look: Look, main: Html, banner?: Html): Html {
  return layout({
    lang: 'en-GB',
    dir: 'ltr',
    ...look,
    title: 'Help with modern slavery – Northshire Safe Places',
    exit: {
      sentence: 'Press Escape to leave this site at once.',
      label: 'Leave this site',
      href: 'https://www.example.org/',
      more: { text: 'Cover your tracks', href: 'https://www.example.org/' },
    },
    skip: 'Skip to main content',
    banner,
    site: { name: 'Northshire Safe Places', href: '/' },
    languages: {
      ariaLabel: 'Language',
      items: [
        { text: 'English', current: true, lang: 'en' },
        { text: 'Română', href: '/ro', lang: 'ro' },
        { text: 'Tiếng Việt', href: '/vi', lang: 'vi' },
        { text: 'العربية', href: '/ar', lang: 'ar', dir: 'rtl' },
      ],
    },
    navigation: {
      label: 'Site',
      items: [
        { text: 'Get help', href: '/help' },
        { text: 'Signs to look for', href: '/signs', current: true },
        { text: 'Who can support you', href: '/organisations' },
        { text: 'Tell us', href: '/report' },
      ],
    },
    phase: phaseBanner({
      tag: { text: 'Beta' },
      html: html`This is a new service. <a href="/feedback">Tell us what you think</a>.`,
    }),
    main,
    help: numbers(),
    footerLinks: [
      { text: 'Privacy', href: '/privacy' },
      { text: 'Cookies', href: '/cookies' },
      { text: 'Accessibility', href: '/accessibility' },
      { text: 'Staying safe online', href: '/safety' },
      { text: 'Feedback', href: '/feedback' },
    ],
    footerNote: html`<p>This site keeps nothing about you unless you say so.</p>`,
  })
}

function numbers(): Html {
  return numbersStrip({
    heading: 'Numbers to call',
    numbers: [
      {
        name: 'Danger now',
        number: '999',
        href: 'tel:999',
        note: 'Free. Press 55 if you cannot speak.',
        danger: true,
      },
      { name: 'Police, not urgent', number: '101', href: 'tel:101', note: 'Day and night.' },
      {
        name: 'Modern Slavery Helpline',
        number: '08000 121 700',
        href: 'tel:08000121700',
        note: 'Free, day and night, in your language.',
      },
    ],
  })
}
