/** Looks for planted words in everything that the service keeps, however they might be written. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

export interface Stored {
  readonly where: string
  readonly bytes: Buffer
}

interface Service {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly output: string
  readonly pid: number
}

/** Every file of the data folder, every row of a PostgreSQL, the log, and the process's environment. */
export async function everythingStored(service: Service): Promise<readonly Stored[]> {
  return [
    ...filesIn(service.dataDir),
    ...(service.databaseUrl === undefined ? [] : await tablesOf(service.databaseUrl)),
    { where: 'output', bytes: Buffer.from(service.output) },
    { where: 'environment', bytes: readFileSync(`/proc/${service.pid}/environ`) },
    { where: 'command line', bytes: readFileSync(`/proc/${service.pid}/cmdline`) },
  ]
}

/** Which planted words stand where. Lines of ten characters and more are looked for one by one. */
export function tracesIn(stored: readonly Stored[], planted: readonly string[]): readonly string[] {
  const lines = planted.flatMap((text) => text.split('\n')).filter((line) => line.length >= 10)
  return lines.flatMap((line) =>
    stored.flatMap(({ where, bytes }) =>
      writings(line).some((writing) => bytes.includes(writing)) ? [`${line} in ${where}`] : [],
    ),
  )
}

function filesIn(folder: string): readonly Stored[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ where: path, bytes: readFileSync(path) }))
}

async function tablesOf(url: string): Promise<readonly Stored[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    )
    const stored: Stored[] = []
    for (const { name } of rows) {
      const table = await client.query(`select * from "${name}"`)
      stored.push({ where: `table ${name}`, bytes: Buffer.from(JSON.stringify(table.rows)) })
    }
    return stored
  } finally {
    await client.end()
  }
}

// As it is, as JSON, as in an address or a form, as hexadecimal, as UTF-16, and as base64 from any
// of the three places in a group where it may begin.
function writings(line: string): readonly Buffer[] {
  const utf8 = Buffer.from(line)
  const form = encodeURIComponent(line)
  const texts = [line, JSON.stringify(line).slice(1, -1), form, form.replaceAll('%20', '+')]
  const base64 = [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), utf8]).toString('base64')
    const inner = whole.slice(4, Math.floor(whole.length / 4) * 4 - 4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [
    ...[...texts, ...base64, utf8.toString('hex')].map((text) => Buffer.from(text)),
    Buffer.from(line, 'utf16le'),
  ]
}
