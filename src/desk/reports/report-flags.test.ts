import assert from 'node:assert/strict'
import { test } from 'node:test'
import { humanTrafficking } from '../../reports/human-trafficking.ts'
import type { Answers } from '../../reports/question.ts'
import { type Report, writeReport } from '../../reports/report.ts'
import { loadWords } from '../../ui/load-words.ts'
import { flagsOf } from './report-flags.ts'

const words = loadWords('content', 'en')
const facts = {
  reference: 'maple-river-472',
  site: 'harbour',
  language: 'en',
  sent: '2026-11-22T11:00:00Z',
  sealed: 'on arrival',
} as const

function flags(answers: Answers): readonly string[] {
  return seen(writeReport(facts, humanTrafficking, answers, words))
}

function seen(report: Report): readonly string[] {
  return flagsOf(report).map(({ key }) => words(key))
}

test('an officer sees danger first, and how the person wants to be spoken to', () => {
  assert.deepEqual(
    flags({
      role: { role: 'self' },
      consent: { consent: 'share' },
      signs: { signs: ['pay', 'locked'] },
      'danger-now': { 'danger-now': 'yes', children: 'yes' },
      contact: { 'contact-ways': ['none'] },
      wishes: { interpreter: 'yes', officer: 'woman' },
    }),
    [
      'Danger now',
      'A child is involved',
      'Locked in',
      'From the person themselves',
      'Wants an interpreter',
      'Would rather talk to a woman',
      'No way of contact is safe',
    ],
  )
})

test('what was not said raises no flag, and danger raises one only', () => {
  assert.deepEqual(flags({ role: { role: 'unknown' }, signs: { signs: ['none'] } }), [])
  assert.deepEqual(flags({ role: { role: 'danger' } }), ['Danger now'])
})

test('a report from before there were signs still shows that a child is involved', () => {
  const older: Report = {
    kind: 'signpost report',
    version: 1,
    topic: 'human-trafficking',
    consent: 'anonymous',
    ...facts,
    answers: [
      {
        id: 'children',
        question: 'Children',
        fields: [
          { name: 'children', label: 'Are children involved?', text: 'Yes', chosen: ['yes'] },
        ],
      },
    ],
  }
  assert.deepEqual(seen(older), ['A child is involved'])
})
