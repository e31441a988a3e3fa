import { ContentFault } from './advice/content-file.ts'
import { ConfigurationError } from './configuration-error.ts'

/** Why the service could not start, for whoever started it: what is wrong and how to mend it. */
export function explainStart(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof ContentFault)
    return `Signpost did not start.\n${error.message}\n`
  if (!(error instanceof Error)) return `Signpost did not start: ${String(error)}\n`
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE')
    return 'Signpost did not start.\nA port is taken. To mend it, stop what listens there or set SITE_PORT and DESK_PORT.\n'
  if (/^(ECONNREFUSED|ENOTFOUND|28|3D)/.test(code))
    return `Signpost did not start.\nDATABASE_URL: the database cannot be reached (${code}). To mend it, start it or correct the address.\n`
  return `Signpost did not start: ${error.stack ?? error.message}\n`
}
