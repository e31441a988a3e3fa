/**
 * A process that takes in one sealed report and is killed at a given step of it.
 * Arguments: SQLite file, desk recipient, step; the report comes on standard input, as JSON.
 * Prints what came of it, if it lives.
 */
import { readFileSync } from 'node:fs'
import { Kysely } from 'kysely'
import type { Schema } from '../src/database/schema.ts'
import { sqliteDialect } from '../src/database/sqlite.ts'
import { type SealedBefore, takeReport } from '../src/reports/take-report.ts'
import { parseRecipient } from '../src/sealing/identity.ts'
import { dyingDialect } from './dying-dialect.ts'
import { takingMeans } from './sample-sealed.ts'

const [file = '', recipient = '', step = ''] = process.argv.slice(2)
const report = JSON.parse(readFileSync(0, 'utf8')) as SealedBefore
const steps = { passed: 0, dieAt: Number(step) }
const database = new Kysely<Schema>({ dialect: dyingDialect(sqliteDialect(file), steps) })
const key = { epoch: 1, recipient: parseRecipient(recipient) }
console.log(JSON.stringify(await takeReport(takingMeans(database), report, key, new Date())))
await database.destroy()
