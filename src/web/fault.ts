/** The statuses that have a page in words. Anything else that goes wrong is a 500. */
export const faultStatuses = [400, 403, 404, 405, 413, 415, 421, 422, 429, 500, 503] as const

export type FaultStatus = (typeof faultStatuses)[number]

/** Thrown where a request cannot be answered as asked; becomes a page in words, never a trace. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly status: FaultStatus

  /** @param reason for our log only: it must hold nothing that a person sent */
  constructor(status: FaultStatus, reason: string) {
    super(reason)
    this.status = status
  }
}

/** What an error means to the person whose request met it. */
export function faultStatusOf(error: unknown): FaultStatus {
  const status = statusIn(error)
  return faultStatuses.find((known) => known === status) ?? (status < 500 ? 400 : 500)
}

function statusIn(error: unknown): number {
  if (error instanceof Fault) return error.status
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode
  return isDatabaseTrouble(error) ? 503 : 500
}

// A database that is away or full comes back: the page asks to try again and shows the numbers.
function isDatabaseTrouble(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(SQLITE_(FULL|BUSY|IOERR|CANTOPEN|READONLY)|ECONNREFUSED|ECONNRESET|ENOSPC|57P|53|08)/.test(
    code,
  )
}
