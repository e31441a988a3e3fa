/**
 * The browser scripts of the site, by their names: `telling` is `telling.client.ts`. Pages name the
 * one that they begin with; the others are asked for by that one.
 */
export const siteScripts = [
  'files',
  'files-worker',
  'mailbox',
  'receipt-code',
  'saving',
  'telling',
] as const

export type SiteScript = (typeof siteScripts)[number]
