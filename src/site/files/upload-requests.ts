/** What a browser asks the service for while it brings a sealed file, and what may come of it. */

export type UploadAnswer =
  /** So many sealed bytes are safe with the service. */
  | { readonly outcome: 'stored'; readonly offset: number }
  /** The service does not know the file, or no longer. */
  | { readonly outcome: 'gone' }
  /** Asking again will not help. `problem` is the service’s own word for it. */
  | { readonly outcome: 'refused'; readonly problem: string }
  /** Nothing can be kept just now. */
  | { readonly outcome: 'no-room' }
  /** The line or the service failed; asking again may help. */
  | { readonly outcome: 'trouble' }

export type BeginAnswer =
  | { readonly outcome: 'begun'; readonly id: string }
  | Exclude<UploadAnswer, { readonly outcome: 'stored' | 'gone' }>

export interface NewFile {
  /** Sealed. */
  readonly note: string
  /** Sealed bytes. */
  readonly size: number
  /** The id of the file that it is a cleaned copy of. */
  readonly copyOf?: string | undefined
}

export interface Piece {
  readonly offset: number
  readonly bytes: Uint8Array
}

export interface UploadRequests {
  readonly begin: (file: NewFile, signal: AbortSignal) => Promise<BeginAnswer>
  readonly add: (id: string, piece: Piece, signal: AbortSignal) => Promise<UploadAnswer>
  readonly where: (id: string, signal: AbortSignal) => Promise<UploadAnswer>
  /** Takes a file back; whether that worked. */
  readonly drop: (id: string) => Promise<boolean>
}

// On the slowest line that still works, the smallest piece takes half of this.
const patience = 60_000

/**
 * @param post where files of mailboxes are posted: `/b/s/files`
 * @param mailboxName whose files: it travels in bodies and headers only, never in an address
 */
export function uploadRequests(post: string, mailboxName: string): UploadRequests {
  const ask = (path: string, request: RequestInit, signal?: AbortSignal) =>
    answerOf(path, { ...request, cache: 'no-store', redirect: 'error' }, signal)
  const named = { 'Mailbox-Name': mailboxName }
  return {
    begin: async (file, signal) => {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ name: mailboxName, ...file })
      const response = await ask(post, { method: 'POST', headers, body }, signal)
      return response?.status === 201 ? begun(response) : failure(response)
    },
    add: async (id, { offset, bytes }, signal) => {
      const type = { 'Content-Type': 'application/offset+octet-stream' }
      const headers = { ...named, ...type, 'Upload-Offset': String(offset) }
      const body = bytes as Uint8Array<ArrayBuffer>
      return storedIn(await ask(`${post}/${id}`, { method: 'PATCH', headers, body }, signal))
    },
    where: async (id, signal) =>
      storedIn(await ask(`${post}/${id}`, { method: 'HEAD', headers: named }, signal)),
    drop: async (id) => {
      const response = await ask(`${post}/${id}`, { method: 'DELETE', headers: named })
      return response !== undefined && (response.ok || response.status === 404)
    },
  }
}

/** `undefined` when no answer came in time. */
async function answerOf(
  path: string,
  request: RequestInit,
  signal?: AbortSignal,
): Promise<Response | undefined> {
  const impatience = new AbortController()
  const giveUp = () => impatience.abort()
  const timer = setTimeout(giveUp, patience)
  signal?.addEventListener('abort', giveUp)
  if (signal?.aborted) giveUp()
  try {
    return await fetch(path, { ...request, signal: impatience.signal })
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

async function begun(response: Response): Promise<BeginAnswer> {
  const { id } = await bodyOf(response)
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id)
    ? { outcome: 'begun', id }
    : { outcome: 'trouble' }
}

async function storedIn(response: Response | undefined): Promise<UploadAnswer> {
  const offset = response?.headers.get('Upload-Offset') ?? ''
  // Where another piece was expected, the service says which.
  const isKnown = response?.ok || response?.status === 409
  if (isKnown && /^\d{1,15}$/.test(offset)) return { outcome: 'stored', offset: Number(offset) }
  if (response?.status === 404 || response?.status === 410) return { outcome: 'gone' }
  return failure(response)
}

async function failure(response: Response | undefined) {
  if (response === undefined) return { outcome: 'trouble' } as const
  const { status } = response
  const problem = String((await bodyOf(response))['problem'] ?? '')
  if (status === 404 || status === 410) return { outcome: 'refused', problem: 'unknown' } as const
  if (status === 507 || problem === 'full' || problem === 'closed')
    return { outcome: 'no-room' } as const
  // Too early, too many, somewhere else, timed out: all of them pass.
  const passes = status >= 500 || [408, 409, 425, 429].includes(status) || response.ok
  return passes && problem !== 'too-many'
    ? ({ outcome: 'trouble' } as const)
    : ({ outcome: 'refused', problem } as const)
}

async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? { ...body } : {}
  } catch {
    return {}
  }
}
