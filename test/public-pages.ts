import { guideHref } from '../src/advice/guide.ts'
import { loadContent } from '../src/site/content.ts'

const { guides = [] } = loadContent('content', ['en']).get('en') ?? {}

/** What anyone can read: the address of every page of advice, in English. */
export const advicePages: readonly string[] = [
  '/',
  '/help',
  '/guides',
  '/organizations',
  ...guides.map(guideHref),
]

/** What anyone can open that is no advice; the last one is a fault. */
export const otherPages: readonly string[] = [
  '/cookies',
  '/preferences',
  '/feedback',
  '/report',
  '/nowhere',
]
