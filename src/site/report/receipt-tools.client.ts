/** What can be done with a receipt on its page. Without it the receipt is there to be written down. */
import type { Receipt } from '../../sealing/receipt.ts'
import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { put } from '../markup.client.ts'
import { part } from './one-document.client.ts'

interface Tools {
  readonly words: Words
  readonly receipt: Receipt
  /** The script that draws the receipt; asked for only when somebody wants the drawing. */
  readonly codeScript: string
}

type Deed = (tools: Tools) => string | Promise<string>

const deeds: Readonly<Record<string, Deed>> = { copy, hide, print: printPage, code }

export function showReceiptTools(tools: Tools): void {
  const place = part('[data-receipt]')
  if (place === undefined) return
  const { words } = tools
  const tool = (name: string, text: string): Html =>
    button({
      text,
      type: 'button',
      classes: 'govuk-button--secondary',
      attributes: { 'data-tool': name },
    })
  put(
    place,
    html`<div class="govuk-button-group">${tool('copy', words('telling.copy'))}${tool('hide', words('telling.hide'))}${tool('print', words('telling.print'))}${tool('code', words('telling.code'))}</div><p class="govuk-body">${words('common.stays')}</p><p class="govuk-body" role="status"></p><div data-code></div>`,
  )
  place.addEventListener('click', ({ target }) => void use(target, tools))
}

async function use(target: EventTarget | null, tools: Tools): Promise<void> {
  const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-tool]') : null
  const deed = deeds[pressed?.dataset['tool'] ?? '']
  const said = part('[data-receipt] [role=status]')
  if (deed !== undefined && said !== undefined) said.textContent = await deed(tools)
}

async function copy({ words, receipt }: Tools): Promise<string> {
  try {
    await navigator.clipboard.writeText(receipt)
    return words('telling.copied')
  } catch {
    return words('telling.not-copied')
  }
}

/** Somebody looks over a shoulder: the receipt goes from the screen, and comes back when asked. */
function hide({ words, receipt }: Tools): string {
  const shown = part('#receipt')
  const control = part('[data-tool=hide]')
  const isHidden = control?.dataset['hidden'] === 'yes'
  if (shown === undefined || control === undefined) return ''
  const plain = receipt.replaceAll('-', ' ')
  shown.textContent = isHidden ? plain : plain.replaceAll(/\S/g, '•')
  control.dataset['hidden'] = isHidden ? 'no' : 'yes'
  control.textContent = words(isHidden ? 'telling.hide' : 'telling.show')
  part('[data-code]')?.replaceChildren()
  return isHidden ? '' : words('telling.hidden')
}

function printPage(): string {
  print()
  return ''
}

async function code({ words, receipt, codeScript }: Tools): Promise<string> {
  const place = part('[data-code]')
  if (place === undefined) return ''
  try {
    const { receiptCode } = await import(codeScript)
    put(place, receiptCode(receipt, words('telling.code-name')))
    return ''
  } catch {
    return words('telling.code-failed')
  }
}
