/** The real service in a process of its own, on free ports, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildAssets } from '../src/build-assets.ts'

const repository = join(import.meta.dirname, '..')
const patience = 30_000

export interface WholeService {
  /** `http://localhost:<port>`, as is `deskUrl`. */
  readonly siteUrl: string
  readonly deskUrl: string
  readonly dataDir: string
  readonly pid: number
  /** Every line that it has printed and logged so far. */
  readonly output: () => string
  /** The link with which the first officer enrols, once it is printed. */
  readonly enrolLink: () => Promise<string>
  /** Asks it to stop, as an operator does; the exit code. The data stay. */
  readonly stop: () => Promise<number | null>
  /** Pulls the plug: nothing is finished. The data stay. */
  readonly kill: () => Promise<void>
  /** Ends it if it still runs, and removes its data. */
  readonly remove: () => Promise<void>
}

export interface ServiceWish {
  /** More settings for its environment. */
  readonly settings?: Readonly<Record<string, string>>
  /** The data folder of a service before it; otherwise a new one. */
  readonly dataDir?: string
}

/**
 * Starts it and waits until both doors are ready.
 *
 * @throws when it ends before, or is not ready within half a minute, with all that it printed
 */
export async function startService(wish: ServiceWish = {}): Promise<WholeService> {
  await buildAssets()
  const dataDir = wish.dataDir ?? mkdtempSync(join(tmpdir(), 'signpost-service-'))
  const [sitePort, deskPort] = [await freePort(), await freePort()]
  const { child, output } = launch({
    DATA_DIR: dataDir,
    SITE_PORT: String(sitePort),
    DESK_PORT: String(deskPort),
    ...wish.settings,
  })
  const [siteUrl, deskUrl] = [`http://localhost:${sitePort}`, `http://localhost:${deskPort}`]
  const isUp = async () => (await isReady(siteUrl)) && (await isReady(deskUrl))
  try {
    await waitUntil(isUp, child, output)
  } catch (error) {
    await end(child, 'SIGKILL')
    throw error
  }
  return {
    siteUrl,
    deskUrl,
    dataDir,
    pid: child.pid ?? 0,
    output,
    enrolLink: async () => {
      await waitUntil(async () => /\/enrol#\S/.test(output()), child, output)
      return /https?:\/\/\S+\/enrol#[\w-]+/.exec(output())?.[0] ?? ''
    },
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
    remove: async () => {
      await end(child, 'SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The service, however it ends: for settings that it must refuse. */
export function launch(settings: Readonly<Record<string, string>>): {
  readonly child: ChildProcess
  readonly output: () => string
} {
  const child = spawn(process.execPath, [join(repository, 'src/start.ts')], {
    cwd: repository,
    // Nothing of the machine's own environment: the settings are all that it knows.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'signpost-compiled'), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let heard = ''
  const hear = (chunk: Buffer) => {
    heard += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return { child, output: () => heard }
}

/** The exit code; at once where it has ended already. */
export async function end(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'close', { signal: AbortSignal.timeout(patience) })
    if (signal !== undefined) child.kill(signal)
    await ended
  }
  return child.exitCode
}

async function waitUntil(
  isTrue: () => Promise<boolean>,
  child: ChildProcess,
  output: () => string,
): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await isTrue())) {
    const ended = child.exitCode !== null || child.signalCode !== null
    if (ended) throw new Error(`the service ended: ${output()}`)
    if (Date.now() > deadline) throw new Error(`nothing for half a minute: ${output()}`)
    await pause(50)
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${url}/ready`)
    return status === 200
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}
