import type { Words } from '../ui/words.ts'
import type { SitePageView } from './site-pages.ts'

type Titled = Pick<SitePageView, 'title' | 'wrong' | 'step'>

/** Where somebody tells us something, or reads what officers wrote; without the language. */
export function isPrivate(path: string): boolean {
  return /^\/(report|a|b)(\/|$)/.test(path)
}

/** The whole title of a window that anybody may see. */
export function openTitle(words: Words, view: Titled, site: string): string {
  return marked(words, view, words('common.title', { title: view.title, site }))
}

/**
 * The title of a window whose name is nobody else’s business: true, not the same on every page, and
 * of no subject, because titles stand in histories, in lists of windows and on other people’s screens.
 */
export function neutralTitle(words: Words, view: Titled): string {
  const { step } = view
  const title =
    step === undefined
      ? words('common.title.neutral')
      : words('common.title.step', { step: String(step) })
  return marked(words, view, title)
}

function marked(words: Words, { wrong }: Titled, title: string): string {
  return wrong === true ? words('common.title.error', { title }) : title
}
