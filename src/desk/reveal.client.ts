/** Lets an officer see a passphrase while typing it. Without it the passphrase stays dots. */
import { say } from './script-words.client.ts'

export function reveal(button: HTMLButtonElement): void {
  button.addEventListener('click', () => {
    const field = document.getElementById(button.dataset['reveal'] ?? '')
    if (!(field instanceof HTMLInputElement)) return
    const shown = field.type === 'text'
    field.type = shown ? 'password' : 'text'
    button.setAttribute('aria-pressed', String(!shown))
    button.textContent = say(shown ? 'desk.script.show' : 'desk.script.hide')
    field.focus()
  })
}
