/** The standard `age` command, which knows nothing of us. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const cached = join(import.meta.dirname, '../node_modules/.cache/test-tools/age/usr/bin/age')

/** An `age` of 1.3 or newer, which reads post-quantum files; `bin/test` fetches one and names it in `TEST_AGE`. */
export function findStandardAge(): string | undefined {
  const candidates = [process.env['TEST_AGE'], 'age', cached]
  return candidates.find((path) => path !== undefined && path !== '' && isNewEnough(path))
}

/** What a test says where none could be had. */
export const notProved =
  'NOT PROVED WITH THE STANDARD age COMMAND: it needs age 1.3 or newer, in PATH or in TEST_AGE. Only the library was asked.'

function isNewEnough(path: string): boolean {
  const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const [, major = '0', minor = '0'] = /^v?(\d+)\.(\d+)/.exec(version) ?? []
  return Number(major) > 1 || (major === '1' && Number(minor) >= 3)
}
