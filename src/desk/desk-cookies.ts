import { familiarLifetime } from '../officers/familiar-browser.ts'
import type { CookieDefinition } from '../web/cookies.ts'

/** The secret of an officer’s session. */
export const sessionCookie: CookieDefinition = {
  name: 'desk-session',
  category: 'essential',
  lifetime: 'session',
  sameSite: 'strict',
}

/** That this browser has signed in before, so that a stranger’s guessing does not slow it down. */
export const familiarCookie: CookieDefinition = {
  name: 'desk-familiar',
  category: 'essential',
  lifetime: familiarLifetime,
  sameSite: 'strict',
}
