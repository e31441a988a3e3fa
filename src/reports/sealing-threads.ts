import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import type { SealReport } from './seal-report.ts'
import type { SealingTask } from './sealing-thread.ts'
import type { Seals } from './stored-report.ts'

export interface SealingThreads {
  /** As `sealReport`, beside the thread that serves pages. Rejects when its thread dies. */
  readonly seal: SealReport
  /** Lets what has begun end, and stops the threads. */
  close(): Promise<void>
}

/** One thread fewer than there are cores, so that pages are still answered in a flood. */
export function openSealingThreads(): SealingThreads {
  const pool = new Tinypool({
    filename: new URL('./sealing-thread.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
  })
  return {
    seal: (report, deskKey, receipt): Promise<Seals> => {
      const task: SealingTask = { report, deskKey, receipt }
      return pool.run(task, { name: 'seal' })
    },
    close: () => pool.destroy(),
  }
}
