import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

const codes: Readonly<Record<Key, number>> = { Escape: 27, Shift: 16, Tab: 9, Enter: 13 }

interface Target {
  readonly targetId: string
  readonly type: string
}

interface History {
  readonly currentIndex: number
  readonly entries: readonly (Row & { readonly id: number })[]
}

// As `chrome://history` asks: the end of every chain of redirects, unless the page is hidden.
const listedRows = `select distinct urls.url as url, title from urls join visits on visits.url = urls.id
  where hidden = 0 and (transition & 0x20000000) != 0 and (transition & 0xff) not in (3, 4, 10)`

/** Chromium as people run it: nothing that its drivers usually switch off is off. */
export class ChromiumVisitor implements Visitor {
  readonly browser = 'Chromium'
  // Windows after two and a half seconds, the history after ten.
  readonly writesWithin = 12_000
  readonly script: boolean
  readonly profile: string
  readonly #wish: VisitorWish
  #running: Running | undefined
  #wire: Wire | undefined
  #tab = ''
  #session = ''

  constructor(wish: VisitorWish) {
    this.#wish = wish
    this.script = wish.script
    this.profile = newProfile(wish)
    // As somebody switches scripts off in the settings, for every window and every start.
    const javascript = wish.script ? 1 : 2
    mkdirSync(join(this.profile, 'Default'), { recursive: true })
    const settings = { profile: { default_content_setting_values: { javascript } } }
    writeFileSync(this.#settings(), JSON.stringify(settings))
  }

  #settings(): string {
    return join(this.profile, 'Default', 'Preferences')
  }

  // After a crash it asks whether to restore. This says yes.
  #agreeToRestore(): void {
    const settings = JSON.parse(readFileSync(this.#settings(), 'utf8')) as { profile: object }
    const profile = { ...settings.profile, exit_type: 'Normal' }
    writeFileSync(this.#settings(), JSON.stringify({ ...settings, profile }))
  }

  async start(restore?: 'restore'): Promise<void> {
    if (restore !== undefined) this.#agreeToRestore()
    this.#running = new Running(process.env['TEST_CHROMIUM'] ?? '/usr/bin/chromium', [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--password-store=basic',
      '--remote-debugging-port=0',
      `--user-data-dir=${this.profile}`,
      `--proxy-server=http://127.0.0.1:${this.#wish.places.proxyPort}`,
      `--ignore-certificate-errors-spki-list=${this.#wish.places.certificate.spki}`,
      ...(restore === undefined ? ['about:blank'] : ['--restore-last-session']),
    ])
    this.#wire = await Wire.open(await this.#running.address(/listening on (ws:\S+)/))
    const [first] = await until('a tab', async () => {
      const tabs = await this.#tabs()
      return tabs.length > 0 && tabs
    })
    this.#tab = first?.targetId ?? ''
    this.#session = await this.#attach(this.#tab)
  }

