/** Offers passphrases, or takes the officer's own. Without it nobody can enrol. */
import { newPassphrase } from '../../officers/new-passphrase.ts'
import { tidyPassphrase } from '../../sealing/passphrase.ts'
import { part } from '../parts.client.ts'

export interface PassphraseChoice {
  passphrase(): string
  /** Whether it was typed again as it is. */
  isRepeated(): boolean
}

export function passphraseChoice(form: HTMLFormElement, list: readonly string[]): PassphraseChoice {
  const offered = part(form, '[data-offered]')
  const own = part(form, '[data-own]')
  const shown = part(form, '[data-passphrase]')
  const typed = (id: string) => tidyPassphrase(part<HTMLInputElement>(form, id).value)
  const another = () => {
    shown.textContent = newPassphrase(list)
  }
  const show = (ownOne: boolean) => {
    own.hidden = !ownOne
    offered.hidden = ownOne
    if (ownOne) part(form, '#passphrase').focus()
  }
  const passphrase = () => (own.hidden ? (shown.textContent ?? '') : typed('#passphrase'))
  another()
  onClick(form, 'another', another)
  onClick(form, 'own', () => show(true))
  onClick(form, 'offer', () => show(false))
  return { passphrase, isRepeated: () => typed('#again') === passphrase() }
}

function onClick(form: HTMLFormElement, does: string, what: () => void): void {
  part(form, `[data-does=${does}]`).addEventListener('click', what)
}
