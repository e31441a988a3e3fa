import type { ReportId } from '../reports/stored-report.ts'
import type { Sealed } from '../sealing/seal.ts'

export type FileId = string & { readonly __brand: 'FileId' }

/** An id as it came in an address; anything else is `undefined`. */
export function parseFileId(text: string): FileId | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as FileId) : undefined
}

/** A file of a report, as far as anybody knows it who opens nothing. */
export interface StoredFile {
  readonly id: FileId
  readonly report: ReportId
  /** 1, 2, 3… within its report. */
  readonly place: number
  /** The file that this is a cleaned copy of. */
  readonly copyOf: FileId | undefined
  /** What is said of it, sealed to the report; empty while it is still being taken in. */
  readonly note: Sealed
  /** Sealed, in bytes. */
  readonly size: number
  /** How many of them are safe. */
  readonly stored: number
  readonly complete: boolean
}

/** Each original with its copy behind it, and otherwise in the order in which they were begun. */
export function copiesBehind(files: readonly StoredFile[]): readonly StoredFile[] {
  const whole = new Set(files.map(({ id }) => id))
  const leads = files.filter(({ copyOf }) => copyOf === undefined || !whole.has(copyOf))
  return leads.flatMap((lead) => [lead, ...files.filter(({ copyOf }) => copyOf === lead.id)])
}

/** A file on its way in. */
export type NewFile = Pick<StoredFile, 'id' | 'report' | 'copyOf' | 'note' | 'size'>
