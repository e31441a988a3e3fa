import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './languages.ts'

test('people find their language under the name they call it', () => {
  assert.deepEqual(languageOf('cy'), { locale: 'cy', direction: 'ltr', name: 'Cymraeg' })
  assert.equal(languageOf('sq').name, 'Shqip')
  assert.equal(languageOf('ti').name, 'ትግርኛ')
})

test('people who read from right to left get pages that do', () => {
  for (const locale of ['ar', 'fa', 'ur', 'ps', 'ckb', 'he']) {
    assert.equal(languageOf(locale).direction, 'rtl', locale)
  }
  for (const locale of ['en', 'so', 'vi', 'zh-Hant', 'am', 'pa']) {
    assert.equal(languageOf(locale).direction, 'ltr', locale)
  }
})

test('what is not a language is refused', () => {
  assert.throws(() => languageOf('not a language'), RangeError)
})
