import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeReminder } from './reminder.ts'
import { readTypedDay } from './typed-day.ts'

test('a reminder holds the title and the day that its reporter chose, and nothing of us', () => {
  assert.equal(
    writeReminder({ title: 'Library; bring a, b\\c', day: '2026-12-31' }, 'x1'),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Calendar//EN',
      'BEGIN:VEVENT',
      'UID:x1',
      'DTSTAMP:20261231T000000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Library\\; bring a\\, b\\\\c',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('a title of any script reads back whole, and cannot add a line of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (title) => {
      const file = writeReminder({ title, day: '2026-11-26' }, 'x1')
      const lines = file.split('\r\n')
      for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line)
      const unfolded = file.replaceAll('\r\n ', '')
      assert.equal(unfolded.split('\r\n').length, 13)
      const summary = /\r\nSUMMARY:(.*)\r\nTRANSP/s.exec(unfolded)?.[1] ?? ''
      assert.equal(summary.replace(/\\([\\;,])/g, '$1'), title.replace(/[\r\n]+/g, ' '))
    }),
  )
})

test('a day reads as people type it, and a day that no calendar has is none', () => {
  const read = (day: string, month: string, year: string) => readTypedDay({ day, month, year })
  assert.equal(read('26', '11', '2026'), '2026-11-26')
  assert.equal(read(' 6', '1 ', '27'), '2027-01-06')
  assert.equal(read('٢٦', '١١', '٢٠٢٦'), '2026-11-26')
  assert.equal(read('２６', '１１', '२०२६'), '2026-11-26')
  for (const [day, month, year] of [
    ['', '', ''],
    ['30', '2', '2026'],
    ['26', 'November', '2026'],
    ['26', '11', '26x'],
    ['26', '11', '226'],
    ['-1', '11', '2026'],
    ['1', '13', '2026'],
    ['<b>', '11', '20266'],
  ] as const)
    assert.equal(read(day, month, year), undefined, `${day} ${month} ${year}`)
})
