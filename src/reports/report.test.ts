import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadWords } from '../ui/load-words.ts'
import { humanTrafficking } from './human-trafficking.ts'
import { readReport } from './read-report.ts'
import { writeReport } from './report.ts'

const words = loadWords('content', 'en')
const facts = {
  reference: 'maple-river-472',
  site: 'harbour',
  language: 'en',
  sent: '2026-11-22T11:00:00Z',
  sealed: 'on arrival',
} as const

test('an officer reads each question as it was asked, and each answer in words', () => {
  const report = writeReport(
    facts,
    humanTrafficking,
    {
      role: { role: 'self' },
      consent: { consent: 'confidential' },
      what: { what: 'They keep my passport' },
      signs: { signs: ['papers', 'locked'] },
      where: { landmark: 'a blue door', 'where-unsure': ['unknown'] },
      contact: { phone: '07700 900123', 'contact-ways': ['text', 'call'] },
    },
    words,
  )
  assert.equal(report.consent, 'confidential')
  assert.equal(report.role, 'self')
  assert.deepEqual(
    report.answers.find((answer) => answer.id === 'what'),
    {
      id: 'what',
      question: 'What is happening to you?',
      fields: [{ name: 'what', text: 'They keep my passport' }],
    },
  )
  assert.deepEqual(report.answers.find((answer) => answer.id === 'signs')?.fields, [
    {
      name: 'signs',
      text: 'I am locked in\nSomeone else keeps my passport or papers',
      chosen: ['papers', 'locked'],
    },
  ])
  assert.deepEqual(report.answers.find((answer) => answer.id === 'where')?.fields, [
    {
      name: 'landmark',
      label: 'What is near it, or what does it look like?',
      text: 'a blue door',
    },
    { name: 'where-unsure', text: 'I don’t know', chosen: ['unknown'] },
  ])
  const ways = report.answers.find((answer) => answer.id === 'contact')?.fields[1]
  assert.deepEqual(ways?.text, 'Call me\nSend me a text message')
  assert.deepEqual(report.answers.find((answer) => answer.id === 'who')?.fields, [])
})

test('who sends without a name sends no name, whatever was typed before', () => {
  const report = writeReport(
    facts,
    humanTrafficking,
    { consent: { consent: 'anonymous' }, contact: { name: 'Changed my mind' } },
    words,
  )
  assert.equal(report.consent, 'anonymous')
  assert.equal(JSON.stringify(report).includes('Changed my mind'), false)
})

test('what was written reads back the same, and anything else is no report', () => {
  const report = writeReport(facts, humanTrafficking, { what: { what: 'x' } }, words)
  assert.deepEqual(readReport(`${JSON.stringify(report, null, 2)}      `), report)
  for (const text of ['', '{', 'null', '[]', '{"kind":"signpost report"}', '"x"'])
    assert.equal(readReport(text), undefined)
  const hostile = { ...report, answers: [{ id: 1 }] }
  assert.equal(readReport(JSON.stringify(hostile)), undefined)
})
