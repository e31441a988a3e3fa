/** Makes an officer's keys. Without it nobody can enrol: the keys must be made in the browser. */
import { ask, outcomeOf } from '../ask.client.ts'
import { part } from '../parts.client.ts'
import { type DeskKey, pageData, say } from '../script-words.client.ts'
import { type PassphraseChoice, passphraseChoice } from './passphrase-choice.client.ts'
import { type Link, readLink, sendEnrolment } from './send-enrolment.client.ts'

const problems: Readonly<Record<string, DeskKey>> = {
  'invitation-gone': 'desk.enrol.gone',
  'name-missing': 'desk.enrol.name-missing',
  'name-taken': 'desk.enrol.name-taken',
  'desk-key-exists': 'desk.enrol.key-exists',
  'desk-key-missing': 'desk.enrol.key-exists',
  'no-secret': 'desk.enrol.no-secret',
  'too-short': 'desk.enrol.too-short',
  'not-repeated': 'desk.enrol.not-repeated',
  offline: 'desk.script.offline',
}

export async function enrol(page: HTMLElement): Promise<void> {
  const state = part(page, '[data-state]')
  // Another link pasted into the same tab changes only what follows the `#`.
  addEventListener('hashchange', () => location.reload())
  // Out of the address bar and the history at once: the link is good for whoever reads it.
  const secret = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
  const link = await readLink(secret)
  const list = await ask('/passphrase-words')
  if (typeof link === 'string' || list.status !== 200) {
    state.textContent = problem(typeof link === 'string' ? link : outcomeOf(list))
    return
  }
  state.hidden = true
  const form = showForm(page, link)
  const choice = passphraseChoice(form, list.body as unknown as string[])
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit(page, secret, choice)
  })
}

function showForm(page: HTMLElement, { name, role }: Link): HTMLFormElement {
  const form = part<HTMLFormElement>(page, 'form')
  const sentence = name === '' ? 'desk.enrol.who-first' : 'desk.enrol.who'
  part(form, '[data-who]').textContent = say(sentence, { name, role })
  part(form, '[data-name]').hidden = name !== ''
  form.hidden = false
  return form
}

async function submit(page: HTMLElement, secret: string, choice: PassphraseChoice): Promise<void> {
  const progress = part(page, '[data-progress]')
  const button = part<HTMLButtonElement>(page, 'button[type=submit]')
  button.disabled = true
  progress.classList.remove('desk-progress--problem')
  const outcome = await sendEnrolment(page, secret, choice).catch(() => 'broken')
  button.disabled = false
  if (outcome === 'enrolled' || outcome === 'enrolled-first')
    return finish(page, outcome === 'enrolled-first')
  progress.classList.add('desk-progress--problem')
  progress.textContent = problem(outcome)
}

function finish(page: HTMLElement, first: boolean): void {
  const done = part(page, '[data-done]')
  part(page, 'form').remove()
  part(done, first ? '[data-first]' : '[data-waiting]').hidden = false
  done.hidden = false
  done.focus()
}

function problem(outcome: string): string {
  const { shortest } = pageData<{ shortest: number }>()
  return say(problems[outcome] ?? 'desk.script.broken', { count: shortest })
}
