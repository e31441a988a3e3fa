/**
 * The browser scripts of the site, by their names: `telling` is `telling.client.ts`. Pages name the
 * one that they begin with; the others are asked for by that one.
 */
export const siteScripts = ['mailbox', 'telling', 'receipt-code', 'saving'] as const

export type SiteScript = (typeof siteScripts)[number]
