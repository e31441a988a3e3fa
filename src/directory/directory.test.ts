import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { ContentFault } from '../advice/content-file.ts'
import {
  findOrganization,
  findService,
  informingOrganizations,
  loadDirectory,
  supportingOrganizations,
} from './directory.ts'

test('a person finds all nine organisations of the front page, and where to read more', () => {
  const directory = loadDirectory('content')
  assert.deepEqual(
    supportingOrganizations(directory).map(({ name }) => name),
    [
      'Modern Slavery Helpline',
      'The Salvation Army',
      'Migrant Help',
      'Stop the Traffik',
      'Kalayaan',
      'Medaille Trust',
      'Barnardo’s',
      'NSPCC',
      'Human Trafficking Foundation',
    ],
  )
  assert.deepEqual(
    informingOrganizations(directory).map(({ website }) => website),
    ['https://www.nationalcrimeagency.gov.uk'],
  )
})

test('what was found once is found again by its id', () => {
  const directory = loadDirectory('content')
  for (const service of directory.services) {
    assert.equal(findService(directory, service.id), service)
    const owner = findOrganization(directory, service.organization_id)
    assert.ok(owner?.services.includes(service))
  }
  assert.equal(findService(directory, randomUUID()), undefined)
})

test('nobody is sent to a service that has stopped', (context) => {
  const organization = anOrganization()
  const open = aService(organization.id)
  const stopped = { ...aService(organization.id), status: 'defunct' }
  const closed = anOrganization()
  const file = {
    organizations: [organization, closed],
    services: [open, stopped, { ...aService(closed.id), status: 'temporarily closed' }],
  }
  const directory = loadDirectory(contentWith(context, file))
  assert.deepEqual(
    directory.organizations.map(({ id, services }) => [id, services.map((service) => service.id)]),
    [[organization.id, [open.id]]],
  )
})

test('a wrong entry stops the start, naming the field and how to mend it', (context) => {
  const organization = anOrganization()
  const service = aService(organization.id)
  const phone = { id: randomUUID(), number: '0800 80O 3733' }
  const cases: [object, RegExp][] = [
    [{ organizations: [{ ...organization, id: '1' }], services: [] }, /0\.id: must be a UUID/],
    [{ organizations: [{ ...organization, website: 'x' }], services: [] }, /website: must be an/],
    [
      { organizations: [organization], services: [{ ...service, phones: [phone] }] },
      /number: must/,
    ],
    [{ organizations: [organization], services: [{ ...service, status: 'open' }] }, /status: must/],
    [{ organizations: [organization], services: [aService(randomUUID())] }, /no organization has/],
    [{ organizations: [organization], services: [service, service] }, /is used twice/],
  ]
  for (const [file, message] of cases) {
    assert.throws(
      () => loadDirectory(contentWith(context, file)),
      (error) => error instanceof ContentFault && message.test(error.message),
      String(message),
    )
  }
})

function anOrganization() {
  return {
    id: randomUUID(),
    name: 'Helpers',
    description: 'They help.',
    website: 'https://helpers.example',
  }
}

function aService(organizationId: string) {
  return {
    id: randomUUID(),
    organization_id: organizationId,
    name: 'Help',
    description: 'Helps.',
    status: 'active',
  }
}

function contentWith(context: TestContext, file: object): string {
  const dir = mkdtempSync(join(tmpdir(), 'content-'))
  context.after(() => rmSync(dir, { recursive: true }))
  writeFileSync(join(dir, 'organizations.json'), JSON.stringify(file))
  return dir
}
