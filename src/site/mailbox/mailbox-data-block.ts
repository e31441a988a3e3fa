import mailbox from '../../../content/en/words/mailbox.json' with { type: 'json' }
import notice from '../../../content/en/words/notice.json' with { type: 'json' }
import { dataBlock } from '../../ui/data-block.ts'
import type { Html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'
import type { Visit } from '../visit.ts'
import type { ScriptData } from './script-data.ts'

/** Sentences of other pages that the mailbox says too. */
const others: readonly WordKey[] = [
  'errors.summary',
  'files.choose.no-name',
  'files.page.cleaned',
  'files.page.list',
  'common.stays',
  'files.page.no-note',
  'files.page.none',
  'report.back',
  'report.consent.exceptions',
  'report.receipt.next-silence',
  'saving.link',
]

/** What the page brings for its script: nothing of it is about whoever asks. */
export function mailboxDataBlock({ words, locale, site, prefix }: Visit): Html {
  const data: ScriptData = {
    words: sentences(words),
    locale,
    prefix,
    languages: site.languages,
    controller: site.controller,
  }
  return dataBlock('mailbox-data', data)
}

function sentences(words: Words): ScriptData['words'] {
  const own = Object.keys({ ...mailbox, ...notice }) as (
    | keyof typeof mailbox
    | keyof typeof notice
  )[]
  return Object.fromEntries([...own, ...others].map((key) => [key, words(key)]))
}
