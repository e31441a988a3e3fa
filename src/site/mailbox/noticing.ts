/** Which notices a site can send, and how one reads. */
import {
  closeNotice,
  type Notice,
  type NoticeAddress,
  type NoticeWay,
} from '../../mailbox/notice.ts'
import type { ReportId } from '../../reports/stored-report.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import type { Visit } from '../visit.ts'

/** Empty where the operator has set no mail server, or the site no words for it. */
export function noticeWays(
  { site }: Visit,
  { config, secrets }: Pick<SiteDependencies, 'config' | 'secrets'>,
): readonly NoticeWay[] {
  if (site.notice === undefined || config.post === undefined || secrets.smtpUrl === undefined)
    return []
  return config.post.textGateway === undefined ? ['email'] : ['email', 'text']
}

/** As it will be read: what the site says of itself in it, and one sentence. */
export function noticeFor({ site, words }: Visit, address: NoticeAddress): Notice {
  const { sender = '', subject = '' } = site.notice ?? {}
  return { ...address, sender, subject, text: words('notice.text') }
}

export async function keepNotice(
  report: ReportId,
  notice: Notice,
  { stores, secrets }: SiteDependencies,
): Promise<void> {
  await stores.notices.keep(report, closeNotice(notice, secrets.secretKey))
}
