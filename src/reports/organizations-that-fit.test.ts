import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadDirectory, supportingOrganizations } from '../directory/directory.ts'
import { humanTrafficking } from './human-trafficking.ts'
import { organizationsThatFit } from './organizations-that-fit.ts'
import type { Answers } from './question.ts'

const organizations = supportingOrganizations(loadDirectory('content'))

function names(answers: Answers, language = 'en'): readonly string[] {
  return organizationsThatFit(answers, language, organizations).map(({ name }) => name)
}

test('whoever says little is shown who answers everyone', () => {
  for (const answers of [{}, { role: { role: 'unknown' } }, { role: { role: 'danger' } }])
    assert.deepEqual(names(answers), [
      'Modern Slavery Helpline',
      'The Salvation Army',
      'Migrant Help',
    ])
})

test('a person who is made to work in a private home sees first who helps with that', () => {
  const answers: Answers = { role: { role: 'self' }, signs: { signs: ['pay', 'home'] } }
  assert.equal(names(answers)[0], 'Kalayaan')
  assert.ok(!names({ ...answers, signs: { signs: ['pay'] } }).includes('Kalayaan'))
})

test('where a child is involved, those for children come first, and others stay', () => {
  const child: Answers = { 'danger-now': { children: 'yes' } }
  for (const role of ['self', 'other'])
    assert.deepEqual(names({ ...child, role: { role } }).slice(0, 3), [
      'NSPCC',
      'Barnardo’s',
      'Modern Slavery Helpline',
    ])
  const unknown: Answers = { role: { role: 'other' }, 'danger-now': { children: 'unknown' } }
  assert.ok(!names(unknown).includes('Barnardo’s'))
})

test('only a professional is sent to those who advise professionals', () => {
  const foundation = 'Human Trafficking Foundation'
  assert.ok(names({ role: { role: 'professional' } }).includes(foundation))
  assert.ok(!names({ role: { role: 'other' } }).includes(foundation))
})

test('among equals, whoever speaks the language comes first', () => {
  const service = { phones: ['1'], attributes: [], languages: [{ code: 'en' }] }
  const english = { name: 'one', services: [service] }
  const polish = { name: 'two', services: [{ ...service, languages: [{ code: 'pl' }] }] }
  const fit = organizationsThatFit({}, 'pl', [english, polish])
  assert.deepEqual(
    fit.map(({ name }) => name),
    ['two', 'one'],
  )
})

test('nobody has to read more than five', () => {
  const many = Array.from({ length: 9 }, () => ({
    services: [{ phones: ['1'], languages: [], attributes: [] }],
  }))
  assert.equal(organizationsThatFit({}, 'en', many).length, 5)
})

test('whom a service is for is said as answers that can really be given', () => {
  const fields = humanTrafficking.questions.flatMap((question) => question.fields)
  const codes = organizations.flatMap(({ services }) =>
    services.flatMap(({ attributes }) => attributes.map((one) => one.taxonomy_term.code)),
  )
  assert.ok(codes.length > 0)
  for (const code of codes) {
    const [name, value] = code.split(':')
    const field = fields.find((one) => one.name === name)
    const values = field && 'options' in field ? field.options.map((option) => option.value) : []
    assert.ok(values.includes(value ?? ''), code)
  }
})
