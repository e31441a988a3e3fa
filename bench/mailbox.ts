/**
 * How long it takes to find a mailbox among ten reports and among a million:
 * node bench/mailbox.ts [reports]. The ratio should be near one.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../src/database/database.ts'
import { migrate } from '../src/database/migrate.ts'
import { mailboxStore } from '../src/mailbox/mailbox-store.ts'
import { messageStore } from '../src/mailbox/message-store.ts'
import { reportStore } from '../src/reports/report-store.ts'
import { sampleReport } from '../test/sample-report.ts'

const many = Number(process.argv[2] ?? 1_000_000)
const rounds = 2_000

const folder = mkdtempSync(join(tmpdir(), 'signpost-mailbox-'))
const database = openDatabase(`sqlite:${join(folder, 'signpost.sqlite')}`)
await migrate(database)
const reports = Array.from({ length: 10 }, () => sampleReport())
for (const report of reports) await reportStore(database).insert(report, new Date())
const few = await timeOf()
await fill(many - reports.length)
const all = await timeOf()
console.log(`among ${reports.length}: ${few.toFixed(1)} µs, among ${many}: ${all.toFixed(1)} µs`)
console.log(`${(all / few).toFixed(2)} times as long`)
await database.destroy()
rmSync(folder, { recursive: true })

/** Of finding one of the first reports and its messages, in microseconds: the middle of many. */
async function timeOf(): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const report = reports[round % reports.length]
    const began = performance.now()
    const found = await mailboxStore(database).find(report?.site ?? '', report?.mailbox ?? '')
    if (found === undefined) throw new Error('a mailbox was not found')
    await messageStore(database).list(found.report)
    times.push(performance.now() - began)
  }
  return (times.sort((a, b) => a - b)[rounds / 2] ?? 0) * 1000
}

/** Rows that nobody reads, beside those that are looked for. */
async function fill(count: number): Promise<void> {
  const like = reports[0]?.id ?? randomUUID()
  await sql`
    insert into reports
    select hex(randomblob(16)), hex(randomblob(8)), site, desk, topic, language, priority, status,
      has_files, received_hour, assignee, closed_at, version, epoch, envelope, body,
      hex(randomblob(16)), receipt_recipient, lane, same_as, has_news
    from reports,
      (with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
       select n from numbers)
    where id = ${like}`.execute(database)
}
