/** Signs an officer in. Without it nobody can: the passphrase must not leave the browser. */
import { newBoxKey } from '../../sealing/box.ts'
import { parseIdentity } from '../../sealing/identity.ts'
import { type PassphraseKeys, passphraseKeys, type Stretch } from '../../sealing/passphrase.ts'
import { open } from '../../sealing/seal.ts'
import { type Answer, ask, outcomeOf } from '../ask.client.ts'
import { keepIdentity } from '../keys/key-ring.client.ts'
import { painted, part } from '../parts.client.ts'
import { pageData, say } from '../script-words.client.ts'

export function signIn(form: HTMLFormElement): void {
  const fieldset = part<HTMLFieldSetElement>(form, 'fieldset')
  const progress = part(form, '[data-progress]')
  fieldset.disabled = false
  part(form, '#name').focus()
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    progress.classList.remove('desk-progress--problem')
    progress.textContent = say('desk.sign-in.working')
    fieldset.disabled = true
    const problem = await attempt(form).catch(() => say('desk.script.broken'))
    if (problem === undefined) return
    fieldset.disabled = false
    progress.classList.add('desk-progress--problem')
    progress.textContent = problem
    part<HTMLInputElement>(form, '#passphrase').select()
  })
}

/** What went wrong, in words; `undefined` when the officer is in and the next page is coming. */
async function attempt(form: HTMLFormElement): Promise<string | undefined> {
  const name = part<HTMLInputElement>(form, '#name').value
  const passphrase = part<HTMLInputElement>(form, '#passphrase').value
  if (name.trim() === '' || passphrase.trim() === '') return say('desk.sign-in.empty')
  await painted()
  const stretch = await ask('/stretch', { name })
  if (stretch.status !== 200) return problemIn(stretch)
  const keys = await passphraseKeys(passphrase, stretch.body as unknown as Stretch)
  return openSession(name, keys)
}

async function openSession(name: string, keys: PassphraseKeys): Promise<string | undefined> {
  const unlockKey = newBoxKey()
  const answer = await ask('/sessions', { name, proof: keys.proof, unlockKey })
  if (answer.status !== 201) return problemIn(answer)
  const opened = await open(String(answer.body['sealedIdentity']), keys.identity)
  if (opened.outcome !== 'opened') return say('desk.sign-in.damaged')
  keepIdentity(parseIdentity(opened.text), unlockKey)
  location.assign(pageData<{ back: string }>().back)
  return undefined
}

function problemIn(answer: Answer): string {
  const outcome = outcomeOf(answer)
  if (outcome === 'refused') return say('desk.sign-in.refused')
  if (outcome === 'too-soon')
    return say('desk.sign-in.too-soon', { seconds: String(answer.body['waitSeconds']) })
  return say(outcome === 'offline' ? 'desk.script.offline' : 'desk.script.broken')
}
