import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startMailServer } from '../../test/mail-server.ts'
import type { Notice } from './notice.ts'
import { openPost } from './post.ts'

const notice: Notice = {
  way: 'email',
  address: 'sam@home.example',
  sender: 'Messages',
  subject: 'Mae gennych neges – ✉',
  text: 'Mae gennych neges.',
}
const from = 'messages@mail.example'

function post(smtpUrl: string) {
  return openPost({ smtpUrl, from, textGateway: undefined })
}

test('a letter goes over TLS with the operator’s name and password', async (t) => {
  const server = await startMailServer({
    secure: true,
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'desk' && password === 'pass word'
        ? done(null, { user: 'desk' })
        : done(new Error('no')),
  })
  t.after(() => server.close())
  // The server’s own certificate is a sample one.
  const trust = '?tls.rejectUnauthorized=false'
  const good = post(`smtps://desk:pass%20word@localhost:${server.port}${trust}`)
  assert.equal(await good.send(notice), 'sent')
  assert.equal(server.letters[0]?.secure, true)
  assert.match(server.letters[0]?.source ?? '', /^Subject: =\?UTF-8\?/m)
  good.close()
  const wrong = post(`smtps://desk:wrong@localhost:${server.port}${trust}`)
  await assert.rejects(() => wrong.send(notice), { name: 'PostTrouble', code: 'EAUTH' })
  wrong.close()
})

test('a server whose certificate nobody vouches for gets no letter', async (t) => {
  const server = await startMailServer({ secure: true })
  t.after(() => server.close())
  const sender = post(`smtps://localhost:${server.port}`)
  await assert.rejects(() => sender.send(notice), { name: 'PostTrouble', code: 'ESOCKET' })
  assert.deepEqual(server.letters, [])
  sender.close()
})

test('a server elsewhere that cannot change to TLS gets no letter', async (t) => {
  const server = await startMailServer({ disabledCommands: ['STARTTLS', 'AUTH'] }, '127.0.0.2')
  t.after(() => server.close())
  // Another name of this machine stands for a server elsewhere.
  const sender = post(`smtp://127.0.0.2:${server.port}`)
  await assert.rejects(() => sender.send(notice), { name: 'PostTrouble', code: 'ETLS' })
  assert.deepEqual(server.letters, [])
  sender.close()
})
