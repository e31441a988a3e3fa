import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { middleOf, shownNow } from './chromium-visitor.ts'
import type { Places } from './places.ts'
import { readCopy } from './read-copy.ts'
import {
  type Cookie,
  type Key,
  newProfile,
  type Row,
  Running,
  removeProfile,
  type Shown,
  until,
  type Visitor,
  type VisitorWish,
} from './visitor.ts'
import { Wire } from './wire.ts'

const keys: Readonly<Record<Key, string>> = {
  Escape: '\uE00C',
  Shift: '\uE008',
  Tab: '\uE004',
  Enter: '\uE007',
}

interface Context {
  readonly context: string
}

type Value =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } }

// As the history window asks.
const listedRows = `select url, coalesce(title, '') as title from moz_places
  where hidden = 0 and visit_count > 0 and url like 'http%'`

/** Firefox as people run it, with the windows of last time at every start. */
export class FirefoxVisitor implements Visitor {
  readonly browser = 'Firefox'
  // As set below.
  readonly writesWithin = 3_000
  readonly script: boolean
  readonly profile: string
  readonly #wish: VisitorWish
  #running: Running | undefined
  #wire: Wire | undefined
  #tab = ''
  #window = ''

  constructor(wish: VisitorWish) {
    this.#wish = wish
    this.script = wish.script
    this.profile = newProfile(wish)
    const settings = Object.entries(this.#settings())
    const lines = settings.map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
    writeFileSync(join(this.profile, 'user.js'), lines.join('\n'))
  }

  #settings(): Readonly<Record<string, string | number | boolean>> {
    const port = this.#wish.places.proxyPort
    return {
      'javascript.enabled': this.script,
      // What tools otherwise change so that tests are quick, such as restoring windows.
      'remote.prefs.recommended': false,
      'browser.startup.page': 3,
      // Otherwise 15 seconds: what is written down about the windows is so both ways, here and gone.
      'browser.sessionstore.interval': 1_000,
      'browser.shell.checkDefaultBrowser': false,
      'browser.aboutwelcome.enabled': false,
      'browser.startup.homepage': 'about:blank',
      'browser.newtab.preload': false,
      'browser.startup.homepage_override.mstone': 'ignore',
      'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.failover_direct': false,
    }
  }

