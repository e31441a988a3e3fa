/** Does the slow work on files beside the page. Where a browser starts no such worker, the page imports it. */
import { fileDeeds } from './file-deeds.client.ts'

export { fileDeeds }

export interface Call {
  readonly call: number
  readonly deed: keyof typeof fileDeeds
  readonly args: readonly unknown[]
}

export type Reply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly failed: string }

if (typeof document === 'undefined')
  addEventListener('message', ({ data }) => {
    void answer(data as Call)
  })

async function answer({ call, deed, args }: Call): Promise<void> {
  try {
    const value = await (fileDeeds[deed] as (...args: readonly unknown[]) => unknown)(...args)
    // Sealed bytes are handed over, not copied.
    reply({ call, value }, value instanceof Uint8Array ? [value.buffer] : [])
  } catch (error) {
    reply({ call, failed: String(error) })
  }
}

function reply(message: Reply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}
