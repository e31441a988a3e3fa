/**
 * A process that sends one report and is killed at a given step of it.
 * Arguments: SQLite file, draft key, desk recipient, step. Prints what came of it, if it lives.
 */
import { Kysely } from 'kysely'
import type { Schema } from '../src/database/schema.ts'
import { sqliteDialect } from '../src/database/sqlite.ts'
import { submitReport } from '../src/reports/submit-report.ts'
import { parseBoxKey } from '../src/sealing/box.ts'
import { parseRecipient } from '../src/sealing/identity.ts'
import { dyingDialect } from './dying-dialect.ts'
import { sampleMeans, sampleSending } from './sample-sending.ts'

const [file = '', key, recipient = '', step = ''] = process.argv.slice(2)
const draftKey = parseBoxKey(key)
if (draftKey === undefined) throw new Error('the second argument is a draft key')

const steps = { passed: 0, dieAt: Number(step) }
const database = new Kysely<Schema>({ dialect: dyingDialect(sqliteDialect(file), steps) })
const sending = sampleSending(draftKey, parseRecipient(recipient))
console.log(JSON.stringify(await submitReport(sampleMeans(database), sending)))
await database.destroy()
