import { type OpenedMessage, openMessages } from '../../mailbox/sealed-message.ts'
import type { DeskKeyGrant } from '../../officers/desk-key.ts'
import { readReport } from '../../reports/read-report.ts'
import type { Report } from '../../reports/report.ts'
import { type Identity, parseIdentity } from '../../sealing/identity.ts'
import { open } from '../../sealing/seal.ts'
import { openDeskKey } from '../keys/open-desk-key.ts'
import type { HandedFile } from './handed-file.ts'
import type { HandedMessage } from './handed-message.ts'

/** What the server hands out of one report. Nothing in it says anything without the desk key. */
export interface HandedOut {
  readonly reference: string
  readonly envelope: string
  readonly body: string
  /** What was written since, oldest first. */
  readonly messages: readonly HandedMessage[]
  /** What was added to it; the bytes of each are asked for one by one. */
  readonly files: readonly HandedFile[]
  /** The desk key of this report’s epoch, sealed to this officer; absent when they were never given it. */
  readonly grant: DeskKeyGrant | undefined
}

export type OpenedReport =
  | (Talk & { readonly outcome: 'opened'; readonly report: Report })
  /** It opened, and is not of a shape that we know: shown as it stands. */
  | (Talk & { readonly outcome: 'unreadable'; readonly text: string })
  | { readonly outcome: 'locked' | 'missing-key' | 'wrong-key' | 'damaged' | 'swapped' }

/** What officers and the reporter write to each other. */
interface Talk {
  /** Opens everything of the report, and what is added is sealed to it. */
  readonly key: Identity
  readonly messages: readonly OpenedMessage<HandedMessage>[]
  readonly files: readonly HandedFile[]
}

/** Grant, desk key, envelope, report: each opens the next. Only ever in the officer’s browser. */
export async function openReport(
  sealed: HandedOut,
  identity: Identity | undefined,
): Promise<OpenedReport> {
  const deskKey = await openDeskKey(sealed.grant, identity)
  if (deskKey.outcome !== 'opened') return deskKey
  const envelope = await open(sealed.envelope, deskKey.identity)
  if (envelope.outcome !== 'opened') return envelope
  const reportKey = identityIn(envelope.text)
  const body = await open(sealed.body, reportKey)
  // The envelope holds the one key of this body. If that does not fit, the two are not a pair.
  if (body.outcome !== 'opened' || reportKey === undefined) return { outcome: 'damaged' }
  const report = readReport(body.text)
  if (report !== undefined && report.reference !== sealed.reference) return { outcome: 'swapped' }
  const messages = await openMessages(sealed.messages, reportKey)
  const talk = { key: reportKey, messages, files: sealed.files }
  return report === undefined
    ? { outcome: 'unreadable', text: body.text.trimEnd(), ...talk }
    : { outcome: 'opened', report, ...talk }
}

function identityIn(text: string): Identity | undefined {
  try {
    return parseIdentity(text)
  } catch {
    return undefined
  }
}
