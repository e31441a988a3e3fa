/** Officers with real keys, made as their browsers make them; slow stretching is left out where a test is about something else. */
import { createHash, randomUUID } from 'node:crypto'
import type { Officer, OfficerId, Role } from '../src/officers/officer.ts'
import type { Lock } from '../src/officers/officer-store.ts'
import { proofHashOf } from '../src/officers/sign-in.ts'
import { type Identity, newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { standardStretch } from '../src/sealing/passphrase.ts'
import { seal } from '../src/sealing/seal.ts'

export interface SampleOfficer {
  readonly officer: Officer
  readonly identity: Identity
  readonly lock: Lock
  /** What the browser shows instead of a passphrase. */
  readonly proof: string
}

export async function sampleOfficer(
  name: string,
  role: Role = 'officer',
  desk = 'main',
): Promise<SampleOfficer> {
  const identity = await newIdentity()
  const recipient = await recipientOf(identity)
  const proof = createHash('sha256').update(name).digest('base64url')
  return {
    officer: {
      id: randomUUID() as OfficerId,
      desk,
      name,
      role,
      recipient,
      enrolledAt: '2026-01-01T00:00:00.000Z',
    },
    identity,
    lock: {
      stretch: { salt: 'c2FtcGxlLXNhbHQtMTYtYg', ...standardStretch },
      proofHash: proofHashOf(proof),
      sealedIdentity: await seal(identity, [recipient]),
    },
    proof,
  }
}
