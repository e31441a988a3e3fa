import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newIdentity, parseIdentity, recipientOf } from '../sealing/identity.ts'
import { mailboxIdentity, receiptFromSeed } from '../sealing/receipt.ts'
import { open } from '../sealing/seal.ts'
import { readReport } from './read-report.ts'
import type { Report } from './report.ts'
import { openSealingThreads } from './sealing-threads.ts'

const threads = openSealingThreads()
after(() => threads.close())

const deskIdentity = await newIdentity()
const deskKey = { epoch: 3, recipient: await recipientOf(deskIdentity) }
const receipt = receiptFromSeed('a seed')

test('reports sealed on threads open for the desk and for their receipt', async () => {
  const reports = ['sample-one-001', 'sample-two-002', 'sample-three-003'].map(sample)
  const sealed = await Promise.all(reports.map((report) => threads.seal(report, deskKey, receipt)))
  for (const [index, { epoch, envelope, body }] of sealed.entries()) {
    assert.equal(epoch, 3)
    for (const identity of [deskIdentity, mailboxIdentity(receipt)]) {
      const opened = await open(envelope, identity)
      assert.ok(opened.outcome === 'opened')
      const words = await open(body, parseIdentity(opened.text))
      assert.ok(words.outcome === 'opened')
      assert.deepEqual(readReport(words.text), reports[index])
    }
  }
})

test('pages are answered while reports are sealed', async () => {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const many = Array.from({ length: 30 }, () => threads.seal(sample('sample'), deskKey, receipt))
  const start = performance.now()
  await Promise.all(many)
  const whole = performance.now() - start
  clearInterval(watch)
  assert.ok(longest < whole / 3, `the serving thread stood still for ${longest} of ${whole} ms`)
})

test('a report that cannot be sealed is an error for its sender, and for nobody else', async () => {
  const bad = { epoch: 1, recipient: 'age1pq1notakey' as typeof deskKey.recipient }
  const [refused, sealed] = await Promise.allSettled([
    threads.seal(sample('sample-bad'), bad, receipt),
    threads.seal(sample('sample-good'), deskKey, receipt),
  ])
  assert.equal(refused.status, 'rejected')
  assert.equal(sealed.status, 'fulfilled')
})

function sample(reference: string): Report {
  return {
    kind: 'signpost report',
    version: 1,
    reference,
    site: 'harbour',
    topic: 'human-trafficking',
    language: 'en',
    sent: '2026-11-22T11:00:00Z',
    sealed: 'on arrival',
    consent: 'anonymous',
    answers: [
      { id: 'what', question: 'Sample?', fields: [{ name: 'what', text: 'Sample words' }] },
    ],
  }
}
