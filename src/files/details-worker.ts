/** Looks into a stranger's picture where nobody waits: a file made to be slow or huge ends this thread alone. */
import { parentPort, workerData } from 'node:worker_threads'
import { kindOf } from './kinds.ts'
import { whatItTells } from './what-it-tells.ts'

const { kind, bytes } = workerData as { kind: Parameters<typeof kindOf>[0]; bytes: Uint8Array }
parentPort?.postMessage(whatItTells(kindOf(kind), bytes))
