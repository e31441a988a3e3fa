/** A draft that waits and a notice that is sent, by the real service in a process of its own; then a look at all that it keeps. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { newIdentity, recipientOf } from '../../src/sealing/identity.ts'
import { type MailServer, startMailServer } from '../mail-server.ts'
import { everythingStored, tracesIn } from '../traces.ts'
import { startService, type WholeService } from '../whole-service.ts'

const said = 'Lights behind the green shutters all night'
const address = 'sam.at.home@home.example'

describe('A draft that waits, and a notice', () => {
  let service: WholeService
  let mail: MailServer
  let database: Database
  const receipts: string[] = []

  before(async () => {
    mail = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
    service = await startService({
      settings: { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'messages@mail.example' },
    })
    database = openDatabase(`sqlite:${join(service.dataDir, 'signpost.sqlite')}`)
    const recipient = await recipientOf(await newIdentity())
    const made = { created_at: '2026-11-22T09:00:00.000Z', created_by: 'ada' }
    await database
      .insertInto('desk_keys')
      .values({ desk: 'main', epoch: 1, recipient, ...made })
      .execute()
  })
  after(async () => {
    await database?.destroy()
    await service?.remove()
    await mail?.close()
  })

  /** A browser without script, over the real wire. */
  function browser() {
    const cookies = new Map<string, string>()
    return async (path: string, fields?: Record<string, string>) => {
      const answer = await fetch(`${service.siteUrl}${path}`, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
      })
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        cookies.set(name, value)
      }
      return { to: answer.headers.get('location') ?? '', body: await answer.text() }
    }
  }

  const receiptIn = (body: string) => {
    const receipt = /id="receipt">([^<]+)</.exec(body)?.[1] ?? ''
    assert.notEqual(receipt, '')
    receipts.push(receipt, receipt.replaceAll(' ', '-'), receipt.replaceAll(' ', ''))
    return receipt
  }

  test('a reporter saves, continues elsewhere, sends, and asks to be told of messages', async () => {
    const first = browser()
    let { to } = await first('/a/1', { role: 'other' })
    while (!(await first(to)).body.includes('name="what"')) ({ to } = await first(to, {}))
    assert.equal((await first(to, { what: said, next: 'save' })).to, '/a/save')
    const draft = receiptIn((await first('/a/save')).body)

    const second = browser()
    ;({ to } = await second('/a/resume', { receipt: draft }))
    while (to !== '/a/check') ({ to } = await second(to, {}))
    assert.equal((await second('/a/send', {})).to, '/a/receipt')
    const receipt = receiptIn((await second('/a/receipt')).body)

    const third = browser()
    assert.equal((await third('/b', { receipt })).to, '/b/open')
    const kept = await third('/b/notice', { way: 'email', address, next: 'keep' })
    assert.equal(kept.to, '/b/open?said=notice-on')
  })

  test('the running service tells them, once', async () => {
    // An officer has written; the wait of up to a quarter of an hour is cut short here.
    await database.updateTable('notices').set({ due_at: new Date().toISOString() }).execute()
    for (let round = 0; mail.letters.length === 0; round += 1) {
      assert.ok(round < 90, 'no notice within 45 seconds')
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    assert.deepEqual(mail.letters[0]?.to, [address])
    assert.equal(mail.letters.length, 1)
  })

  test('no answer, no receipt and no address is anywhere in what the service keeps, prints or knows', async () => {
    const { dataDir, pid } = service
    const stored = await everythingStored({
      dataDir,
      pid,
      databaseUrl: undefined,
      output: service.output(),
    })
    assert.deepEqual(tracesIn(stored, [said, address, 'home.example', ...receipts]), [])
    const reference = await database.selectFrom('reports').select('reference').executeTakeFirst()
    const found = tracesIn(stored, [reference?.reference ?? ''])
    assert.notDeepEqual(found, [], 'the search finds what is there')
  })
})
