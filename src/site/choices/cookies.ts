import type { CookieDefinition } from '../../web/cookies.ts'

const month = 30 * 24 * 60 * 60

/** That a choice was made, and which. Kept six months, then we ask again. */
export const choicesCookie: CookieDefinition = {
  name: 'choices',
  category: 'essential',
  lifetime: 6 * month,
  sameSite: 'lax',
}

/** Language, text size and contrast. */
export const preferencesCookie: CookieDefinition = {
  name: 'preferences',
  category: 'preferences',
  lifetime: 6 * month,
  sameSite: 'lax',
}

/** The key to an unfinished report, and nothing else. */
export const draftCookie: CookieDefinition = {
  name: 'draft',
  category: 'essential',
  lifetime: 'session',
  sameSite: 'strict',
}

/** The key to the receipt of somebody who came back, and nothing else. */
export const mailboxCookie: CookieDefinition = {
  name: 'mailbox',
  category: 'essential',
  lifetime: 'session',
  sameSite: 'strict',
}

/** When somebody left by the link, and nothing else: until they come again, the way back is shut. */
export const leftCookie: CookieDefinition = {
  name: 'left',
  category: 'essential',
  lifetime: 'session',
  // Back to a page that was reached from another site must carry it too.
  sameSite: 'lax',
}

/** Every cookie that the site may set: the cookies notice lists exactly these. */
export const siteCookies: readonly CookieDefinition[] = [
  choicesCookie,
  draftCookie,
  leftCookie,
  mailboxCookie,
  preferencesCookie,
]
