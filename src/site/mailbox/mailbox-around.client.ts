/** What every deed in the mailbox works with. */

import type { Words } from '../../ui/words.ts'
import type { MountedFiles } from '../files/files.client.ts'
import type { HandedProof } from './handed-out.ts'
import type { Place } from './mailbox-place.client.ts'
import type {
  AskedNotice,
  MailboxLine,
  Session,
  Trouble,
  Unsent,
} from './mailbox-session.client.ts'
import type { ScriptData } from './script-data.ts'
import type { Speaking } from './speaking.ts'

export interface Around {
  readonly place: Place
  readonly speaking: Speaking
  readonly line: MailboxLine
  readonly data: ScriptData
  /** What is open. Nothing of it outlives closing. */
  held: Held | undefined
}

export interface Held {
  session: Session
  /** By what was said: what was sealed and did not surely arrive. */
  readonly unsent: Map<string, Unsent>
  readonly stopWatching: () => void
  proof?: HandedProof
  /** The notice that was looked at, and not agreed yet. */
  wanted?: Extract<AskedNotice, { readonly address: string }> | undefined
  files?: MountedFiles | undefined
}

export function troubleInWords(words: Words, trouble: Trouble): string {
  if (trouble === 'full') return words('mailbox.write.full')
  return words(trouble === 'unknown' ? 'mailbox.script.gone' : `mailbox.script.${trouble}`)
}

/** What is in a field of a form; empty where nothing is chosen. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}
