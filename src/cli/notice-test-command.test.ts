/** `bin/signpost notice test`, with a real mail server to send to. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type MailServer, startMailServer } from '../../test/mail-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'signpost-notice-'))
let server: MailServer
before(async () => {
  server = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
})
after(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

async function notice(typed: readonly string[], settings: Record<string, string>) {
  const script = join(import.meta.dirname, 'signpost.ts')
  const child = spawn(process.execPath, [script, 'notice', 'test', ...typed], {
    cwd: join(import.meta.dirname, '../..'),
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'signpost-compiled'), DATA_DIR: folder, ...settings },
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const [status] = (await once(child, 'close')) as [number]
  return { status, said }
}

test('an operator sends themselves what a reporter would get', async () => {
  const right = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'messages@mail.example' }
  const sent = await notice(['ops@force.example'], right)
  assert.match(sent.said, /The mail server took it/)
  assert.equal(sent.status, 0)
  const texts = { ...right, TEXT_GATEWAY: '{number}@texts.example' }
  assert.equal((await notice(['07700 900123', '--text'], texts)).status, 0)
  assert.deepEqual(
    server.letters.map(({ to }) => to),
    [['ops@force.example'], ['447700900123@texts.example']],
  )
  assert.match(server.letters[0]?.source ?? '', /\r\n\r\nYou have a message\.\r\n$/)
})

test('an operator who set something wrong hears what it is, and no password', async () => {
  const away = { SMTP_URL: 'smtp://desk:pass-word@127.0.0.1:1', MAIL_FROM: 'messages@mail.example' }
  for (const [typed, settings, says] of [
    [['ops@force.example'], {}, /SMTP_URL: it is missing/],
    [
      ['ops@force.example'],
      away,
      /SMTP_URL: the mail server could not be reached.*ECONNREFUSED|ESOCKET/,
    ],
    [['ops at force'], away, /not an e-mail address/],
    [['07700900123', '--text'], away, /TEXT_GATEWAY: it is missing/],
    [['ops@force.example', '--site', 'moon'], away, /no site “moon”/],
  ] as const) {
    const { status, said } = await notice(typed, settings)
    assert.notEqual(status, 0)
    assert.match(said, says)
    assert.doesNotMatch(said, /pass-word/)
  }
})
