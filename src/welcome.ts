import type { Context } from './context.ts'
import { firstAdministratorLink } from './officers/invite-officer.ts'
import { officersStores } from './officers/officers-store.ts'
import { addressOf, type DeskConfig, isSecure, type SiteConfig } from './sites.ts'

export interface OpenDoor {
  readonly name: 'site' | 'desk'
  readonly port: number
}

/**
 * What whoever started the service reads: where it is, what to do first, how to stop it. A link to
 * enrol is shown for every desk that has no administrator; it works once.
 */
export async function welcome(context: Context, doors: readonly OpenDoor[]): Promise<string> {
  const { config } = context
  const lines = doors.flatMap(({ name, port }) =>
    name === 'site'
      ? config.sites.map((site) => `  Site  ${addressOf(site, port)}  ${site.name}`)
      : config.desks.map((desk) => `  Desk  ${addressOf(desk, port)}  ${desk.name}`),
  )
  const desk = doors.find(({ name }) => name === 'desk')
  const links = desk === undefined ? [] : await firstLinks(context, desk.port)
  return [
    '',
    ...lines,
    '',
    ...warnings(config.sites),
    ...links,
    '  To stop, press Ctrl+C.',
    '',
    '',
  ].join('\n')
}

// On the machine itself and on an onion address nobody can listen in; anywhere else they can.
function warnings(sites: readonly SiteConfig[]): string[] {
  const open = sites.filter(
    (site) => !isSecure(site) && !/\/\/(localhost|[\w-]+\.onion)(:|$)/.test(site.origin),
  )
  return open.flatMap(({ id }) => [
    `  ${id}.yaml: the origin begins with http, so what people send can be read on its way. Use https.`,
    '',
  ])
}

async function firstLinks({ config, database, now }: Context, port: number): Promise<string[]> {
  const stores = officersStores(database)
  const links = await Promise.all(
    config.desks.map(async (desk) => {
      const secret = await firstAdministratorLink(stores, desk.id, now())
      return secret === undefined ? [] : firstLink(desk, port, secret)
    }),
  )
  return links.flat()
}

function firstLink(desk: DeskConfig, port: number, secret: string): string[] {
  return [
    `  ${desk.name} has no officer yet, so nobody can tell you anything online. Enrol the first:`,
    `  ${addressOf(desk, port)}/enrol#${secret}`,
    '  The link works once, for seven days. Each start makes a new one until it is used.',
    '',
  ]
}
