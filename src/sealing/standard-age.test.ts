/** Whatever becomes of us, a report opens with the `age` command; and what `age` seals, we open. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { findStandardAge, notProved } from '../../test/standard-age.ts'
import { newIdentity, parseIdentity, recipientOf } from './identity.ts'
import { pad } from './pad.ts'
import { mailboxIdentity, receiptFromSeed } from './receipt.ts'
import { open, seal } from './seal.ts'

const report = JSON.stringify({ where: 'the green door — 门', when: 'on Tuesday' })
const age = findStandardAge()
if (age === undefined) process.stderr.write(`${notProved}\n`)
const folder = mkdtempSync(join(tmpdir(), 'signpost-age-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a report is an armoured age v1 file for a post-quantum recipient', async () => {
  const identity = await newIdentity()
  const sealed = await seal(pad(report), [await recipientOf(identity)])
  const [head, ...lines] = sealed.trim().split('\n')
  assert.equal(head, '-----BEGIN AGE ENCRYPTED FILE-----')
  const header = Buffer.from(lines.slice(0, -1).join(''), 'base64').toString('latin1')
  assert.match(header, /^age-encryption\.org\/v1\n-> mlkem768x25519 /)
  assert.deepEqual(await open(sealed, identity), { outcome: 'opened', text: pad(report) })
})

if (age !== undefined)
  describe('The standard age command', () => {
    test('opens a report with its identity', async () => {
      const identity = await newIdentity()
      const sealed = await seal(pad(report), [await recipientOf(identity)])
      assert.equal(openWithAge(age, sealed, identity), pad(report))
    })

    test('opens an envelope with the desk’s identity, and with the reporter’s', async () => {
      const [desk, reporter] = [await newIdentity(), mailboxIdentity(receiptFromSeed('a seed'))]
      const inside = await newIdentity()
      const envelope = await seal(inside, [await recipientOf(desk), await recipientOf(reporter)])
      for (const identity of [desk, reporter])
        assert.equal(openWithAge(age, envelope, identity), inside)
    })

    test('does not open a report with another identity', async () => {
      const sealed = await seal(report, [await recipientOf(await newIdentity())])
      const other = file('other.txt', await newIdentity())
      const { status, stderr } = spawnSync(age, ['-d', '-i', other], { input: sealed })
      assert.notEqual(status, 0)
      assert.match(stderr.toString(), /no identity matched/)
    })

    test('seals what we open, armoured', async () => {
      const identity = await newIdentity()
      const recipient = await recipientOf(identity)
      const sealed = execFileSync(age, ['-a', '-r', recipient], { input: report }).toString()
      assert.deepEqual(await open(sealed, identity), { outcome: 'opened', text: report })
    })

    test('makes keys that we take', async () => {
      const made = execFileSync(`${age}-keygen`, ['-pq'], { stdio: 'pipe' }).toString()
      const identity = parseIdentity(/^AGE-SECRET-KEY-PQ-.*$/m.exec(made)?.[0] ?? '')
      assert.ok(made.includes(await recipientOf(identity)))
    })
  })

function openWithAge(command: string, sealed: string, identity: string): string {
  const keys = file('identity.txt', identity)
  return execFileSync(command, ['-d', '-i', keys], { input: sealed }).toString()
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text, { mode: 0o600 })
  return path
}