  async #tabs(): Promise<readonly Target[]> {
    const { targetInfos } = await this.#all<{ targetInfos: readonly Target[] }>('Target.getTargets')
    return targetInfos.filter(({ type }) => type === 'page')
  }

  async #attach(targetId: string): Promise<string> {
    const wish = { targetId, flatten: true }
    const { sessionId } = await this.#all<{ sessionId: string }>('Target.attachToTarget', wish)
    await this.#on(sessionId, 'Page.enable')
    return sessionId
  }

  #all<Result>(method: string, params: object = {}): Promise<Result> {
    if (this.#wire === undefined) throw new Error('the browser does not run')
    return this.#wire.ask(method, params)
  }

  #on<Result>(session: string, method: string, params: object = {}): Promise<Result> {
    if (this.#wire === undefined) throw new Error('the browser does not run')
    return this.#wire.ask(method, params, session)
  }

  #ask<Result>(method: string, params: object = {}): Promise<Result> {
    return this.#on(this.#session, method, params)
  }

  async open(url: string): Promise<void> {
    await this.#ask('Page.navigate', { url, transitionType: 'typed' })
  }

  async press(key: Key): Promise<void> {
    const press = { key, code: key === 'Shift' ? 'ShiftLeft' : key }
    const code = codes[key]
    const whole = { ...press, windowsVirtualKeyCode: code, modifiers: key === 'Shift' ? 8 : 0 }
    const text = key === 'Enter' ? { text: '\r' } : {}
    await this.#ask('Input.dispatchKeyEvent', {
      ...{ ...whole, ...text },
      type: key === 'Enter' ? 'keyDown' : 'rawKeyDown',
    })
    await this.#ask('Input.dispatchKeyEvent', { ...whole, type: 'keyUp', modifiers: 0 })
  }

  async type(text: string): Promise<void> {
    for (const key of text) {
      await this.#ask('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key })
      await this.#ask('Input.dispatchKeyEvent', { type: 'keyUp', key })
    }
  }

  async compose(text: string): Promise<void> {
    const where = { selectionStart: text.length, selectionEnd: text.length }
    await this.#ask('Input.imeSetComposition', { text, ...where })
  }

  async click(selector: string): Promise<void> {
    const [x, y] = await until(selector, () =>
      this.look<readonly [number, number] | undefined>(middleOf(selector)),
    )
    const at = { x, y, button: 'left', clickCount: 1 }
    await this.#ask('Input.dispatchMouseEvent', { ...at, type: 'mousePressed' })
    await this.#ask('Input.dispatchMouseEvent', { ...at, type: 'mouseReleased' })
  }

  async look<Value>(expression: string): Promise<Value> {
    return this.#look<Value>(this.#session, expression)
  }

  async #look<Value>(session: string, expression: string): Promise<Value> {
    const wish = { expression, returnByValue: true, awaitPromise: true }
    const answer = await this.#on<{ result: { value: Value }; exceptionDetails?: unknown }>(
      session,
      'Runtime.evaluate',
      wish,
    )
    if (answer.exceptionDetails !== undefined)
      throw new Error(JSON.stringify(answer.exceptionDetails))
    return answer.result.value
  }

  back(): Promise<boolean> {
    return this.#step(-1)
  }

  forward(): Promise<boolean> {
    return this.#step(1)
  }

  // Reaches every entry, also those that the button itself would skip.
  async #step(by: number): Promise<boolean> {
    const { currentIndex, entries } = await this.#history()
    const entry = entries[currentIndex + by]
    if (entry === undefined) return false
    await this.#ask('Page.navigateToHistoryEntry', { entryId: entry.id })
    return true
  }

  #history(): Promise<History> {
    return this.#ask('Page.getNavigationHistory')
  }

  async reload(): Promise<void> {
    await this.#ask('Page.reload')
  }

  shown(): Promise<Shown> {
    return this.#look(this.#session, shownNow)
  }

  async everyTab(): Promise<readonly Shown[]> {
    const tabs: Shown[] = []
    for (const { targetId } of await this.#tabs())
      tabs.push(await this.#look(await this.#attach(targetId), shownNow))
    return tabs
  }

  async entries(): Promise<readonly Row[]> {
    return (await this.#history()).entries
  }

  async cookies(): Promise<readonly Cookie[]> {
    const { cookies } = await this.#all<{
      cookies: readonly (Omit<Cookie, 'host'> & { domain: string })[]
    }>('Storage.getCookies')
    return cookies.map(({ name, value, domain }) => ({ name, value, host: domain }))
  }

  async setOffline(offline: boolean): Promise<void> {
    const line = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
    await this.#ask('Network.enable')
    await this.#ask('Network.emulateNetworkConditions', line)
  }

  keptCookies(): readonly Cookie[] {
    const file = join(this.profile, 'Default', 'Cookies')
    return readCopy(file, 'select name, value, host_key as host from cookies')
  }

  listed(): readonly Row[] {
    return readCopy(join(this.profile, 'Default', 'History'), listedRows)
  }

  async quit(): Promise<void> {
    this.#wire?.tell('Browser.close')
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

export const shownNow = `({
  url: location.href,
  title: document.title,
  text: document.documentElement?.innerText ?? '',
})`

export function middleOf(selector: string): string {
  return `(() => {
    const found = document.querySelector(${JSON.stringify(selector)})
    found?.scrollIntoView({ block: 'center', behavior: 'instant' })
    const box = found?.getBoundingClientRect()
    return box && box.width > 0 ? [box.x + box.width / 2, box.y + box.height / 2] : undefined
  })()`
}
