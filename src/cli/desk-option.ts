import type { Config } from '../config.ts'
import type { DeskConfig } from '../sites.ts'
import { type Call, UsageError } from './command.ts'

export const deskOption = { desk: { type: 'string' } } as const

/** The desk that `--desk` names, or the only one. */
export function deskOf({ desks }: Config, call: Call): DeskConfig {
  const id = call.option('desk')
  const known = `Desks here: ${desks.map((desk) => desk.id).join(', ')}.`
  if (id === undefined && desks.length > 1)
    throw new UsageError(`Say which: --desk <desk>. ${known}`)
  const desk = id === undefined ? desks[0] : desks.find((one) => one.id === id)
  if (desk === undefined) throw new UsageError(`There is no desk “${id}”. ${known}`)
  return desk
}
