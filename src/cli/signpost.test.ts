/** The operator’s command, run as the operator runs it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { proofKey, writeProof } from '../mailbox/proof-of-report.ts'
import { hashOf, type Secret } from '../officers/secret.ts'
import { publicPem } from '../sealing/signature.ts'

const folder = mkdtempSync(join(tmpdir(), 'signpost-cli-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function signpost(typed: string, settings: Record<string, string> = {}, input = '') {
  return spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'signpost.ts'), ...typed.split(' ')],
    {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        NODE_COMPILE_CACHE: join(tmpdir(), 'signpost-compiled'),
        DATA_DIR: folder,
        INIT_CWD: folder,
        ...settings,
      },
      input,
      encoding: 'utf8',
    },
  )
}

test('an operator who asks for help gets every command', () => {
  const { stdout, status } = signpost('--help')
  assert.equal(status, 0)
  for (const name of [
    'officer add',
    'officer list',
    'report list',
    'report files',
    'proof verify',
    'keys passphrase',
    'notice test',
    'site check',
    'migrate',
  ]) {
    assert.match(stdout, new RegExp(`^  ${name}  `, 'm'))
  }
  assert.match(signpost('officer add --help').stdout, /^bin\/signpost officer add <name>/)
})

test('an operator who mistypes hears what is wrong, and nothing happens', () => {
  const wrong = [
    ['officers', /no command “officers”/],
    ['officer add', /^bin\/signpost officer add <name>/],
    ['officer add Sam --desk moon', /no desk “moon”. Desks here: main/],
    ['report files maple-river-472 --officer Sam --to x', /no report “maple-river-472”/],
    ['migrate --zap', /Unknown option '--zap'/],
    ['keys passphrase nowhere.json', /is not a stretch\.json/],
  ] as const
  for (const [typed, said] of wrong) {
    const { status, stdout, stderr } = signpost(typed)
    assert.deepEqual([status, stdout], [2, ''], typed)
    assert.match(stderr, said)
  }
})

test('an operator who added an officer gets a link that holds the secret, which is not kept', () => {
  const { stdout, status } = signpost('officer add Sam --role administrator', { DESK_PORT: '4001' })
  assert.equal(status, 0)
  const [, secret = ''] =
    /^http:\/\/localhost:4001\/enrol#(\S+)\nGood once, until /.exec(stdout) ?? []
  const kept = ['signpost.sqlite', 'signpost.sqlite-wal'].map((name) => find(name)).join('')
  assert.ok(kept.includes(hashOf(secret as Secret)))
  assert.ok(secret.length >= 22 && !kept.includes(secret))
  assert.match(signpost('officer list').stdout, /Nobody yet/)
})

test('an operator who migrates twice has nothing to do the second time', () => {
  const DATABASE_URL = `sqlite:${join(folder, 'other.sqlite')}`
  assert.match(signpost('migrate', { DATABASE_URL }).stdout, /^Migrated: 0001-first-report, /)
  assert.match(signpost('migrate', { DATABASE_URL }).stdout, /up to date/)
})

test('an operator sees each site that a start would serve', () => {
  const { stdout, status } = signpost('site check')
  assert.equal(status, 0)
  assert.match(stdout, /^signpost: .*\n {2}address {4}http/)
  assert.match(stdout, /in order\.\n$/)
})

test('an operator whose settings are wrong hears which, in one line', () => {
  const { stderr, status } = signpost('site check', { SITE_PORT: 'three' })
  assert.equal(status, 1)
  assert.match(stderr, /^SITE_PORT: “three” is not a port\. To mend it, .*\.\n$/)
})

test('a passphrase gives the same identity every time', () => {
  const stretch = { salt: 'AAAAAAAAAAAAAAAAAAAAAA', memory: 65_536, passes: 3 }
  writeFileSync(join(folder, 'stretch.json'), JSON.stringify(stretch))
  const [one, other] = [1, 2].map(() =>
    signpost('keys passphrase stretch.json', {}, 'lantern orbit\n'),
  )
  assert.match(one?.stdout ?? '', /^AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}\n$/)
  assert.equal(one?.stdout, other?.stdout)
})

function find(name: string): string {
  try {
    return readFileSync(join(folder, name), 'latin1')
  } catch {
    return ''
  }
}

test('anybody can ask if a proof of a report is genuine', () => {
  const secretKey = Buffer.alloc(32, 9)
  const key = proofKey(secretKey)
  const report = { reference: 'maple-river-472', site: 'https://harbour.example' }
  const proof = writeProof({ ...report, receivedDay: '2026-11-22', bodyHash: 'ab12' }, key)
  writeFileSync(join(folder, 'proof.json'), JSON.stringify(proof))
  writeFileSync(join(folder, 'public.pem'), publicPem(key))
  const forged = { ...proof, statement: proof.statement.replace('maple', 'birch') }
  writeFileSync(join(folder, 'forged.json'), JSON.stringify(forged))
  const own = signpost('proof verify proof.json', { SECRET_KEY: secretKey.toString('base64') })
  assert.equal(own.status, 0, own.stderr)
  assert.match(own.stdout, /^Genuine\.[\s\S]*reference: maple-river-472/)
  assert.equal(signpost('proof verify proof.json --key public.pem').status, 0)
  const wrong = [
    ['forged.json --key public.pem', /not genuine/],
    ['proof.json', /not genuine/],
    ['public.pem --key public.pem', /no proof of a report/],
    ['nothing.json', /cannot be read/],
    ['proof.json --key proof.json', /no public key/],
  ] as const
  for (const [typed, said] of wrong) {
    const { status, stderr } = signpost(`proof verify ${typed}`)
    assert.equal(status, 2, typed)
    assert.match(stderr, said)
  }
})
