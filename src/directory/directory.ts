import { join } from 'node:path'
import * as v from 'valibot'
import { ContentFault, checkContent, parseContent, readContent } from '../advice/content-file.ts'
import { type Organization, organizationSchema } from './organization.ts'
import { isActive, type Service, serviceSchema } from './service.ts'

export type Directory = Readonly<{
  /** In the order of the file, each with its active services; without those that have stopped. */
  organizations: readonly Organization[]
  services: readonly Service[]
}>

const directorySchema = v.strictObject({
  organizations: v.array(organizationSchema, 'must be a list of organizations'),
  services: v.array(serviceSchema, 'must be a list of services'),
})

type DirectoryFile = v.InferOutput<typeof directorySchema>

/**
 * The organizations that support people, from `content/organizations.json`.
 *
 * @throws ContentFault naming the file, the field and how to mend it
 */
export function loadDirectory(contentDir: string): Directory {
  const file = join(contentDir, 'organizations.json')
  const entries = checkContent(file, directorySchema, parseContent(file, readContent(file)))
  checkIds(file, entries)
  const services = entries.services.filter(isActive)
  return {
    organizations: entries.organizations
      .filter((organization) => isOpen(organization.id, entries.services))
      .map((organization) => ({
        ...organization,
        services: servicesOf(organization.id, services),
      })),
    services,
  }
}

export function findOrganization(directory: Directory, id: string): Organization | undefined {
  return directory.organizations.find((organization) => organization.id === id)
}

export function findService(directory: Directory, id: string): Service | undefined {
  return directory.services.find((service) => service.id === id)
}

/** The organizations a person can turn to. */
export function supportingOrganizations(directory: Directory): readonly Organization[] {
  return directory.organizations.filter(({ services }) => services.length > 0)
}

/** The organizations that are there for more information only. */
export function informingOrganizations(directory: Directory): readonly Organization[] {
  return directory.organizations.filter(({ services }) => services.length === 0)
}

/** Nobody is sent to an organization whose every service has stopped. */
function isOpen(organizationId: string, services: readonly Service[]): boolean {
  const own = servicesOf(organizationId, services)
  return own.length === 0 || own.some(isActive)
}

function servicesOf(organizationId: string, services: readonly Service[]): readonly Service[] {
  return services.filter((service) => service.organization_id === organizationId)
}

function checkIds(file: string, { organizations, services }: DirectoryFile): void {
  const owners = new Set(organizations.map(({ id }) => id))
  const lost = services.find((service) => !owners.has(service.organization_id))
  if (lost !== undefined) {
    throw new ContentFault(file, lost.name, `no organization has the id ${lost.organization_id}`)
  }
  const taken = new Set<string>()
  for (const { id, name } of [...organizations, ...services, ...services.flatMap(partsOf)]) {
    if (taken.has(id))
      throw new ContentFault(file, name, `the id ${id} is used twice; make a new one`)
    taken.add(id)
  }
}

function partsOf({ name, ...service }: Service): { id: string; name: string }[] {
  const parts = [
    ...service.phones,
    ...service.languages,
    ...service.schedules,
    ...service.service_areas,
    ...service.attributes,
  ]
  return parts.map(({ id }) => ({ id, name }))
}
