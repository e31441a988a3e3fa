import { existsSync } from 'node:fs'
import { ChromiumVisitor } from './chromium-visitor.ts'
import { FirefoxVisitor, startedOnce } from './firefox-visitor.ts'
import type { Places } from './places.ts'
import type { Visitor, VisitorWish } from './visitor.ts'

export interface Browser {
  readonly browser: 'Chromium' | 'Firefox'
  /** Why nothing can be proved with it here; `false` where it can. */
  readonly skip: string | false
  make(wish: VisitorWish): Visitor
  /** A profile that every visit begins with a copy of. */
  prepare(places: Places): Promise<string | undefined>
}

export const chromium: Browser = {
  browser: 'Chromium',
  skip: false,
  make: (wish) => new ChromiumVisitor(wish),
  prepare: async () => undefined,
}

export const firefox: Browser = {
  browser: 'Firefox',
  skip: existsSync(process.env['TEST_FIREFOX'] ?? '/usr/bin/firefox-esr')
    ? false
    : 'NOT PROVED: there is no Firefox here',
  make: (wish) => new FirefoxVisitor(wish),
  prepare: startedOnce,
}
