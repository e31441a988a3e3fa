import { parseRecipient } from '../../sealing/identity.ts'
import { sealStream } from '../../sealing/seal-stream.ts'
import { readSlice, sliceBytes } from './read-slice.client.ts'
import type { SealedSource } from './upload.ts'

/** A file, sealed slice by slice as it is asked for. */
export async function sealedSource(file: Blob, recipient: string): Promise<SealedSource> {
  const sealed = await sealStream(streamOf(file), [parseRecipient(recipient)])
  const reader = sealed.getReader()
  const more = async () => {
    const { value } = await reader.read()
    if (value === undefined) throw new Error('the seal is shorter than it should be')
    return value
  }
  return { size: sealed.size(file.size), more }
}

function streamOf(file: Blob): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at >= file.size) return controller.close()
        const bytes = await readSlice(file, at, sliceBytes)
        at += bytes.length
        controller.enqueue(bytes)
      },
    },
    { highWaterMark: 0 },
  )
}
