import { createHash, timingSafeEqual } from 'node:crypto'
import type { BoxKey } from '../sealing/box.ts'
import { type Stretch, standardStretch } from '../sealing/passphrase.ts'
import type { Sealed } from '../sealing/seal.ts'
import { counterFor, type Familiar, newFamiliar } from './familiar-browser.ts'
import type { Officer, SignInName } from './officer.ts'
import type { OfficerStore } from './officer-store.ts'
import { keyedHash, type Secret } from './secret.ts'
import { newSession } from './session.ts'
import type { SessionStore } from './session-store.ts'
import type { SignInFailureStore } from './sign-in-failure-store.ts'
import { waitBefore } from './sign-in-pace.ts'

export interface SignInDeps {
  readonly officers: OfficerStore
  readonly sessions: SessionStore
  readonly failures: SignInFailureStore
  readonly secretKey: Buffer
}

export interface Attempt {
  readonly desk: string
  readonly name: SignInName
  /** What the passphrase gave in the browser, base64url. */
  readonly proof: string
  /** Made by the browser, for this session. */
  readonly unlockKey: BoxKey
  /** The browser’s mark from an earlier sign-in, if it has one. */
  readonly familiar: string | undefined
}

export type SignedIn =
  | {
      readonly outcome: 'signed-in'
      readonly secret: Secret
      readonly officer: Officer
      readonly sealedIdentity: Sealed
      readonly familiar: Familiar
    }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'too-soon'; readonly waitSeconds: number }

/**
 * Lets an officer in who shows the proof. An unknown name and a wrong passphrase are one outcome,
 * come after the same work, and slow down alike: names cannot be found out here.
 */
export async function signIn(deps: SignInDeps, attempt: Attempt, now: Date): Promise<SignedIn> {
  const { desk, name } = attempt
  const counter = counterFor(deps.secretKey, attempt, attempt.familiar)
  const failures = await deps.failures.find(desk, counter)
  const wait = waitBefore(failures, now)
  if (wait > 0) return tooSoon(wait)
  if (!(await deps.failures.count({ desk, counter, seen: failures }, now))) return tooSoon(1000)
  const found = await deps.officers.findToSignIn(desk, name)
  if (!isProof(attempt.proof, found?.lock.proofHash) || found === undefined)
    return { outcome: 'refused' }
  await deps.failures.clear(desk, counter)
  const { secret, session } = newSession(found.officer.id, attempt.unlockKey, now)
  await deps.sessions.add(session)
  return {
    outcome: 'signed-in',
    secret,
    officer: found.officer,
    sealedIdentity: found.lock.sealedIdentity,
    familiar: newFamiliar(deps.secretKey, attempt),
  }
}

/** How an officer’s passphrase is stretched. A name that nobody has gets one too, always the same. */
export async function stretchFor(
  deps: Pick<SignInDeps, 'officers' | 'secretKey'>,
  desk: string,
  name: SignInName,
): Promise<Stretch> {
  const fake = keyedHash(deps.secretKey, 'stretch', desk, name).subarray(0, 16)
  const found = await deps.officers.findToSignIn(desk, name)
  return found?.lock.stretch ?? { salt: fake.toString('base64url'), ...standardStretch }
}

/** SHA-256 of a proof, in hex. The proof has 256 bits, so it needs no slow hash. */
export function proofHashOf(proof: string): string {
  return createHash('sha256').update(proof).digest('hex')
}

function isProof(proof: string, hash: string | undefined): boolean {
  const expected = Buffer.from(hash ?? proofHashOf('nobody has this name'), 'hex')
  return timingSafeEqual(Buffer.from(proofHashOf(proof), 'hex'), expected) && hash !== undefined
}

function tooSoon(milliseconds: number): SignedIn {
  return { outcome: 'too-soon', waitSeconds: Math.ceil(milliseconds / 1000) }
}
