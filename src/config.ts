/** Environment and sites in; one frozen `Config` and separate `Secrets` out. Start or stop, never limp. */
import { isAbsolute, join, resolve } from 'node:path'
import { ConfigurationError } from './configuration-error.ts'
import type { Environment } from './environment.ts'
import { readSecrets, type Secrets } from './secrets.ts'
import { type DeskConfig, readSites, type SiteConfig } from './sites.ts'

export type DoorName = 'site' | 'desk'

export interface Config {
  readonly doors: readonly DoorName[]
  /** The address to listen on. */
  readonly listenHost: string
  readonly sitePort: number
  readonly deskPort: number
  readonly dataDir: string
  readonly contentDir: string
  /** `sqlite:…` or `postgres://…`; for the latter it holds a password, so it is never logged. */
  readonly databaseUrl: string
  /** Where sealed files lie: `files/` in the data folder, or the database. */
  readonly filesStore: 'folder' | 'database'
  /** How notices leave; `undefined` where no mail server is set. */
  readonly post: PostSettings | undefined
  readonly sites: readonly SiteConfig[]
  readonly desks: readonly DeskConfig[]
}

export interface PostSettings {
  /** The address that notices are from. */
  readonly from: string
  /** Where texts go: `{number}@gateway.example`. */
  readonly textGateway: string | undefined
}

/**
 * @throws ConfigurationError naming the setting, what is wrong with it and how to mend it
 */
export function readConfig(surroundings: Environment): { config: Config; secrets: Secrets } {
  const environment = withoutEmpty(surroundings)
  const dataDir = directory(environment['DATA_DIR'], 'data')
  const contentDir = directory(environment['CONTENT_DIR'], 'content')
  const sitesDir = directory(environment['SITES_DIR'], join(contentDir, 'sites'))
  const config: Config = {
    doors: doors(environment['DOORS'] ?? 'site,desk'),
    listenHost: environment['LISTEN_HOST'] ?? '127.0.0.1',
    sitePort: port('SITE_PORT', environment['SITE_PORT'] ?? '3000'),
    deskPort: port('DESK_PORT', environment['DESK_PORT'] ?? '3001'),
    dataDir,
    contentDir,
    databaseUrl: databaseUrl(environment['DATABASE_URL'], dataDir),
    filesStore: filesStore(environment['FILES_STORE'] ?? 'folder'),
    post: post(environment),
    ...readSites(sitesDir, contentDir),
  }
  refuseOnePortForBoth(config)
  return { config: Object.freeze(config), secrets: readSecrets(environment, dataDir) }
}

// `LISTEN_HOST=` would listen everywhere and `DATA_DIR=` write anywhere: empty means not set.
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''))
}

function directory(setting: string | undefined, otherwise: string): string {
  const path = setting ?? otherwise
  return isAbsolute(path) ? path : resolve(path)
}

function doors(setting: string): readonly DoorName[] {
  const names = setting.split(',').map((name) => name.trim())
  if (names.every((name): name is DoorName => name === 'site' || name === 'desk')) return names
  throw new ConfigurationError('DOORS', `it is “${setting}”`, 'write site, desk, or site,desk')
}

function port(setting: string, value: string): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= 65_535) return number
  throw new ConfigurationError(
    setting,
    `“${value}” is not a port`,
    'write a number from 1 to 65535',
  )
}

function refuseOnePortForBoth({ doors: open, sitePort, deskPort }: Config): void {
  if (open.length < 2 || sitePort !== deskPort || sitePort === 0) return
  throw new ConfigurationError(
    'DESK_PORT',
    `the site listens on ${sitePort} already`,
    'give each door a port of its own',
  )
}

function databaseUrl(setting: string | undefined, dataDir: string): string {
  if (setting === undefined) return `sqlite:${join(dataDir, 'signpost.sqlite')}`
  if (/^(sqlite:|postgres(ql)?:\/\/)/.test(setting)) return setting
  // The setting may hold a password: it is not repeated.
  throw new ConfigurationError(
    'DATABASE_URL',
    'it names neither engine',
    'begin it with postgres:// or sqlite:, or leave it out for SQLite in DATA_DIR',
  )
}

function filesStore(setting: string): Config['filesStore'] {
  if (setting === 'folder' || setting === 'database') return setting
  throw new ConfigurationError('FILES_STORE', `it is “${setting}”`, 'write folder or database')
}

const mailAddress = /^[^\s@<>,;:"]+@[\w.-]+$/

function post(environment: Environment): PostSettings | undefined {
  const from = environment['MAIL_FROM']
  const textGateway = environment['TEXT_GATEWAY']
  if (environment['SMTP_URL'] === undefined) {
    if (from === undefined && textGateway === undefined) return undefined
    throw new ConfigurationError('SMTP_URL', 'it is missing', 'say which mail server takes notices')
  }
  if (from === undefined || !mailAddress.test(from))
    throw new ConfigurationError(
      'MAIL_FROM',
      from === undefined ? 'it is missing' : `“${from}” is not an e-mail address`,
      'write the address that notices are from, such as messages@mail.example',
    )
  if (textGateway !== undefined && !isGateway(textGateway))
    throw new ConfigurationError(
      'TEXT_GATEWAY',
      `“${textGateway}” is no e-mail address with {number} in it`,
      'write what your gateway says, such as {number}@texts.example',
    )
  return { from, textGateway }
}

function isGateway(setting: string): boolean {
  return (
    setting.includes('{number}') && mailAddress.test(setting.replace('{number}', '447700900123'))
  )
}
