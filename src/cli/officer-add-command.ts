import type { Config } from '../config.ts'
import { type InvitedOfficer, inviteOfficer } from '../officers/invite-officer.ts'
import { parseRole } from '../officers/officer.ts'
import { officersStores } from '../officers/officers-store.ts'
import { invitableRoles } from '../officers/policy.ts'
import { addressOf, type DeskConfig } from '../sites.ts'
import { type Command, UsageError } from './command.ts'
import { deskOf, deskOption } from './desk-option.ts'
import { withDatabase } from './with-database.ts'

const rolesHere = invitableRoles.join(' or ')

export const officerAddCommand: Command = {
  name: 'officer add',
  usage: '<name> [--role <role>] [--desk <desk>]',
  summary: 'Prints a one-time link with which one person enrols as an officer',
  details: `The role is ${rolesHere}; without --role it is officer.
Give the link to that person alone: whoever opens it first becomes the officer.`,
  words: 1,
  options: { ...deskOption, role: { type: 'string', default: 'officer' } },
  run: (call) =>
    withDatabase(call.environment, async (database, config) => {
      const desk = deskOf(config, call)
      const role = parseRole(call.option('role') ?? '')
      if (role === undefined) throw new UsageError(`A role is ${rolesHere}.`)
      const [name = ''] = call.words
      const invited = await inviteOfficer(officersStores(database), { desk: desk.id, name, role })
      call.say(said(invited, enrolAddress(config, desk)))
    }),
}

function said(invited: InvitedOfficer, address: string): string {
  switch (invited.outcome) {
    case 'invited':
      return `${address}#${invited.secret}\nGood once, until ${invited.expiresAt}.`
    case 'name-wrong':
      throw new UsageError('A name has from 1 to 80 characters.')
    case 'name-taken':
      throw new UsageError('This desk has an officer of that name already. Choose another.')
    case 'role-wrong':
      throw new UsageError(`A role is ${rolesHere}.`)
  }
}

function enrolAddress({ deskPort }: Config, desk: DeskConfig): string {
  return `${addressOf(desk, deskPort)}/enrol`
}
