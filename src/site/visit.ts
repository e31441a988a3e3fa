import type { SiteConfig } from '../sites.ts'
import type { Words } from '../ui/words.ts'
import type { Choices } from './choices/choices.ts'
import type { Preferences } from './choices/preferences.ts'
import type { Content } from './content.ts'

/** Who is asking, as far as a page needs to know: which site, in which language, with what choices. */
export interface Visit {
  readonly site: SiteConfig
  readonly locale: string
  readonly content: Content
  readonly words: Words
  /** The path without its language, as links and forms use it. */
  readonly path: string
  /** Whether this is the first page of a visit, as far as anybody knows: nothing is kept to know it. */
  readonly isArrival: boolean
  /** The language that the address names, where it names one: links keep it. */
  readonly prefix: string
  /** Whether the site is reached by https, so that cookies can be marked Secure. */
  readonly secure: boolean
  /** Whether they come through Tor, by the onion address of the site. */
  readonly onion: boolean
  readonly choices: Choices | undefined
  readonly preferences: Preferences
  /** The browser says for its owner: do not track (Global Privacy Control). */
  readonly globalPrivacyControl: boolean
  /** What a form just did with the choices, said at the top of the next page. */
  readonly notice: 'choices-saved' | 'choices-failed' | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit
  }
}
