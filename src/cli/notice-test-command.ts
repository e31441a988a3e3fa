import { readConfig } from '../config.ts'
import { ConfigurationError } from '../configuration-error.ts'
import { type Notice, readNoticeAddress } from '../mailbox/notice.ts'
import { openPost, type PostSettings } from '../mailbox/post.ts'
import { type Command, UsageError } from './command.ts'

export const noticeTestCommand: Command = {
  name: 'notice test',
  usage: '<address> [--text] [--site <site>]',
  summary: 'Sends a notice as a reporter would get it, to see if SMTP_URL is right',
  details: `To an e-mail address, or with --text to a mobile number through TEXT_GATEWAY.
Use an address of your own. Without --site it is sent as from the first site.`,
  words: 1,
  options: { text: { type: 'boolean' }, site: { type: 'string' } },
  async run(call) {
    const { config, secrets } = readConfig(call.environment)
    const id = call.option('site')
    const site = config.sites.find((one) => id === undefined || one.id === id)
    if (site === undefined) throw new UsageError(`There is no site “${id}”.`)
    if (site.notice === undefined) throw missing(`${site.id}.yaml: notice`)
    const { smtpUrl } = secrets
    if (smtpUrl === undefined || config.post === undefined) throw missing('SMTP_URL')
    const isText = call.flag('text')
    if (isText && config.post.textGateway === undefined) throw missing('TEXT_GATEWAY')
    const [typed = ''] = call.words
    const address = readNoticeAddress(isText ? 'text' : 'email', typed)
    if (address === undefined)
      throw new UsageError(`“${typed}” is not ${isText ? 'a mobile number' : 'an e-mail address'}.`)
    await send(
      { smtpUrl, ...config.post },
      { ...address, ...site.notice, text: 'You have a message.' },
    )
    call.say('The mail server took it. Look whether it arrives, and how it looks there.')
  },
}

/** @throws ConfigurationError when it was not taken */
async function send(settings: PostSettings, notice: Notice): Promise<void> {
  const post = openPost(settings)
  try {
    const delivery = await post.send(notice)
    if (delivery === 'sent') return
    const said = delivery === 'later' ? 'not to take it now' : 'that it will not take it'
    throw wrong(`the mail server says ${said}`)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'PostTrouble') throw error
    throw wrong(`${error.message} (${String((error as { code?: unknown }).code)})`)
  } finally {
    post.close()
  }
}

function wrong(problem: string): ConfigurationError {
  return new ConfigurationError('SMTP_URL', problem, 'look at its host, port, name and password')
}

function missing(setting: string): ConfigurationError {
  return new ConfigurationError(setting, 'it is missing', 'see docs/operators.md')
}
