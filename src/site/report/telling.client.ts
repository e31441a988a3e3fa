/** Telling us in one document. Without it every form of the journey is posted and sealed on arrival. */
import { ask } from '../ask-site.client.ts'
import { prefix } from './one-document.client.ts'
import type { ScriptJourney } from './script-journey.ts'
import { takeOver } from './take-over.client.ts'

// A browser that lacks one of these could not seal; it goes on without script.
const canSeal =
  typeof crypto?.getRandomValues === 'function' &&
  typeof TransformStream === 'function' &&
  typeof BigInt === 'function'

const { status, body } = canSeal ? await ask(`${prefix}/a/s/journey`) : { status: 0, body: {} }
if (status === 200) takeOver(body as unknown as ScriptJourney)
