import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  informingOrganizations,
  loadDirectory,
  supportingOrganizations,
} from '../../directory/directory.ts'
import { loadWords } from '../../ui/load-words.ts'
import { organizationsPage } from './organizations-page.ts'

const directory = loadDirectory('content')
const view = {
  words: loadWords('content', 'en'),
  locale: 'en',
  supporting: supportingOrganizations(directory),
  informing: informingOrganizations(directory),
}

test('a person reads what each organisation does and can ring it or open its page', () => {
  const page = String(organizationsPage(view))
  for (const { id, description, website, services } of directory.organizations) {
    assert.ok(page.includes(`id="organization-${id}"`))
    assert.ok(page.includes(description))
    assert.ok(page.includes(`href="${website}" rel="noreferrer"`))
    for (const { phones } of services) {
      for (const { number } of phones) assert.ok(page.includes(`tel:${number.replaceAll(' ', '')}`))
    }
  }
})

test('leaving for another site is explained before the links', () => {
  const page = String(organizationsPage(view))
  assert.ok(page.indexOf('They will show in your history') < page.indexOf('rel="noreferrer"'))
})

test('nothing claims that a person checked an entry when nobody has', () => {
  assert.doesNotMatch(String(organizationsPage(view)), /Last checked by a person/)
  const [organization] = view.supporting
  assert.ok(organization)
  const services = organization.services.map((service) => ({
    ...service,
    assured_date: '2026-11-22',
  }))
  const page = organizationsPage({ ...view, supporting: [{ ...organization, services }] })
  assert.match(String(page), /Last checked by a person on 22 November 2026/)
})

test('a page in another language marks what the directory says in English', () => {
  assert.match(String(organizationsPage({ ...view, locale: 'ar' })), /<p[^>]* lang="en" dir="ltr">/)
})
