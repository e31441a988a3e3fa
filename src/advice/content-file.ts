/** Content is written by people: what is wrong with it is said in words, with the file and the field. */
import { readFileSync } from 'node:fs'
import { type GenericSchema, type InferOutput, safeParse } from 'valibot'
import { parse as parseYaml, YAMLParseError } from 'yaml'

/** A content file that cannot be used. The message names the file, the field and how to mend it. */
export class ContentFault extends Error {
  readonly code = 'content-fault'

  constructor(file: string, field: string, mend: string) {
    super(`${file}: ${field}: ${mend}`)
    this.name = 'ContentFault'
  }
}

/** @throws ContentFault when the file is not there or cannot be read */
export function readContent(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ContentFault(file, 'file', 'is missing or cannot be read; put it back')
  }
}

/** YAML 1.2, of which JSON is a part. @throws ContentFault naming the line */
export function parseContent(file: string, text: string): unknown {
  try {
    return parseYaml(text)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    throw new ContentFault(file, `line ${error.linePos?.[0].line ?? '?'}`, error.code)
  }
}

/** What the file says, as a type that cannot be wrong. @throws ContentFault on the first mistake */
export function checkContent<Schema extends GenericSchema>(
  file: string,
  schema: Schema,
  value: unknown,
): InferOutput<Schema> {
  const result = safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const field = issue.path?.map((step) => String(step.key)).join('.') ?? 'file'
  throw new ContentFault(file, field, `${issue.message} (found ${issue.received})`)
}
