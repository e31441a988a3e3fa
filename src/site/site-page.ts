import { findContactRoute } from '../advice/contact-route.ts'
import { languageOf } from '../advice/languages.ts'
import type { Assets } from '../ui/assets.ts'
import { brandStyle } from '../ui/brand-style.ts'
import { insetText } from '../ui/components/inset-text.ts'
import type { LanguageNavigationOptions } from '../ui/components/language-navigation.ts'
import { type NumberToCall, numbersStrip } from '../ui/components/numbers-strip.ts'
import { phaseBanner } from '../ui/components/phase-banner.ts'
import { urgentCall } from '../ui/components/urgent-call.ts'
import { type Html, html } from '../ui/html.ts'
import { layout } from '../ui/layout.ts'
import type { Words } from '../ui/words.ts'
import { choicesBanner } from './choices/cookie-banner.ts'
import { scriptPath } from './script-path.ts'
import type { SitePageView } from './site-pages.ts'
import type { Visit } from './visit.ts'
import { isPrivate, neutralTitle, openTitle } from './window-title.ts'

/** A whole page: what the view brings, and around it what every page has. */
export function sitePage(visit: Visit, view: SitePageView, assets: Assets): Html {
  const { site, words, content, preferences } = visit
  const { theme, textSize } = preferences
  return layout({
    lang: visit.locale,
    dir: content.language.direction,
    theme: theme === 'device' ? undefined : theme,
    textSize: textSize === 'standard' ? undefined : textSize,
    title: titleOf(visit, view),
    head: {
      style: assets.styles[view.styles ?? 'content'],
      brandStyle: brandStyle(site.brand),
      script: assets.inline('leave').code,
      scriptData: {
        exit: site.exit,
        said: words('common.leave.said'),
        ...stepsOf(visit),
      },
      modules: view.script === undefined ? [] : [scriptPath(assets, view.script)],
    },
    exit: {
      sentence: words('common.leave.sentence'),
      label: words('common.leave.label'),
      href: '/leave',
      // Whoever follows a link from a form loses what is in it.
      more:
        view.focused === true
          ? undefined
          : { text: words('common.leave.more'), href: '/guides/cover-your-tracks' },
    },
    skip: words('common.skip'),
    urgent: view.urgent === true ? urgent(words) : undefined,
    banner: view.cookieBanner === false ? undefined : choicesBanner(visit),
    site: { name: site.name, href: '/' },
    languages: languages(visit),
    ...(view.focused !== true && {
      navigation: { label: words('common.navigation'), items: navigation(visit) },
      phase: phase(visit),
    }),
    main: html`${view.focused !== true && hint(visit)}${translationNotice(visit)}${view.main}`,
    help: view.numbers === true ? numbersToCall(visit) : undefined,
    footerLinks: footerLinks(words),
    footerNote: html`<p class="govuk-body-s">${words('common.footer.note', { controller: site.controller })}</p>`,
  })
}

/** Once, on the first page: what the keys do here that they do nowhere else. */
function hint({ words, isArrival, path, preferences }: Visit): Html | undefined {
  if (!isArrival || path === '/guides/cover-your-tracks') return undefined
  const back = preferences.history === 'ordinary' ? '' : words('common.leave.back')
  return html`<p class="hint-once govuk-body">${words('common.leave.hint')} ${back} <a class="govuk-link" href="/guides/cover-your-tracks">${words('common.leave.more')}</a></p>`
}

/** What takes no step of its own in the history; without it, links and forms. */
function stepsOf({ path, preferences }: Visit): Readonly<Record<string, string>> {
  if (preferences.history === 'ordinary') return { steps: 'all' }
  return isPrivate(path) ? { steps: 'links' } : {}
}

function titleOf({ words, path, preferences, site }: Visit, view: SitePageView): string {
  const isNeutral = isPrivate(path) || preferences.history === 'safer'
  return isNeutral ? neutralTitle(words, view) : openTitle(words, view, site.name)
}

function translationNotice({ content, words }: Visit): Html | undefined {
  if (content.reviewed) return undefined
  return insetText({ text: words('common.translation') })
}

function urgent(words: Words): Html {
  return urgentCall({
    call: { href: 'tel:999', text: words('advice.urgentTitle') },
    silently: { href: '/help#silent-solution', text: words('advice.urgentSilently') },
  })
}

/** The few numbers that every form and every fault shows, as the site has chosen them. */
function numbersToCall({ site, words, content }: Visit): Html {
  const numbers = site.numbers.flatMap((id): NumberToCall[] => {
    const route = findContactRoute(content.contactRoutes, id)
    const [first] = route?.numbers ?? []
    if (route === undefined || first === undefined) return []
    const danger = route.urgency === 'emergency'
    return [{ name: route.name, ...first, note: route.when, danger }]
  })
  return numbersStrip({ heading: words('common.numbers'), numbers })
}

function languages(visit: Visit): LanguageNavigationOptions | undefined {
  const { site, words, path, locale } = visit
  if (site.languages.length < 2) return undefined
  return {
    ariaLabel: words('common.languages'),
    items: site.languages.map((language) => {
      const { name, direction } = languageOf(language)
      return {
        text: name,
        lang: language,
        dir: direction,
        current: language === locale,
        href: `/${language}${path}`,
      }
    }),
  }
}

function navigation({ words, path }: Visit) {
  const items = [
    { href: '/', text: words('common.nav.home') },
    { href: '/help', text: words('common.nav.help') },
    { href: '/guides', text: words('common.nav.guides') },
    { href: '/organizations', text: words('common.nav.organizations') },
    { href: '/report', text: words('common.nav.report') },
  ]
  return items.map((item) => ({
    ...item,
    current: item.href === path,
    active: item.href !== '/' && path.startsWith(`${item.href}/`),
  }))
}

function phase({ words, path }: Visit): Html {
  return phaseBanner({
    tag: { text: words('common.phase.tag') },
    html: html`${words('common.phase.text')} <a class="govuk-link" href="/feedback?from=${encodeURIComponent(path)}">${words('common.phase.link')}</a>.`,
  })
}

function footerLinks(words: Words) {
  return [
    { href: '/guides/staying-safe', text: words('common.footer.safety') },
    { href: '/b', text: words('common.footer.mailbox') },
    { href: '/cookies', text: words('common.footer.cookies') },
    { href: '/preferences', text: words('common.footer.preferences') },
    { href: '/privacy', text: words('common.footer.privacy') },
    { href: '/accessibility', text: words('common.footer.accessibility') },
    { href: '/feedback', text: words('common.footer.feedback') },
  ]
}
