import { pino } from 'pino'

/**
 * What the log may say: what happened to the service. Never an address of a visitor, a path, a
 * query, a header, a field or an error's text, because any of these can tell on people.
 */
export type LogEvent =
  | { readonly event: 'started'; readonly door: string; readonly port: number }
  | { readonly event: 'stopped' }
  | { readonly event: 'migrated'; readonly migrations: number }
  | { readonly event: 'failed'; readonly door: string; readonly error: string; readonly at: string }
  | { readonly event: 'drafts-expired'; readonly count: number }
  | { readonly event: 'envelopes-boxed'; readonly count: number }

export type Log = (event: LogEvent) => void

/** One JSON line per event, on standard error; to a person at a terminal, only what failed. */
export function openLog(): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
  return (event) => {
    if (event.event === 'failed') logger.error(event)
    else if (!process.stderr.isTTY) logger.info(event)
  }
}

/**
 * An unexpected error as it may be logged: its kind and the places in our code that it passed, and
 * not its message, which may quote what a person sent.
 */
export function failure(door: string, error: unknown): LogEvent {
  // A stack begins with the message, and a message can look like a place.
  const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, '') : ''
  const places = stack.match(/(?:src|node_modules)\/[\w@./-]+:\d+:\d+/g) ?? []
  return { event: 'failed', door, error: kindOf(error), at: places.slice(0, 6).join(' < ') }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return `${error.name}${code}`
}
