import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { contract } from '../../test/contract.ts'
import { type MailServer, refusal, startMailServer } from '../../test/mail-server.ts'
import { sampleReport } from '../../test/sample-report.ts'
import { reportStore } from '../reports/report-store.ts'
import type { ReportId } from '../reports/stored-report.ts'
import { closeNotice, type Notice } from './notice.ts'
import { noticeStore } from './notice-store.ts'
import { notifyReporter } from './notify-reporter.ts'
import { openPost } from './post.ts'
import { sendNotices } from './send-notices.ts'

const now = new Date('2026-11-22T11:04:05.678Z')
const secretKey = Buffer.alloc(32, 7)
const notice: Notice = {
  way: 'email',
  address: 'sam@home.example',
  sender: 'Messages',
  subject: 'You have a message',
  text: 'You have a message.',
}

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

contract('A reporter who asked to be told of messages', (database) => {
  const servers: MailServer[] = []
  const posts: { close(): void }[] = []
  after(() => Promise.all(servers.map((server) => server.close())))
  afterEach(() => database().deleteFrom('notices').execute())

  async function ask(wish: Notice = notice): Promise<ReportId> {
    const report = sampleReport()
    await reportStore(database()).insert(report, now)
    await noticeStore(database()).keep(report.id, closeNotice(wish, secretKey))
    return report.id
  }

  async function deliverer(options: Parameters<typeof startMailServer>[0] = {}) {
    const server = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'], ...options })
    servers.push(server)
    return { server, ...sender(`smtp://127.0.0.1:${server.port}`) }
  }

  function sender(smtpUrl: string) {
    const textGateway = '{number}@texts.example'
    const post = openPost({ smtpUrl, from: 'messages@mail.example', textGateway })
    posts.push(post)
    const troubles: unknown[] = []
    const onTrouble = (error: unknown) => troubles.push(error)
    const means = { notices: noticeStore(database()), post, secretKey, onTrouble }
    return { troubles, send: (at: Date) => sendNotices(means, at) }
  }

  const write = (report: ReportId) => notifyReporter(noticeStore(database()), report, now)

  test('hears so within a quarter of an hour, not at once, and only once', async () => {
    const report = await ask()
    const { server, send, troubles } = await deliverer()
    assert.equal(await send(later(60)), 0)
    await write(report)
    await write(report)
    assert.equal(await send(now), 0)
    assert.equal(await send(later(15)), 1)
    assert.equal(await send(later(600)), 0)
    assert.deepEqual(troubles, [])
    const [letter, ...more] = server.letters
    assert.deepEqual(more, [])
    assert.deepEqual(letter?.to, ['sam@home.example'])
    await write(report)
    assert.equal(await send(later(615)), 1)
  })

  test('reads that there is a message, and nothing else: no name, no link, no machine of ours', async () => {
    const report = await ask()
    const { server, send } = await deliverer()
    await write(report)
    await send(later(15))
    const [letter] = server.letters
    assert.equal(letter?.from, 'messages@mail.example')
    assert.equal(letter?.greeting, 'mail.example')
    const [head = '', body = ''] = (letter?.source ?? '').split('\r\n\r\n')
    assert.equal(body.trim(), 'You have a message.')
    const said = head
      .replace(/^Message-ID: <[\w-]+@mail\.example>$/m, '')
      .replace(/^Date: .*$/m, '')
      .split('\r\n')
      .filter((line) => line !== '')
    assert.deepEqual(said.sort(), [
      'Auto-Submitted: auto-generated',
      'Content-Transfer-Encoding: 7bit',
      'Content-Type: text/plain; charset=utf-8',
      'From: Messages <messages@mail.example>',
      'MIME-Version: 1.0',
      'Subject: You have a message',
      'To: sam@home.example',
    ])
  })

  test('hears by text through the gateway', async () => {
    const report = await ask({ ...notice, way: 'text', address: '447700900123' })
    const { server, send } = await deliverer()
    await write(report)
    assert.equal(await send(later(15)), 1)
    assert.deepEqual(server.letters[0]?.to, ['447700900123@texts.example'])
  })

  test('hears it once, however many processes send at the same moment', async () => {
    const reports = [await ask(), await ask(), await ask()]
    for (const report of reports) await write(report)
    const { server, send } = await deliverer()
    const { send: another } = sender(`smtp://127.0.0.1:${server.port}`)
    const sent = await Promise.all([send(later(15)), another(later(15)), send(later(15))])
    assert.equal(
      sent.reduce((sum, count) => sum + count, 0),
      3,
    )
    assert.equal(server.letters.length, 3)
  })

  test('hears it later where the server lets us wait, as it does with those that it does not know', async () => {
    const report = await ask()
    await write(report)
    let asked = 0
    const { server, send, troubles } = await deliverer({
      onRcptTo(_address, _session, done) {
        asked += 1
        done(asked === 1 ? refusal(451, 'Greylisted, try again') : null)
      },
    })
    assert.equal(await send(later(15)), 0)
    assert.equal(await send(later(16)), 0)
    assert.equal(asked, 1)
    assert.equal(await send(later(21)), 1)
    assert.equal(server.letters.length, 1)
    assert.deepEqual(troubles, [])
  })

  test('hears nothing where the address is wrong, and the log does not say which it was', async () => {
    const report = await ask()
    await write(report)
    const { send, troubles } = await deliverer({
      onRcptTo: ({ address }, _session, done) => done(refusal(550, `No such user ${address}`)),
    })
    assert.equal(await send(later(15)), 0)
    assert.equal(await send(later(6000)), 0)
    assert.equal(troubles.length, 1)
    assert.doesNotMatch(saidBy(troubles), /sam|home\.example/)
  })

  test('is tried for where the server is away, for two days and not for ever', async () => {
    const report = await ask()
    await write(report)
    const { server, send, troubles } = await deliverer()
    await server.close()
    let minutes = 15
    for (let round = 0; round < 12; round += 1) {
      await send(later(minutes))
      minutes += 1440
    }
    assert.equal(troubles.length, 8, 'seven tries, and that it was given up')
    assert.match(saidBy(troubles), /ECONNREFUSED|ESOCKET/)
    assert.doesNotMatch(saidBy(troubles), /sam|home\.example/)
    assert.equal(await noticeStore(database()).has(report), true)
  })

  test('who changes their mind hears nothing more', async () => {
    const report = await ask()
    await write(report)
    await noticeStore(database()).remove(report)
    const { send } = await deliverer()
    assert.equal(await send(later(15)), 0)
    assert.equal(await noticeStore(database()).has(report), false)
  })

  test('a process that died while it sent is followed by another', async () => {
    const report = await ask()
    await write(report)
    const [due] = await noticeStore(database()).due(later(15), 10)
    assert.ok(due && (await noticeStore(database()).claim(due, later(25))))
    const { send } = await deliverer()
    assert.equal(await send(later(20)), 0)
    assert.equal(await send(later(25)), 1)
  })

  test('nothing of the address is in the database', async () => {
    const report = await ask()
    const rows = await database().selectFrom('notices').selectAll().execute()
    assert.equal(rows[0]?.report, report)
    assert.doesNotMatch(JSON.stringify(rows), /sam|home\.example|email/)
  })
})

function saidBy(troubles: readonly unknown[]): string {
  return troubles
    .map((error) => (error instanceof Error ? `${error.stack} ${JSON.stringify(error)}` : ''))
    .join('\n')
}
