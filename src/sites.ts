import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { parse } from 'yaml'
import { ConfigurationError } from './configuration-error.ts'

const word = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'use small letters, digits and dashes'))
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1, 'write at least one character'))
const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'write a colour like #1d5b4f'))
const webAddress = v.pipe(v.string(), v.url('write a whole address with https://'))
const hosts = v.pipe(
  v.array(
    v.pipe(v.string(), v.regex(/^(\*|[a-z0-9.-]+)$/, 'write a host name without port, or *')),
  ),
  v.minLength(1, 'name at least one host, or "*" for any'),
)

const origin = v.pipe(webAddress, v.regex(/^https?:\/\/[^/]+$/, 'leave out the path'))

const onion = v.pipe(
  v.string(),
  v.regex(
    /^http:\/\/[a-z2-7]{56}\.onion$/,
    'write http:// and the whole onion address, without a path',
  ),
)

const siteFile = v.strictObject({
  hosts,
  origin,
  name: sentence,
  controller: sentence,
  contact: v.pipe(v.string(), v.email('write an e-mail address')),
  languages: v.pipe(v.array(word), v.minLength(1, 'name at least one language')),
  topic: word,
  numbers: v.pipe(v.array(word), v.minLength(1, 'name at least one contact route')),
  brand: v.strictObject({ colour, textColour: colour }),
  exit: webAddress,
  onion: v.optional(onion),
  // Answers private pages with 404: browsers neither list nor suggest them. See decisions/0014.
  unlisted: v.optional(v.boolean()),
  notice: v.optional(v.strictObject({ sender: sentence, subject: sentence })),
  desk: v.strictObject({ id: word, name: sentence, hosts, origin }),
})

/** One public face: a force’s or a charity’s site. */
export interface SiteConfig extends v.InferOutput<typeof siteFile> {
  /** The name of its file without `.yaml`. */
  readonly id: string
}

/** The desk that one or more sites report to. */
export type DeskConfig = SiteConfig['desk']

/** What people type. On the machine itself that is wherever the door listens. */
export function addressOf({ origin: address }: Pick<DeskConfig, 'origin'>, port: number): string {
  return new URL(address).hostname === 'localhost' ? `http://localhost:${port}` : address
}

/** Whether people come by https, so that cookies can be marked Secure. */
export function isSecure({ origin: address }: Pick<DeskConfig, 'origin'>): boolean {
  return address.startsWith('https:')
}

/**
 * Reads every `*.yaml` of a folder.
 *
 * @throws ConfigurationError when a file is wrong, when two sites claim one host, or when there is none
 */
export function readSites(
  sitesDir: string,
  contentDir: string,
): { sites: readonly SiteConfig[]; desks: readonly DeskConfig[] } {
  const names = existsSync(sitesDir)
    ? readdirSync(sitesDir).filter((name) => /\.yaml$/.test(name))
    : []
  if (names.length === 0)
    throw new ConfigurationError(
      'SITES_DIR',
      `${sitesDir} holds no *.yaml`,
      'put a site file there',
    )
  const sites = names.sort().map((name) => readSite(join(sitesDir, name), contentDir))
  refuseSharedHosts(sites.map((site) => ({ file: `${site.id}.yaml`, hosts: hostsOf(site) })))
  return { sites, desks: desksOf(sites) }
}

function hostsOf({ hosts: names, onion: address }: SiteConfig): readonly string[] {
  return address === undefined ? names : [...names, new URL(address).hostname]
}

function readSite(path: string, contentDir: string): SiteConfig {
  const result = v.safeParse(siteFile, parseYaml(path))
  if (!result.success) {
    const issue = result.issues[0]
    const setting = `${basename(path)}: ${v.getDotPath(issue) ?? 'the whole file'}`
    throw new ConfigurationError(setting, issue.message, `correct ${path}`)
  }
  const site = { id: basename(path, '.yaml'), ...result.output }
  refuseUnknownLanguages(site, contentDir)
  return site
}

function parseYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const problem =
      error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it cannot be read'
    throw new ConfigurationError(basename(path), problem, `correct the YAML of ${path}`)
  }
}

function refuseUnknownLanguages(site: SiteConfig, contentDir: string): void {
  for (const language of site.languages)
    if (!existsSync(join(contentDir, language, 'words')))
      throw new ConfigurationError(
        `${site.id}.yaml: languages`,
        `there are no words for “${language}”`,
        `add ${join(contentDir, language)} or take the language out`,
      )
}

function refuseSharedHosts(owners: readonly { file: string; hosts: readonly string[] }[]): void {
  const taken = new Map<string, string>()
  for (const { file, hosts: names } of owners)
    for (const host of names) {
      const other = taken.get(host)
      if (other !== undefined)
        throw new ConfigurationError(
          `${file}: hosts`,
          `${other} has “${host}” already`,
          'give each its own',
        )
      taken.set(host, file)
    }
}

function desksOf(sites: readonly SiteConfig[]): readonly DeskConfig[] {
  const desks = new Map<string, DeskConfig>()
  for (const site of sites) {
    const same = desks.get(site.desk.id)
    if (same !== undefined && JSON.stringify(same) !== JSON.stringify(site.desk))
      throw new ConfigurationError(
        `${site.id}.yaml: desk`,
        `another site describes the desk “${site.desk.id}” otherwise`,
        'write the same name, hosts and origin in both',
      )
    desks.set(site.desk.id, site.desk)
  }
  refuseSharedHosts(
    [...desks.values()].map((desk) => ({ file: `desk ${desk.id}`, hosts: desk.hosts })),
  )
  return [...desks.values()]
}
