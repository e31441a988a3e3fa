/** Who sends what to whom, for tests that send. */
import type { Database } from '../src/database/database.ts'
import { draftStore } from '../src/reports/draft-store.ts'
import { humanTrafficking } from '../src/reports/human-trafficking.ts'
import { sealReport } from '../src/reports/seal-report.ts'
import { sendingStore } from '../src/reports/sending-store.ts'
import type { Means, Sending } from '../src/reports/submit-report.ts'
import type { BoxKey } from '../src/sealing/box.ts'
import type { Recipient } from '../src/sealing/identity.ts'
import { loadWords } from '../src/ui/load-words.ts'
import { calmDay } from './sample-admission.ts'

const words = loadWords('content', 'en')

export function sampleMeans(database: Database): Means {
  return {
    drafts: draftStore(database),
    sending: sendingStore(database),
    seal: sealReport,
    ...calmDay,
    secretKey: Buffer.alloc(32, 7),
  }
}

/** From the site `harbour` to the desk `main`, whose key is of epoch 1. */
export function sampleSending(draftKey: BoxKey, recipient: Recipient): Sending {
  return {
    draftKey,
    journey: humanTrafficking,
    site: 'harbour',
    desk: 'main',
    deskKey: { epoch: 1, recipient },
    language: 'en',
    words,
    organizations: [],
    now: new Date(),
  }
}
