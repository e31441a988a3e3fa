/** Somebody at a browser: what they can do, and what they and others can see afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Places } from './places.ts'

/** What a window shows. */
export interface Shown {
  readonly url: string
  readonly title: string
  readonly text: string
}

export interface Cookie {
  readonly name: string
  readonly value: string
  readonly host: string
}

/** One line of a list of visited pages, with the words that stand in it. */
export interface Row {
  readonly url: string
  readonly title: string
}

export type Key = 'Escape' | 'Shift' | 'Tab' | 'Enter'

export interface Visitor {
  readonly browser: 'Chromium' | 'Firefox'
  readonly script: boolean
  readonly profile: string
  /** How long it may take to write down what its windows show and where they were. */
  readonly writesWithin: number
  /** Starts the browser, or starts it again with the windows of last time. */
  start(restore?: 'restore'): Promise<void>
  /** Types an address. Does not wait for the page. */
  open(address: string): Promise<void>
  press(key: Key): Promise<void>
  type(text: string): Promise<void>
  /** Scrolls to what a selector finds, and clicks into its middle. */
  click(selector: string): Promise<void>
  /** Runs a piece of script beside the page, also where pages run none. */
  look<Value>(expression: string): Promise<Value>
  /** One step; whether there was one. */
  back(): Promise<boolean>
  forward(): Promise<boolean>
  reload(): Promise<void>
  shown(): Promise<Shown>
  /** What every tab shows. */
  everyTab(): Promise<readonly Shown[]>
  /** What a long press of the Back button lists. */
  entries(): Promise<readonly Row[]>
  cookies(): Promise<readonly Cookie[]>
  setOffline(offline: boolean): Promise<void>
  /** Composes a word with an input method, if the browser lets a test do so. */
  compose?(text: string): Promise<void>
  /** Closes the tab and reopens it, if the browser lets a test do so. */
  reopenTab?(): Promise<void>
  /** Cookies that outlive the browser. Only while it does not run. */
  keptCookies(): readonly Cookie[]
  /** The history list, as anyone at the browser can open it. Only while the browser does not run. */
  listed(): readonly Row[]
  quit(): Promise<void>
  /** Ends every process of the browser at once, as a crash or an empty battery does. */
  kill(): Promise<void>
  /** Ends it, and removes the profile. */
  remove(): Promise<void>
}

export interface VisitorWish {
  readonly places: Places
  readonly script: boolean
  /** A profile that has been started once, to begin with. */
  readonly template?: string | undefined
}

export function newProfile({ template }: VisitorWish): string {
  const profile = mkdtempSync(join(tmpdir(), 'signpost-profile-'))
  if (template !== undefined) cpSync(template, profile, { recursive: true })
  return profile
}

/** The process groups of browsers: they must not outlive a test that is ended from outside. */
const groups = new Set<number>()
process.on('exit', () => {
  for (const group of groups) endGroup(group)
})
process.on('SIGTERM', () => process.exit(1))

function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** A browser with its helpers, in a process group of its own. */
export class Running {
  readonly #child: ChildProcess

  constructor(command: string, args: readonly string[]) {
    this.#child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    if (this.#child.pid !== undefined) groups.add(this.#child.pid)
  }

  /** Waits until the browser says where it listens. */
  address(pattern: RegExp): Promise<string> {
    let said = ''
    return new Promise((resolve, reject) => {
      this.#child.stderr?.on('data', (part) => {
        said += String(part)
        const [, address] = pattern.exec(said) ?? []
        if (address !== undefined) resolve(address)
      })
      this.#child.on('exit', () => reject(new Error(`the browser did not start: ${said}`)))
      this.#child.on('error', reject)
    })
  }

  async ended(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null)
      await once(this.#child, 'exit')
    groups.delete(this.#group)
  }

  async kill(): Promise<void> {
    endGroup(this.#group)
    await this.ended()
  }

  get #group(): number {
    const { pid } = this.#child
    if (pid === undefined) throw new Error('the browser did not start')
    return pid
  }
}

export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** Asks again and again until the answer is there. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
  patience = 30_000,
): Promise<Value> {
  const end = performance.now() + patience
  let failure: unknown
  while (performance.now() < end) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
      failure = undefined
    } catch (error) {
      // A page that is just being replaced has nobody who answers.
      failure = error
    }
    await delay(25)
  }
  throw new Error(`waited in vain: ${what}`, { cause: failure })
}
