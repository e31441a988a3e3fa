import { newIdentity, recipientOf } from '../../sealing/identity.ts'
import { newStretch, passphraseKeys } from '../../sealing/passphrase.ts'
import { seal } from '../../sealing/seal.ts'

export type EnrolmentStep = 'key' | 'passphrase' | 'desk-key'

/**
 * What a new officer’s browser sends: public halves and sealed things, and never what opens them.
 *
 * @param step is called, and waited for, before each piece of slow work
 */
export async function makeEnrolment(
  passphrase: string,
  withDeskKey: boolean,
  step: (step: EnrolmentStep) => Promise<void>,
) {
  await step('key')
  const identity = await newIdentity()
  const recipient = await recipientOf(identity)
  await step('passphrase')
  const stretch = newStretch()
  const keys = await passphraseKeys(passphrase, stretch)
  const sealedIdentity = await seal(identity, [await recipientOf(keys.identity)])
  const made = { recipient, sealedIdentity, stretch, proof: keys.proof }
  if (!withDeskKey) return made
  await step('desk-key')
  const deskKey = await newIdentity()
  return {
    ...made,
    deskKey: { recipient: await recipientOf(deskKey), sealed: await seal(deskKey, [recipient]) },
  }
}
