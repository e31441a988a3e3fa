/** Reads an opened seal. Runs in the officer's browser; a reporter's browser may have written it, so nothing is trusted. */
import * as v from 'valibot'
import type { Report } from './report.ts'

const field = v.object({
  name: v.string(),
  label: v.optional(v.string()),
  text: v.string(),
  chosen: v.optional(v.array(v.string())),
})

const report = v.object({
  kind: v.literal('signpost report'),
  version: v.number(),
  reference: v.string(),
  site: v.string(),
  topic: v.string(),
  language: v.string(),
  sent: v.string(),
  sealed: v.picklist(['on arrival', 'in the browser']),
  consent: v.picklist(['share', 'confidential', 'anonymous']),
  role: v.optional(v.string()),
  answers: v.array(v.object({ id: v.string(), question: v.string(), fields: v.array(field) })),
})

/** The report in an opened seal, or `undefined` when the text is none that we can show. */
export function readReport(text: string): Report | undefined {
  try {
    const result = v.safeParse(report, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}
