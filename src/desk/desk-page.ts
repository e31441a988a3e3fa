import desk from '../../content/en/words/desk.json' with { type: 'json' }
import { may } from '../officers/policy.ts'
import { idleLimit } from '../officers/session.ts'
import type { Assets } from '../ui/assets.ts'
import { button } from '../ui/components/button.ts'
import { dataBlock } from '../ui/data-block.ts'
import { deskLayout } from '../ui/desk-layout.ts'
import { type Html, html } from '../ui/html.ts'
import type { Words } from '../ui/words.ts'
import type { DeskVisit } from './desk-visit.ts'

const parts = [
  { name: 'queue', href: '/', act: 'read-queue' },
  { name: 'feedback', href: '/feedback', act: 'read-feedback' },
  { name: 'figures', href: '/figures', act: 'read-figures' },
  { name: 'team', href: '/team', act: 'read-team' },
] as const

export type DeskPart = (typeof parts)[number]['name']

export interface DeskPageView {
  readonly title: string
  /** The part of the desk that it belongs to. */
  readonly part?: DeskPart | undefined
  readonly main: Html
  readonly status?: number | undefined
  /** Off for pages that show a secret: the length of a compressed page can betray what is in it. */
  readonly compress?: boolean | undefined
  /** The beginning of the keys of the sentences that the page’s script says. */
  readonly scriptWords?: ScriptWords | undefined
  /** What the page’s script works with. */
  readonly data?: object | undefined
}

export type ScriptWords = 'desk.enrol.' | 'desk.sign-in.' | 'desk.open.' | 'desk.grant.'

/** A whole page of the desk. */
export function deskPage(
  visit: DeskVisit | undefined,
  view: DeskPageView,
  { assets, words }: { readonly assets: Assets; readonly words: Words },
): Html {
  const name = visit?.desk.name ?? words('desk.name')
  return deskLayout({
    lang: 'en',
    dir: 'ltr',
    title: words('desk.title', { title: view.title, desk: name }),
    head: {
      style: assets.styles.desk,
      modules: [assets.scripts.get('desk')?.path ?? ''],
    },
    skip: words('desk.skip'),
    desk: { name, href: '/' },
    ...signedIn(visit, view.part, words),
    noscript: words('desk.noscript'),
    main: html`${view.main}${(view.scriptWords || visit?.session) && wordsBlock(view.scriptWords, words)}${view.data && dataBlock('desk-data', view.data)}`,
  })
}

function signedIn(visit: DeskVisit | undefined, part: DeskPart | undefined, words: Words) {
  const officer = visit?.session?.who
  if (officer === undefined) return {}
  const items = parts.map(
    ({ name, href, act }) =>
      may(officer.role, act) && {
        href,
        text: words(`desk.nav.${name}`),
        active: name === part,
      },
  )
  return {
    navigation: { label: words('desk.nav.label'), items },
    officer: html`<div data-desk="session" data-idle="${idleLimit / 60_000}"></div><span>${officer.name}</span><form method="post" action="/sign-out" data-desk="sign-out">${button({ text: words('desk.sign-out'), classes: 'govuk-button--secondary' })}</form>`,
  }
}

function wordsBlock(prefix: ScriptWords | undefined, words: Words): Html {
  const keys = Object.keys(desk) as (keyof typeof desk)[]
  const said = [prefix, 'desk.script.', 'desk.priority.'] as const
  const entries = keys
    .filter((key) => said.some((start) => start !== undefined && key.startsWith(start)))
    .map((key) => [key, words(key)])
  return dataBlock('desk-words', Object.fromEntries(entries))
}
