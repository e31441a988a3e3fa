/** Makes the keys and sends what may be sent. Without it nobody can enrol. */
import { ask, outcomeOf } from '../ask.client.ts'
import { painted, part } from '../parts.client.ts'
import { pageData, say } from '../script-words.client.ts'
import { makeEnrolment } from './make-enrolment.ts'
import type { PassphraseChoice } from './passphrase-choice.client.ts'

export interface Link {
  readonly secret: string
  readonly name: string
  readonly role: string
  readonly makesDeskKey: boolean
}

/** What the link says, or why it leads nowhere. */
export async function readLink(secret: string): Promise<Link | string> {
  if (!/^[\w-]{43}$/.test(secret)) return 'no-secret'
  const answer = await ask('/invitation', { secret })
  const { name, role, makesDeskKey } = answer.body
  if (answer.status !== 200) return outcomeOf(answer)
  return { secret, name: String(name), role: String(role), makesDeskKey: makesDeskKey === true }
}

/**
 * What came of it; `enrolled-first` for who made the desk's key. Reads the link anew each time: a
 * colleague may have made that key in the meantime.
 */
export async function sendEnrolment(
  page: HTMLElement,
  secret: string,
  choice: PassphraseChoice,
): Promise<string> {
  const name = part<HTMLInputElement>(page, '#name').value
  const isNamed = part(page, '[data-name]').hidden || name.trim() !== ''
  const wrong = isNamed ? wrongWith(choice) : 'name-missing'
  if (wrong !== undefined) return wrong
  const link = await readLink(secret)
  if (typeof link === 'string') return link
  const made = await makeEnrolment(choice.passphrase(), link.makesDeskKey, async (step) => {
    part(page, '[data-progress]').textContent = say(`desk.enrol.step-${step}`)
    await painted()
  })
  const named = link.name === '' ? { name } : {}
  const outcome = outcomeOf(await ask('/enrolments', { secret, ...named, ...made }))
  return outcome === 'enrolled' && link.makesDeskKey ? 'enrolled-first' : outcome
}

function wrongWith(choice: PassphraseChoice): string | undefined {
  const { shortest } = pageData<{ shortest: number }>()
  if ([...choice.passphrase()].length < shortest) return 'too-short'
  return choice.isRepeated() ? undefined : 'not-repeated'
}
