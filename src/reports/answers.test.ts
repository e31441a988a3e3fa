import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readAnswer } from './answers.ts'
import { humanTrafficking } from './human-trafficking.ts'
import type { Question } from './question.ts'

test('what is typed comes back as it was meant: trimmed, composed, with one kind of line end', () => {
  assert.deepEqual(read('what', { what: ['  Cafe\u0301\r\nnext\rdoor\0 \n'] }), {
    outcome: 'answer',
    answer: { what: 'Caf\u00e9\nnext\ndoor' },
  })
})

test('tricks with direction are kept as evidence, and half characters are mended', () => {
  assert.deepEqual(read('what', { what: ['\u202egpj.exe \ud800'] }), {
    outcome: 'answer',
    answer: { what: '\u202egpj.exe \ufffd' },
  })
})

test('a flood of accents is taken in as it is, at once, so that it keeps nobody else waiting', () => {
  const flood = `e${'\u0301'.repeat(7_000)}${'\u0323'.repeat(7_000)}`
  const started = performance.now()
  assert.deepEqual(read('what', { what: [flood] }), {
    outcome: 'answer',
    answer: { what: flood },
  })
  assert.ok(performance.now() - started < 300, 'it took too long')
  const thai = `\u0e17\u0e35\u0e48 ${'a\u0301\u0323'.repeat(100)}`
  assert.deepEqual(read('what', { what: [thai] }), {
    outcome: 'answer',
    answer: { what: thai.normalize('NFC') },
  })
})

test('one line stays one line', () => {
  const name = read('contact', { name: ['A\r\nB'] })
  assert.deepEqual(name, { outcome: 'answer', answer: { name: 'A B' } })
})

test('a question left empty is an answer too', () => {
  assert.deepEqual(read('where', {}), { outcome: 'answer', answer: {} })
  assert.deepEqual(read('where', { where: [' \r\n '] }), { outcome: 'answer', answer: {} })
  assert.deepEqual(read('role', {}), { outcome: 'answer', answer: {} })
})

test('the one thing we cannot do without is asked for kindly', () => {
  assert.deepEqual(read('what', { what: [' '] }), {
    outcome: 'errors',
    errors: [{ field: 'what', key: 'report.what.empty' }],
    typed: {},
  })
})

test('who writes too much is told by how much, and loses nothing', () => {
  const long = 'x'.repeat(15_003)
  assert.deepEqual(read('what', { what: [long] }), {
    outcome: 'errors',
    errors: [{ field: 'what', key: 'report.error.too-long', values: { limit: 15_000, over: 3 } }],
    typed: { what: long },
  })
  assert.equal(read('what', { what: ['x'.repeat(15_000)] }).outcome, 'answer')
})

test('line ends count as one character, as the browser counts them', () => {
  assert.equal(read('what', { what: ['a\r\n'.repeat(7_500)] }).outcome, 'answer')
})

test('an answer that is not on the page is refused, and what else was typed is kept', () => {
  assert.deepEqual(read('when', { happening: ['tomorrow'], when: ['at noon'] }), {
    outcome: 'errors',
    errors: [{ field: 'happening', key: 'report.error.option' }],
    typed: { happening: 'tomorrow', when: 'at noon' },
  })
  assert.equal(read('role', { role: ['self', 'other'] }).outcome, 'errors')
  assert.equal(read('contact', { 'contact-ways': ['call', 'fax'] }).outcome, 'errors')
})

test('several ways can be ticked, and fields of other pages are ignored', () => {
  assert.deepEqual(read('contact', { 'contact-ways': ['call', 'text', 'call'], what: ['x'] }), {
    outcome: 'answer',
    answer: { 'contact-ways': ['call', 'text'] },
  })
})

test('whatever arrives, nothing throws, and reading twice changes nothing', () => {
  const values = fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 2 })
  const question = fc.constantFrom(...humanTrafficking.questions)
  fc.assert(
    fc.property(question, fc.infiniteStream(values), (one, typed) => {
      const fields = new Map(one.fields.map(({ name }) => [name, typed.next().value]))
      const first = readAnswer(one, fields)
      if (first.outcome === 'errors') return
      const again = Object.entries(first.answer).map(
        ([name, value]) => [name, typeof value === 'string' ? [value] : value] as const,
      )
      assert.deepEqual(readAnswer(one, new Map(again)), first)
    }),
  )
})

function read(id: string, fields: Readonly<Record<string, readonly string[]>>) {
  return readAnswer(questionCalled(id), new Map(Object.entries(fields)))
}

function questionCalled(id: string): Question {
  const question = humanTrafficking.questions.find((one) => one.id === id)
  assert.ok(question)
  return question
}
