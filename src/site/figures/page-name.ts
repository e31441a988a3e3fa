// Closed unless opened by name: a page that nobody thought of here is not counted, so that no new
// page of the report, the mailbox or the exit ever can be.
const countedPages: readonly string[] = [
  '/',
  '/accessibility',
  '/feedback',
  '/guides',
  '/guides/:slug',
  '/help',
  '/how-we-protect-you',
  '/organizations',
  '/privacy',
]

/** What a page is called in the figures, or `undefined` where it is not counted. Never a query. */
export function countedPageName(pattern: string | undefined, path: string): string | undefined {
  if (pattern === undefined || !countedPages.includes(pattern)) return undefined
  if (!pattern.includes(':')) return pattern
  // The same page has endlessly many other spellings: counted each, they would fill the memory.
  return /^[a-z0-9/-]+$/.test(path) ? path : undefined
}