  async start(): Promise<void> {
    this.#running = new Running(process.env['TEST_FIREFOX'] ?? '/usr/bin/firefox-esr', [
      ...['--headless', '--no-remote', '--profile', this.profile],
      ...['--remote-debugging-port', '0', '-remote-allow-system-access'],
    ])
    const address = await this.#running.address(/BiDi listening on (ws:\S+)/)
    this.#wire = await Wire.open(`${address}/session`)
    await this.#ask('session.new', { capabilities: {} })
    const [window] = await this.#contexts({ 'moz:scope': 'chrome' })
    this.#window = window?.context ?? ''
    await this.#command(`Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB)
      .addCertFromBase64('${this.#wish.places.certificate.authority}', 'CT,,')`)
    const [tab] = await until('a tab', async () => {
      const tabs = await this.#contexts()
      return tabs.length > 0 && tabs
    })
    this.#tab = tab?.context ?? ''
  }

  async #contexts(scope: object = {}): Promise<readonly Context[]> {
    const wish = { maxDepth: 0, ...scope }
    return (await this.#ask<{ contexts: readonly Context[] }>('browsingContext.getTree', wish))
      .contexts
  }

  #ask<Result>(method: string, params: object = {}): Promise<Result> {
    if (this.#wire === undefined) throw new Error('the browser does not run')
    return this.#wire.ask(method, params)
  }

  /** Runs in the window around the pages, where the browser itself is written. */
  #command<Result>(code: string): Promise<Result> {
    return this.#evaluate(this.#window, code)
  }

  async #evaluate<Result>(context: string, code: string): Promise<Result> {
    const answer = await this.#ask<Value>('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${code})))()`,
      ...{ target: { context }, awaitPromise: true },
    })
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
    return JSON.parse(answer.result.value ?? 'null') as Result
  }

  async open(url: string): Promise<void> {
    await this.#ask('browsingContext.navigate', { context: this.#tab, url, wait: 'none' })
  }

  async press(key: Key): Promise<void> {
    await this.#strike(keys[key])
  }

  async type(text: string): Promise<void> {
    await this.#strike(text)
  }

  async #strike(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await this.#act({ type: 'key', id: 'keyboard', actions })
  }

  async #act(source: object): Promise<void> {
    await this.#ask('input.performActions', { context: this.#tab, actions: [source] })
  }

  async click(selector: string): Promise<void> {
    const [x, y] = await until(selector, () =>
      this.look<readonly [number, number] | undefined>(middleOf(selector)),
    )
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    await this.#act({ type: 'pointer', id: 'mouse', actions })
  }

  look<Result>(expression: string): Promise<Result> {
    return this.#look(this.#tab, expression)
  }

  // Where scripts are off nothing can be waited for, so this asks without a promise.
  async #look<Result>(context: string, expression: string): Promise<Result> {
    const answer = await this.#ask<Value>('script.evaluate', {
      expression: `JSON.stringify(${expression}) ?? 'null'`,
      ...{ target: { context }, awaitPromise: false },
    })
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
    return (JSON.parse(answer.result.value ?? 'null') ?? undefined) as Result
  }

  back(): Promise<boolean> {
    return this.#step(-1)
  }

  forward(): Promise<boolean> {
    return this.#step(1)
  }

  // Reaches every entry, also those that the button itself would skip.
  async #step(delta: number): Promise<boolean> {
    const { index, count } = await this.#command<{ index: number; count: number }>(
      `(({ index, count }) => ({ index, count }))(${sessionHistory})`,
    )
    if (index + delta < 0 || index + delta >= count) return false
    await this.#ask('browsingContext.traverseHistory', { context: this.#tab, delta })
    return true
  }

  async reload(): Promise<void> {
    await this.#ask('browsingContext.reload', { context: this.#tab, wait: 'none' })
  }

  shown(): Promise<Shown> {
    return this.#look(this.#tab, shownNow)
  }

  async everyTab(): Promise<readonly Shown[]> {
    const tabs: Shown[] = []
    for (const { context } of await this.#contexts()) tabs.push(await this.#look(context, shownNow))
    return tabs
  }

  entries(): Promise<readonly Row[]> {
    return this.#command(`((history) => Array.from({ length: history.count }, (_, at) => {
      const { URI, title } = history.getEntryAtIndex(at)
      return { url: URI.spec, title }
    }))(${sessionHistory})`)
  }

  async cookies(): Promise<readonly Cookie[]> {
    const { cookies } = await this.#ask<{
      cookies: readonly { name: string; value: { value: string }; domain: string }[]
    }>('storage.getCookies')
    return cookies.map(({ name, value, domain }) => ({ name, value: value.value, host: domain }))
  }

  async setOffline(offline: boolean): Promise<void> {
    await this.#command(`void (Services.io.offline = ${offline})`)
  }

  async reopenTab(): Promise<void> {
    await this.#command(`(() => {
      const tab = gBrowser.selectedTab
      gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank')
      gBrowser.removeTab(tab)
    })()`)
    await until('a closed tab', () => this.#command<boolean>(closedTabs))
    const before = (await this.#contexts()).map(({ context }) => context)
    await this.#command('void SessionStore.undoCloseTab(window, 0)')
    this.#tab = await until('the tab again', async () => {
      const tabs = (await this.#contexts()).map(({ context }) => context)
      return tabs.find((one) => !before.includes(one))
    })
  }

  keptCookies(): readonly Cookie[] {
    const file = join(this.profile, 'cookies.sqlite')
    return readCopy(file, 'select name, value, host from moz_cookies')
  }

  listed(): readonly Row[] {
    return readCopy(join(this.profile, 'places.sqlite'), listedRows)
  }

  async quit(): Promise<void> {
    this.#wire?.tell('script.evaluate', {
      expression: 'void Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit)',
      ...{ target: { context: this.#window }, awaitPromise: false },
    })
    await this.#running?.ended()
    this.#forget()
  }

  async kill(): Promise<void> {
    await this.#running?.kill()
    this.#forget()
  }

  #forget(): void {
    this.#wire?.close()
    this.#wire = undefined
    this.#running = undefined
  }

  async remove(): Promise<void> {
    await this.kill()
    removeProfile(this.profile)
  }
}

/** A profile that knows its way about, so that each visit need not begin with a first start. */
export async function startedOnce(places: Places): Promise<string> {
  const first = new FirefoxVisitor({ places, script: true })
  await first.start()
  await first.quit()
  return first.profile
}

const sessionHistory = 'gBrowser.selectedBrowser.browsingContext.sessionHistory'
const closedTabs = 'SessionStore.getClosedTabCountForWindow(window) > 0'
