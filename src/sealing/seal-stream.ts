/** Seals and opens what is too long for memory: a file, 64 KiB at a time, as age’s STREAM does it. */
import { Decrypter, Encrypter } from 'age-encryption'
import type { Identity } from './identity.ts'
import { isForSomebodyElse, type Recipients } from './seal.ts'

export type ByteStream = ReadableStream<Uint8Array>

/** A binary age v1 file, not armoured, as it is made. */
export interface SealedStream extends ByteStream {
  /** How many bytes the whole seal has, for so many bytes in clear: known before the first is read. */
  size(clearSize: number): number
}

export type OpenedStream =
  | { readonly outcome: 'opened'; readonly clear: ByteStream }
  | { readonly outcome: 'missing-key' | 'wrong-key' | 'damaged' }

/** A seal that began well and turned out damaged or cut short: what came before is not to be trusted. */
export class DamagedSeal extends Error {
  override readonly name = 'DamagedSeal'
}

/**
 * Seals a stream. Memory stays within a few of the chunks that `clear` brings, so they should be
 * small (1 MiB at most). The length of `clear` shows in the seal. An error of `clear` comes out of
 * the seal, which is then cut short and never opens as whole.
 */
export async function sealStream(clear: ByteStream, recipients: Recipients): Promise<SealedStream> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return await encrypter.encrypt(clear)
}

/**
 * Opens a stream. `clear` fails with `DamagedSeal` where the seal was changed or is not whole, which
 * only the end tells; with the error of `sealed` itself where that broke off. Nothing that was read
 * counts before the end has come.
 */
export async function openStream(
  sealed: ByteStream,
  identity: Identity | undefined,
): Promise<OpenedStream> {
  if (identity === undefined) return { outcome: 'missing-key' }
  const source = watched(sealed)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    const clear = await decrypter.decrypt(source.stream)
    return { outcome: 'opened', clear: tellingDamage(clear, source) }
  } catch (error) {
    if (source.broke()) throw error
    return { outcome: isForSomebodyElse(error) ? 'wrong-key' : 'damaged' }
  }
}

interface Watched {
  readonly stream: ByteStream
  /** Whether the stream itself failed, whatever was in it. */
  readonly broke: () => boolean
}

function watched(stream: ByteStream): Watched {
  let broke = false
  const passed = passOn(stream, (error) => {
    broke = true
    return error
  })
  return { stream: passed, broke: () => broke }
}

function tellingDamage(clear: ByteStream, source: Watched): ByteStream {
  return passOn(clear, (error) =>
    source.broke() ? error : new DamagedSeal('the seal is damaged or cut short', { cause: error }),
  )
}

/** The same stream, chunk by chunk as it is read, with its error seen on the way. */
function passOn(stream: ByteStream, onError: (error: unknown) => unknown): ByteStream {
  const reader = stream.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          controller.error(onError(error))
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
