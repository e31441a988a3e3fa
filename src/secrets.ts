import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from './configuration-error.ts'
import type { Environment } from './environment.ts'

/** Kept apart from `Config`, so that no page, log or error that shows settings can show these. */
export interface Secrets {
  /** 32 bytes. Keys the hashes of mailbox names: a stolen database alone cannot test a receipt. */
  readonly secretKey: Buffer
  /** The mail server for notices, which may hold a password. */
  readonly smtpUrl?: string | undefined
}

/**
 * `SECRET_KEY` (32 bytes in base64), or else the file `secret-key` in the data folder, made at the
 * first start. Processes that share a database must share the key.
 */
export function readSecrets(environment: Environment, dataDir: string): Secrets {
  const setting = environment['SECRET_KEY']
  const text = setting ?? readOrMake(join(dataDir, 'secret-key'), dataDir)
  const secretKey = Buffer.from(text.trim(), 'base64')
  if (secretKey.length === 32) return { secretKey, smtpUrl: smtpUrl(environment['SMTP_URL']) }
  throw new ConfigurationError(
    setting === undefined ? join(dataDir, 'secret-key') : 'SECRET_KEY',
    'it is not 32 bytes in base64',
    'put back the key that this database was made with, or for a new one run: openssl rand -base64 32',
  )
}

// It may hold a password: it is not repeated.
function smtpUrl(setting: string | undefined): string | undefined {
  if (setting === undefined || /^smtps?:\/\/[^/\s]/.test(setting)) return setting
  throw new ConfigurationError(
    'SMTP_URL',
    'it names no mail server',
    'write smtps://name:password@mail.example, or smtp:// where the server changes to TLS itself',
  )
}

function readOrMake(path: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    // `wx`: of two processes that start together, one makes the key and the other reads it.
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path, 'utf8')
}
