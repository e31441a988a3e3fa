/** A wrong setting stops the start, and says which it is, what is wrong and how to mend it. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { stringify } from 'yaml'
import { readConfig } from '../src/config.ts'
import { ConfigurationError } from '../src/configuration-error.ts'
import { checkSites } from '../src/site/check-sites.ts'
import { loadContent } from '../src/site/content.ts'
import { end, launch, startService } from './whole-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'signpost-configuration-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const contentDir = join(import.meta.dirname, '../content')
const right = { DATA_DIR: join(folder, 'data'), CONTENT_DIR: contentDir }

const harbour = {
  hosts: ['help.harbour.example'],
  origin: 'https://help.harbour.example',
  name: 'Help in Harbour',
  controller: 'Harbour Constabulary',
  contact: 'privacy@harbour.example',
  languages: ['en'],
  topic: 'human-trafficking',
  numbers: ['emergency'],
  brand: { colour: '#1f4e5f', textColour: '#ffffff' },
  exit: 'https://www.bbc.co.uk/weather',
  desk: {
    id: 'harbour',
    name: 'Harbour desk',
    hosts: ['desk.harbour.example'],
    origin: 'https://desk.harbour.example',
  },
}

const moorland = {
  ...harbour,
  hosts: ['help.moorland.example'],
  origin: 'https://help.moorland.example',
  name: 'Help in Moorland',
  desk: {
    id: 'moorland',
    name: 'Moorland desk',
    hosts: ['desk.moorland.example'],
    origin: 'https://desk.moorland.example',
  },
}

test('a setting that is left empty is as if it were not there', () => {
  const { config } = readConfig({ SITE_PORT: '', LISTEN_HOST: ' ', DATA_DIR: folder })
  assert.deepEqual([config.sitePort, config.listenHost], [3000, '127.0.0.1'])
})

test('nothing set at all is right', () => {
  const { config, secrets } = readConfig({ ...right })
  assert.deepEqual(
    [config.sitePort, config.deskPort, config.listenHost, config.doors],
    [3000, 3001, '127.0.0.1', ['site', 'desk']],
  )
  assert.equal(config.databaseUrl, `sqlite:${join(folder, 'data', 'signpost.sqlite')}`)
  assert.equal(secrets.secretKey.length, 32)
  assert.deepEqual(readConfig({ ...right }).secrets, secrets, 'the key that was made is kept')
})

const wrongSettings = [
  ['SITE_PORT', 'three', /“three” is not a port.*from 1 to 65535/],
  ['SITE_PORT', '65536', /is not a port/],
  ['DESK_PORT', '-1', /is not a port/],
  ['DESK_PORT', '3000', /the site listens on 3000 already.*a port of its own/],
  ['DOORS', 'site,window', /it is “site,window”.*write site, desk, or site,desk/],
  [
    'DATABASE_URL',
    'mysql://root:hunter2@localhost/x',
    /names neither engine.*postgres:\/\/ or sqlite:/,
  ],
  ['FILES_STORE', 's3', /it is “s3”.*write folder or database/],
  ['SECRET_KEY', 'short', /not 32 bytes in base64.*openssl rand -base64 32/],
  ['SITES_DIR', join(folder, 'nowhere'), /holds no \*\.yaml.*put a site file there/],
] as const

for (const [setting, value, said] of wrongSettings)
  test(`${setting}=${value.replace(folder, '…')} is refused`, () => {
    const message = refusal({ [setting]: value })
    assert.ok(message.startsWith(`${setting}: `), message)
    assert.match(message, said)
    assert.match(message, /To mend it, .*\.$/)
    assert.doesNotMatch(message, /hunter2/, 'a password is not repeated')
  })

test('a mail server that is set by half, or cannot be one, is refused, and its password is not repeated', () => {
  const SMTP_URL = 'smtps://desk:hunter2@mail.example'
  const MAIL_FROM = 'messages@mail.example'
  for (const [settings, said] of [
    [{ SMTP_URL: 'mail.example:hunter2', MAIL_FROM }, /^SMTP_URL: it names no mail server/],
    [{ MAIL_FROM }, /^SMTP_URL: it is missing/],
    [{ SMTP_URL }, /^MAIL_FROM: it is missing/],
    [{ SMTP_URL, MAIL_FROM: 'messages' }, /^MAIL_FROM: “messages” is not an e-mail address/],
    [{ SMTP_URL, MAIL_FROM, TEXT_GATEWAY: 'texts.example' }, /^TEXT_GATEWAY: .*\{number\}/],
  ] as const) {
    const message = refusal(settings as unknown as Record<string, string>)
    assert.match(message, said)
    assert.match(message, /To mend it, /)
    assert.doesNotMatch(message, /hunter2/)
  }
})

const wrongSites = [
  ['hosts', { hosts: [] }, /name at least one host/],
  ['hosts.0', { hosts: ['https://x.example'] }, /write a host name without port/],
  ['origin', { origin: 'https://x.example/help' }, /leave out the path/],
  ['origin', { origin: 'x.example' }, /https:\/\//],
  ['name', { name: ' ' }, /at least one character/],
  ['controller', { controller: undefined }, /./],
  ['contact', { contact: 'privacy' }, /write an e-mail address/],
  ['languages', { languages: [] }, /at least one language/],
  ['languages', { languages: ['xx'] }, /no words for “xx”/],
  ['topic', { topic: 'Human Trafficking' }, /small letters/],
  ['topic', { topic: 'fly-tipping' }, /no questions for the topic “fly-tipping”/],
  ['numbers', { numbers: [] }, /at least one contact route/],
  ['numbers', { numbers: ['plumber'] }, /no way to get help “plumber”.*write some of: .*emergency/],
  ['brand.colour', { brand: { ...harbour.brand, colour: 'teal' } }, /a colour like #/],
  ['brand.textColour', { brand: { colour: '#1f4e5f' } }, /./],
  ['exit', { exit: 'bbc' }, /a whole address/],
  ['onion', { onion: 'https://short.onion' }, /the whole onion address/],
  ['notice.subject', { notice: { sender: 'Messages' } }, /./],
  ['desk.id', { desk: { ...harbour.desk, id: 'Main Desk' } }, /small letters/],
  ['desk.origin', { desk: { ...harbour.desk, origin: 'desk.example' } }, /https:\/\//],
  ['desk.hosts', { desk: { ...harbour.desk, hosts: [] } }, /at least one host/],
  ['nmae', { nmae: 'Help' }, /./],
] as const

for (const [field, change, said] of wrongSites)
  test(`a site with ${JSON.stringify(change)} is refused`, () => {
    const message = refusal({ SITES_DIR: sites({ harbour: { ...harbour, ...change } }) })
    assert.ok(message.startsWith(`harbour.yaml: ${field}: `), message)
    assert.match(message, said)
    assert.match(message, /To mend it, /)
  })

test('a site that is no YAML is refused', () => {
  const SITES_DIR = sites({ harbour })
  writeFileSync(join(SITES_DIR, 'torn.yaml'), 'hosts: [')
  assert.match(refusal({ SITES_DIR }), /^torn\.yaml: .*To mend it, correct the YAML of /)
})

test('two sites that claim one host are refused', () => {
  const SITES_DIR = sites({ harbour, moorland: { ...moorland, hosts: harbour.hosts } })
  assert.match(
    refusal({ SITES_DIR }),
    /^moorland\.yaml: hosts: harbour\.yaml has “help\.harbour\.example” already/,
  )
})

test('two sites that describe one desk differently are refused', () => {
  const SITES_DIR = sites({
    harbour,
    moorland: { ...moorland, desk: { ...moorland.desk, id: 'harbour' } },
  })
  assert.match(refusal({ SITES_DIR }), /^moorland\.yaml: desk: another site describes the desk/)
})

test('the service itself does not start with a wrong setting, and says why', async () => {
  const { child, output } = launch({ ...right, SITE_PORT: 'three' })
  assert.equal(await end(child), 1)
  assert.match(
    output(),
    /^Signpost did not start\.\nSITE_PORT: “three” is not a port\. To mend it, [^\n]*\.\n$/,
  )
})

test('the service itself does not start with a site that names what nobody wrote', async () => {
  const SITES_DIR = sites({ harbour: { ...harbour, numbers: ['plumber'] } })
  const { child, output } = launch({ ...right, SITES_DIR })
  assert.equal(await end(child), 1)
  assert.match(output(), /^Signpost did not start\.\nharbour\.yaml: numbers: [^\n]*\n$/m)
})

test('two sites are served side by side, each at its own host, and no other host', async (t) => {
  const SITES_DIR = sites({ harbour, moorland })
  const service = await startService({ settings: { CONTENT_DIR: contentDir, SITES_DIR } })
  t.after(service.remove)
  for (const [site, other] of [
    [harbour, moorland],
    [moorland, harbour],
  ]) {
    const page = await fetchAs(service.siteUrl, site?.hosts[0] ?? '')
    assert.equal(page.status, 200)
    assert.ok(page.body.includes(site?.name ?? '?') && !page.body.includes(other?.name ?? '?'))
  }
  assert.equal((await fetchAs(service.siteUrl, 'help.elsewhere.example')).status, 421)
})

function sites(files: Readonly<Record<string, unknown>>): string {
  const path = mkdtempSync(join(folder, 'sites-'))
  mkdirSync(path, { recursive: true })
  for (const [id, site] of Object.entries(files))
    writeFileSync(join(path, `${id}.yaml`), stringify(site))
  return path
}

/** What a start says that stops; everything that it reads before it opens anything. */
function refusal(settings: Readonly<Record<string, string>>): string {
  try {
    const { config } = readConfig({ ...right, ...settings })
    checkSites(config.sites, loadContent(contentDir, ['en']))
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  return assert.fail('it was not refused')
}

/** `fetch` does not let one choose the host. */
function fetchAs(url: string, host: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    }).on('error', reject)
  })
}
