/** Shows fingerprints, and gives colleagues the desk key. Without it the page only says who has it. */
import { html, render } from 'lit-html'
import type { DeskKeyGrant } from '../../officers/desk-key.ts'
import { fingerprintOf } from '../../sealing/fingerprint.ts'
import { parseRecipient, recipientOf } from '../../sealing/identity.ts'
import { seal } from '../../sealing/seal.ts'
import { ask, outcomeOf } from '../ask.client.ts'
import { findIdentity } from '../keys/key-ring.client.ts'
import { openDeskKey } from '../keys/open-desk-key.ts'
import { part } from '../parts.client.ts'
import { pageData, say } from '../script-words.client.ts'

interface Colleague {
  readonly id: string
  readonly name: string
  readonly recipient: string
}

interface TeamData {
  readonly officer: string
  readonly officers: readonly Colleague[]
  readonly grants: readonly DeskKeyGrant[]
}

export async function grantKeys(page: HTMLElement): Promise<void> {
  const { officer, officers, grants } = pageData<TeamData>()
  const identity = await findIdentity()
  for (const one of officers) {
    // One's own is worked out from one's own key: the server could show another's.
    const recipient =
      one.id === officer && identity !== undefined
        ? await recipientOf(identity)
        : parseRecipient(one.recipient)
    part(page, `[data-fingerprint="${one.id}"]`).textContent = fingerprintOf(recipient)
    const cell = page.querySelector<HTMLElement>(`[data-grant="${one.id}"]`)
    if (cell !== null && grants.length > 0) offer(page, cell, one)
  }
}

function offer(page: HTMLElement, cell: HTMLElement, colleague: Colleague): void {
  const { name } = colleague
  const confirm = () => {
    const fingerprint = fingerprintOf(parseRecipient(colleague.recipient))
    render(
      html`<div class="desk-note"><p>${say('desk.grant.compare', { name })}</p><p class="desk-fingerprint">${fingerprint}</p><p class="desk-actions"><button type="button" class="govuk-button" @click=${() => give(page, colleague)}>${say('desk.grant.same')}</button><button type="button" class="govuk-button govuk-button--secondary" @click=${start}>${say('desk.grant.different')}</button></p></div>`,
      cell,
    )
  }
  const start = () =>
    render(
      html`<button type="button" class="govuk-button govuk-button--secondary" @click=${confirm}>${say('desk.grant.give')}</button>`,
      cell,
    )
  cell.replaceChildren()
  start()
}

async function give(page: HTMLElement, colleague: Colleague): Promise<void> {
  const progress = part(page, '[data-progress]')
  progress.textContent = say('desk.grant.giving')
  const outcome = await sealAndSend(colleague).catch(() => 'broken')
  if (outcome === 'granted') return location.reload()
  const locked = outcome === 'locked' || outcome === 'signed-out'
  progress.textContent = say(locked ? 'desk.grant.locked' : 'desk.grant.not-given')
}

async function sealAndSend({ id, recipient }: Colleague): Promise<string> {
  const identity = await findIdentity()
  const grants: { epoch: number; sealed: string }[] = []
  for (const grant of pageData<TeamData>().grants) {
    const deskKey = await openDeskKey(grant, identity)
    if (deskKey.outcome !== 'opened') return deskKey.outcome
    const sealed = await seal(deskKey.identity, [parseRecipient(recipient)])
    grants.push({ epoch: grant.epoch, sealed })
  }
  return outcomeOf(await ask('/grants', { officer: id, grants }))
}
