/** Hands slow work to a worker. Where there is none, the page does it itself, a little at a time. */
import type { FileDeeds } from './file-deeds.client.ts'
import type { Call, Reply } from './files-worker.client.ts'
import type { UploadNews } from './upload-wish.ts'

type Answer = Exclude<Reply, { readonly news: UploadNews }>

/** The same deeds, wherever they are done. */
export type FileWork = <Deed extends keyof FileDeeds>(
  deed: Deed,
  ...args: Parameters<FileDeeds[Deed]>
) => ReturnType<FileDeeds[Deed]>

/**
 * @param path the address of the worker's script
 * @param onNews hears how uploads go on
 */
export async function openFileWork(
  path: string,
  onNews: (news: UploadNews) => void,
): Promise<FileWork> {
  return (await inWorker(path, onNews)) ?? inPage(path, onNews)
}

async function inWorker(
  path: string,
  onNews: (news: UploadNews) => void,
): Promise<FileWork | undefined> {
  const worker = startWorker(path)
  if (worker === undefined) return undefined
  const waiting = new Map<number, (reply: Answer) => void>()
  let calls = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if ('news' in data) return onNews(data.news)
    waiting.get(data.call)?.(data)
    waiting.delete(data.call)
  })
  const work = (deed: Call['deed'], ...args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      calls += 1
      waiting.set(calls, (reply) =>
        'failed' in reply ? reject(new Error(reply.failed)) : resolve(reply.value),
      )
      const call: Call = { call: calls, deed, args }
      worker.postMessage(call)
    })
  return (await answers(worker, work('dropUpload', 0))) ? (work as FileWork) : undefined
}

function startWorker(path: string): Worker | undefined {
  try {
    return new Worker(ours(path), { type: 'module' })
  } catch {
    return undefined
  }
}

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(path: string): string },
  ): { createScriptURL(path: string): string }
}

declare const trustedTypes: PolicyFactory | undefined

/** The address, where Trusted Types let no other pass than what looks like a script of ours. */
function ours(path: string): string {
  if (typeof trustedTypes === 'undefined') return path
  policy ??= trustedTypes.createPolicy('files-worker', {
    createScriptURL: (address) => {
      if (/^\/assets\/files-worker-\w+\.js$/.test(address)) return address
      throw new TypeError('not a script of ours')
    },
  })
  return policy.createScriptURL(path)
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined

// A browser that knows no module workers, or may not start one here, says so with an error only.
function answers(worker: Worker, first: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    worker.addEventListener('error', () => resolve(false))
    first.then(
      () => resolve(true),
      () => resolve(false),
    )
  })
}

async function inPage(path: string, onNews: (news: UploadNews) => void): Promise<FileWork> {
  const { fileDeeds, listenToUploads } = (await import(
    path
  )) as typeof import('./files-worker.client.ts')
  listenToUploads(onNews)
  const work = async (deed: Call['deed'], ...args: readonly unknown[]) => {
    // Between two steps whatever the person does comes first.
    await new Promise((resolve) => setTimeout(resolve))
    return (fileDeeds[deed] as (...args: readonly unknown[]) => unknown)(...args)
  }
  return work as FileWork
}
