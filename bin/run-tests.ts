/**
 * Runs `bin/check`, then all tests (or the files given), and ends with one line. Every test file
 * shares one PostgreSQL, by `TEST_POSTGRES_URL`; each takes a database of its own there.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'
import { buildAssets } from '../src/build-assets.ts'
import { startPostgres } from '../test/postgres-server.ts'

/** What is read here of an event of `node:test`. */
interface TestReport {
  readonly name: string
  readonly file?: string | undefined
  readonly skip?: string | boolean | undefined
  readonly todo?: string | boolean | undefined
  readonly details: {
    readonly type?: string | undefined
    readonly error?: Error & { readonly failureType?: string }
  }
}

interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** A file that takes longer hangs. */
const patience = 10 * 60 * 1000

const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
const asked = process.argv.slice(2)
if (asked.length === 0) check()
await build()
const checks = tally.passed + tally.failed
await withPostgres(() => runFiles(asked.length > 0 ? asked : allFiles()))
const ran = tally.passed + tally.failed - checks
if (ran === 0) say('No test ran.\n')
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
say(`\nsignpost: ${tally.passed} passed, ${tally.failed} failed${skipped}\n`)
process.exit(tally.failed === 0 && ran > 0 ? 0 : 1)

function check(): void {
  const { status } = spawnSync(join(import.meta.dirname, 'check'), { stdio: 'inherit' })
  if (status === 0) tally.passed += 1
  else tally.failed += 1
}

async function build(): Promise<void> {
  try {
    await buildAssets()
  } catch (error) {
    tally.failed += 1
    say(`FAILED  styles and scripts do not build\n${inspect(error)}\n`)
  }
}

function allFiles(): readonly string[] {
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts']).sort()
}

async function withPostgres(work: () => Promise<void>): Promise<void> {
  const server = await startPostgres()
  process.env['TEST_POSTGRES_URL'] = server.url
  try {
    await work()
  } finally {
    await server.stop()
  }
}

async function runFiles(files: readonly string[]): Promise<void> {
  const events = run({ files: [...files], concurrency: 2, timeout: patience })
  for await (const event of events) hear(event)
}

function hear({ type, data }: TestEvent): void {
  if (type === 'test:pass') countPass(data)
  if (type === 'test:fail') countFailure(data)
  if (type === 'test:stdout' || type === 'test:stderr') say(data.message)
  if (type === 'test:summary' && data.file !== undefined)
    say(`${data.success ? 'passed ' : 'FAILED '} ${pathOf(data.file)} (${data.counts.passed})\n`)
}

function countPass(report: TestReport): void {
  if (report.details.type === 'suite') return
  if (isGiven(report.skip) || isGiven(report.todo)) {
    tally.skipped += 1
    say(`skipped ${pathOf(report.file)}: ${report.name}\n`)
    return
  }
  tally.passed += 1
}

// `test.skip` gives an empty text as its reason.
function isGiven(mark: string | boolean | undefined): boolean {
  return mark !== undefined && mark !== false
}

function countFailure(report: TestReport): void {
  const { error } = report.details
  if (error?.failureType === 'subtestsFailed') return
  tally.failed += 1
  say(`\nFAILED  ${pathOf(report.file)}: ${report.name}\n${inspect(error?.cause ?? error)}\n\n`)
}

function pathOf(file: string | undefined): string {
  return file === undefined ? 'a test' : relative(process.cwd(), file)
}

function say(text: string): void {
  process.stdout.write(text)
}
