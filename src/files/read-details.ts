import { Worker } from 'node:worker_threads'
import { hidesNothing, type Kind } from './kinds.ts'
import { type WhatItTells, whatItTells } from './what-it-tells.ts'

const patience = 5_000

/** What a picture tells, read in a thread of its own with little time and memory. */
export function readDetails(kind: Kind, bytes: Uint8Array): Promise<WhatItTells> {
  if (kind.family !== 'image' || hidesNothing(kind))
    return Promise.resolve(whatItTells(kind, bytes))
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./details-worker.ts', import.meta.url), {
      workerData: { kind: kind.name, bytes },
      resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 },
    })
    const end = (told: WhatItTells) => {
      clearTimeout(timer)
      resolve(told)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ outcome: 'cannot-read' }), patience)
    worker.once('message', end)
    worker.once('error', () => end({ outcome: 'cannot-read' }))
    worker.once('exit', () => end({ outcome: 'cannot-read' }))
  })
}
