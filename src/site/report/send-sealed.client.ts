/** Sends a report from this browser: sealed first, and as often as it takes to make one report. */
import { digestOfReport, findWork } from '../../intake/work.ts'
import type { DeskKey } from '../../reports/desk-key.ts'
import { type Answer, ask } from '../ask-site.client.ts'
import type { Failed } from './check-page.ts'
import {
  newSecrets,
  type SealedHere,
  type Secrets,
  sealHere,
  type Told,
} from './seal-here.client.ts'

interface Terms {
  readonly challenge: string
  readonly bits: number
}

export type Sending =
  | { readonly outcome: 'sent'; readonly reference: string; readonly secrets: Secrets }
  | { readonly outcome: Failed }

/** One reporter’s sending: what was sealed is kept, so that sending again sends the very same. */
export class Sender {
  readonly #prefix: string
  #key: DeskKey
  #secrets: Secrets | undefined
  #sealed: SealedHere | undefined
  /** Whether it may lie at the server, though no answer came. */
  #isUnsure = false
  #isWarm = false

  /** @param prefix the language that addresses name, `/cy`, or nothing */
  constructor(prefix: string, key: DeskKey) {
    this.#prefix = prefix
    this.#key = key
  }

  /** Seals once, for nobody, so that the browser is quick at it when it is meant. */
  async rehearse(told: Told): Promise<void> {
    if (this.#isWarm) return
    this.#isWarm = true
    // What fails here fails again when it is meant, and is said then.
    await sealHere(told, await newSecrets(), this.#key).catch(() => undefined)
  }

  /** Never throws: whatever fails, nothing unsealed has left, and this can be called again. */
  async send(told: Told): Promise<Sending> {
    // Each further round begins because a name was taken, or the desk has a new key.
    for (let round = 0; round < 4; round += 1) {
      const sending = await this.#attempt(told)
      if (sending !== undefined) return sending
    }
    return { outcome: 'trouble' }
  }

  async #attempt(told: Told): Promise<Sending | undefined> {
    const terms = await ask(`${this.#prefix}/a/s/terms`)
    if (terms.status !== 200) return this.#failed(terms)
    const ready = await this.#ready(told, terms.body as unknown as Terms).catch(() => undefined)
    if (ready === undefined) return { outcome: this.#isUnsure ? 'unsure' : 'seal' }
    const { secrets, sealed, work } = ready
    const answer = await ask(`${this.#prefix}/a/s/report`, { ...sealed, work })
    if (answer.status === 200 || answer.status === 201)
      return { outcome: 'sent', reference: sealed.reference, secrets }
    if (answer.status === 409) return this.#again(answer)
    this.#isUnsure ||= mayHaveArrived(answer)
    return this.#failed(answer)
  }

  /** Everything that is sent, ready to be sent. @throws where sealing fails */
  async #ready(told: Told, { challenge, bits }: Terms) {
    const secrets = this.#secrets ?? (await newSecrets())
    this.#secrets = secrets
    // Until it may have arrived, answers can still change between one sending and the next.
    const sealed =
      this.#isUnsure && this.#sealed !== undefined
        ? this.#sealed
        : await sealHere(told, secrets, this.#key)
    this.#sealed = sealed
    // A little computing, when much comes in: it shows that this is not one of ten thousand.
    const nonce = await findWork(challenge, bits, digestOfReport(sealed))
    return { secrets, sealed, work: { challenge, nonce } }
  }

  /** It is certain that nothing was stored: it is sealed anew. */
  #again({ body }: Answer): undefined {
    this.#isUnsure = false
    this.#sealed = undefined
    if (body['problem'] === 'new-key') this.#key = body['key'] as DeskKey
  }

  #failed({ status, body }: Answer): Sending {
    if (this.#isUnsure) return { outcome: 'unsure' }
    if (status === 0) return { outcome: 'offline' }
    return { outcome: body['problem'] === 'closed' ? 'closed' : 'trouble' }
  }
}

// A server that is in trouble may have stored it just before; one that is closed has not.
function mayHaveArrived({ status, body }: Answer): boolean {
  return status === 0 || (status >= 500 && body['problem'] !== 'closed')
}
