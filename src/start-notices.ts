import type { Context } from './context.ts'
import { noticeStore } from './mailbox/notice-store.ts'
import { openPost } from './mailbox/post.ts'
import { sendNotices } from './mailbox/send-notices.ts'
import { failure } from './web/log.ts'

const every = 30_000

/**
 * Sends notices while the process runs, where a mail server is set. Each process does so.
 *
 * @returns how to stop, after the one that is being sent
 */
export function startNotices({
  config,
  secrets,
  database,
  log,
  now,
}: Context): () => Promise<void> {
  const { smtpUrl, secretKey } = secrets
  if (smtpUrl === undefined || config.post === undefined) return () => Promise.resolve()
  const post = openPost({ smtpUrl, ...config.post })
  const onTrouble = (error: unknown) => log(failure('notices', error))
  const means = { notices: noticeStore(database), post, secretKey, onTrouble }
  let sending = Promise.resolve()
  const timer = setInterval(() => {
    sending = sending.then(async () => {
      await sendNotices(means, now()).catch(onTrouble)
    })
  }, every)
  return async () => {
    clearInterval(timer)
    await sending
    post.close()
  }
}
