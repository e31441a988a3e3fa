import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import { signInNameOf } from '../officers/officer.ts'
import { officersStores } from '../officers/officers-store.ts'
import { reportStore } from '../reports/report-store.ts'
import type { ReportId, SealedReport } from '../reports/stored-report.ts'
import { chunkStore, deskStores } from '../stores.ts'
import { type Command, UsageError } from './command.ts'
import { deskOf, deskOption } from './desk-option.ts'
import { withDatabase } from './with-database.ts'

export const reportFilesCommand: Command = {
  name: 'report files',
  usage: '<reference> --officer <name> --to <folder> [--desk <desk>]',
  summary:
    'Writes a report and its files, still sealed, and the keys that lead to them, to open with age',
  details: 'docs/opening-with-age.md says what to do with the files.',
  words: 1,
  options: { ...deskOption, officer: { type: 'string' }, to: { type: 'string' } },
  run: (call) =>
    withDatabase(call.environment, async (database, config) => {
      const [reference = ''] = call.words
      const [officer, to] = [call.option('officer'), call.option('to')]
      if (!officer || !to) throw new UsageError('Say --officer <name> and --to <folder>.')
      const desk = deskOf(config, call).id
      const report = await getReport(database, desk, reference)
      const keys = await getKeys(database, { desk, officer, epoch: report.epoch })
      const files = { ...keys, 'envelope.age': report.envelope, 'body.age': report.body }
      const folder = call.path(to)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      for (const [name, text] of Object.entries(files))
        writeFileSync(join(folder, name), text, { mode: 0o600 })
      const added = await writeFiles({ database, config, folder }, report.id)
      call.say(`Written to ${folder}: ${[...Object.keys(files), ...added].join(', ')}.`)
    }),
}

interface Place {
  readonly database: Database
  readonly config: Config
  readonly folder: string
}

/** The files of a report, numbered, each with what was said of it; returns their names. */
async function writeFiles(
  { database, config, folder }: Place,
  report: ReportId,
): Promise<readonly string[]> {
  const { files, chunks } = deskStores(database, chunkStore(config, database))
  const names: string[] = []
  for (const { id, place, note, size } of await files.list(report)) {
    const [file, said] = [`file-${place}.age`, `note-${place}.age`]
    writeFileSync(join(folder, said), note, { mode: 0o600 })
    const target = createWriteStream(join(folder, file), { mode: 0o600 })
    await pipeline(Readable.from(chunks.read(id, size)), target)
    names.push(file, said)
  }
  return names
}

async function getReport(
  database: Database,
  desk: string,
  reference: string,
): Promise<SealedReport> {
  const reports = reportStore(database)
  const statuses = ['new', 'assigned', 'closed'] as const
  const queue = await reports.queue(desk, { statuses, limit: 1_000_000 })
  const queued = queue.find((one) => one.reference === reference)
  const report = queued && (await reports.find(desk, queued.id))
  if (report === undefined) throw new UsageError(`There is no report “${reference}”.`)
  return report
}

async function getKeys(
  database: Database,
  { desk, officer, epoch }: { desk: string; officer: string; epoch: number },
): Promise<Record<string, string>> {
  const { officers, deskKeys } = officersStores(database)
  const found = await officers.findToSignIn(desk, signInNameOf(officer))
  if (found === undefined) throw new UsageError(`There is no officer “${officer}”.`)
  const grant = await deskKeys.findGrant(desk, found.officer.id, epoch)
  if (grant === undefined)
    throw new UsageError(`${found.officer.name} does not have the desk key of this report.`)
  return {
    'stretch.json': `${JSON.stringify(found.lock.stretch)}\n`,
    'officer-key.age': found.lock.sealedIdentity,
    'desk-key.age': grant.sealed,
  }
}
