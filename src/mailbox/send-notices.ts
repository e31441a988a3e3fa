import { type Notice, openNotice } from './notice.ts'
import type { DueNotice, NoticeStore } from './notice-store.ts'
import type { Post } from './post.ts'

/** What sending notices needs, made once at the start. */
export interface NoticeMeans {
  readonly notices: NoticeStore
  readonly post: Post
  readonly secretKey: Buffer
  /** Told of each one that is given up, or cannot be tried now. Never where it was to go. */
  readonly onTrouble: (error: unknown) => void
}

const minute = 60_000

/** A process that dies while it sends has so long; then another one sends. */
const lease = 10 * minute

/** After which minutes a notice is tried again. Servers that know us not yet let us wait. */
const pauses = [5, 15, 60, 240, 720, 1440]

const atOnce = 20

/** Sends what is due, each once however many processes do so; returns how many went out. */
export async function sendNotices(means: NoticeMeans, now: Date): Promise<number> {
  let sent = 0
  for (const due of await means.notices.due(now, atOnce))
    if (await sendOne(means, due, now)) sent += 1
  return sent
}

async function sendOne(means: NoticeMeans, due: DueNotice, now: Date): Promise<boolean> {
  const { notices, post, secretKey, onTrouble } = means
  const until = new Date(now.getTime() + lease)
  if (!(await notices.claim(due, until))) return false
  const mine = { report: due.report, dueAt: until.toISOString(), tries: due.tries + 1 }
  const notice = openNotice(due.box, secretKey)
  const delivery = notice === undefined ? 'refused' : await deliver(post, notice, onTrouble)
  const pause = delivery === 'later' ? pauses[due.tries] : undefined
  const next = pause === undefined ? undefined : new Date(now.getTime() + pause * minute)
  await notices.settle(mine, next)
  if (delivery !== 'sent' && next === undefined) onTrouble(new NoticeGivenUp())
  return delivery === 'sent'
}

async function deliver(
  post: Post,
  notice: Notice,
  onTrouble: NoticeMeans['onTrouble'],
): Promise<'sent' | 'later' | 'refused'> {
  try {
    return await post.send(notice)
  } catch (error) {
    onTrouble(error)
    return 'later'
  }
}

/** Says no more than its name: nobody learns from a log where a notice was to go. */
class NoticeGivenUp extends Error {
  override readonly name = 'NoticeGivenUp'
}
