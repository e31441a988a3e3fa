/** Does the slow work on files beside the page. Where a browser starts no such worker, the page imports it. */
import { fileDeeds } from './file-deeds.client.ts'
import type { UploadNews } from './upload-wish.ts'
import { listenToUploads } from './uploads.client.ts'

export { fileDeeds, listenToUploads }

export interface Call {
  readonly call: number
  readonly deed: keyof typeof fileDeeds
  readonly args: readonly unknown[]
}

export type Reply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly failed: string }
  | { readonly news: UploadNews }

if (typeof document === 'undefined') {
  listenToUploads((news) => reply({ news }))
  addEventListener('message', ({ data }) => {
    void answer(data as Call)
  })
}

async function answer({ call, deed, args }: Call): Promise<void> {
  try {
    const value = await (fileDeeds[deed] as (...args: readonly unknown[]) => unknown)(...args)
    reply({ call, value })
  } catch (error) {
    reply({ call, failed: String(error) })
  }
}

function reply(message: Reply): void {
  postMessage(message)
}
