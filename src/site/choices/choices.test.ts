import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { acceptAll, formatChoices, parseChoices, rejectAll } from './choices.ts'
import { siteCookies } from './cookies.ts'
import { formatPreferences, parsePreferences, standardPreferences } from './preferences.ts'

describe('What a visitor chose', () => {
  test('every choice survives its cookie', () => {
    for (const preferences of [true, false])
      for (const statistics of [true, false]) {
        const choices = { preferences, statistics }
        assert.deepEqual(parseChoices(formatChoices(choices)), choices)
      }
    assert.equal(formatChoices(acceptAll), 'preferences.statistics')
    assert.equal(formatChoices(rejectAll), 'none')
  })

  test('a cookie that we never wrote is no choice at all', () => {
    for (const value of [
      undefined,
      '',
      'all',
      'none.statistics',
      'statistics.preferences',
      ' none',
    ])
      assert.equal(parseChoices(value), undefined)
  })

  test('how somebody reads survives its cookie, and nonsense is the standard look', () => {
    const reading = {
      language: 'cy',
      textSize: 'larger',
      theme: 'contrast',
      history: 'safer',
    } as const
    assert.deepEqual(parsePreferences(formatPreferences(reading)), reading)
    assert.deepEqual(parsePreferences(formatPreferences(standardPreferences)), standardPreferences)
    assert.equal(parsePreferences('cy.large.dark').history, 'one', 'kept before it could be chosen')
    const strange = [
      '',
      'cy.huge.dark',
      '../.large.dark',
      'cy.large.dark.more',
      '-.large.dark.one.x',
    ]
    for (const value of [undefined, ...strange])
      assert.deepEqual(parsePreferences(value), standardPreferences)
  })

  test('no cookie stays longer than six months', () => {
    for (const { lifetime } of siteCookies)
      assert.ok(lifetime === 'session' || lifetime <= 6 * 31 * 24 * 60 * 60)
  })
})
