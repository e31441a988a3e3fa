/** Opens the mailbox in this page, and closes it. Without script our server opens it for one page. */
import { readReceipt } from '../../sealing/receipt.ts'
import type { Words } from '../../ui/words.ts'
import { type AskingView, askingView } from './asking-view.ts'
import { breathe } from './breathe.client.ts'
import { type Around, troubleInWords, typedIn } from './mailbox-around.client.ts'
import { mountInto, outlive } from './mailbox-files.client.ts'
import { idleMinutes, watchIdle } from './mailbox-idle.client.ts'
import type { Opening, Session } from './mailbox-session.client.ts'
import { proofPart, reminderPart, withdrawPart } from './more-view.ts'
import { noticePart } from './notice-part.ts'
import { consentPart, openedView } from './opened-view.ts'
import { exampleAfter, typedDayFor } from './reminder-day.ts'

/** A slip in the receipt is said at once, and nothing is asked of the server. */
export async function openMailbox(around: Around, form: HTMLFormElement): Promise<void> {
  const { place, speaking, line } = around
  const typed = typedIn(form, 'receipt')
  if (typed.trim() === '') return askAgain(around, { typed, problem: 'empty' })
  const read = readReceipt(typed)
  if (read.outcome === 'mistyped') return askAgain(around, { typed, problem: 'mistyped' })
  place.say(speaking.words('mailbox.script.opening'))
  await breathe()
  const opening = await line.open(read.receipt)
  // Whoever has left the page meanwhile is shown nothing.
  if (!form.isConnected) return
  if (opening.outcome === 'opened') showOpened(around, opening.session)
  else askAgain(around, { typed, ...wentWrong(speaking.words, opening) })
}

/** Takes all that was open out of the page and its memory. */
export function closeMailbox(around: Around, note?: string): void {
  const { place, speaking, held } = around
  held?.stopWatching()
  around.held = undefined
  const isSending = held?.files?.isUnderWay() === true
  const sending = isSending ? speaking.words('mailbox.script.uploading') : ''
  const files = place.find('[data-files]')
  place.drawAll(askingView(speaking, { note: note && `${note} ${sending}`.trim() }))
  if (isSending && files !== null && held?.files !== undefined) outlive(files, held.files)
}

export function closeByHand(around: Around): void {
  closeMailbox(around, around.speaking.words('mailbox.script.closed'))
}

function showOpened(around: Around, session: Session): void {
  const { place, speaking } = around
  const { words } = speaking
  const { mailbox } = session
  const idle = () =>
    closeMailbox(around, words('mailbox.script.closed-idle', { count: idleMinutes }))
  around.held = { session, unsent: new Map(), stopWatching: watchIdle(idle) }
  const reminder = { title: '', day: typedDayFor(mailbox) }
  place.drawAll(
    openedView(speaking, mailbox, {
      consent: [words('mailbox.next.consent'), consentPart(speaking, mailbox)],
      reminder: [
        words('mailbox.next.reminder'),
        reminderPart(speaking, reminder, exampleAfter(mailbox.day)),
      ],
      ...(mailbox.notice.ways.length > 0 && {
        notice: [words('notice.link'), noticePart(speaking, mailbox.notice)] as const,
      }),
      proof: [words('mailbox.next.proof'), proofPart(speaking)],
      withdraw: [words('mailbox.next.withdraw'), withdrawPart(speaking)],
    }),
  )
  void mountInto(around, around.held)
}

function askAgain({ place, speaking }: Around, view: AskingView): void {
  place.drawAll(askingView(speaking, view))
}

type Failed = Exclude<Opening, { readonly outcome: 'opened' }>

function wentWrong(words: Words, failed: Failed): Omit<AskingView, 'typed'> {
  if (failed.outcome === 'unknown') return { problem: 'unknown' }
  if (failed.outcome === 'draft') return { trouble: words('mailbox.script.draft'), isDraft: true }
  if (failed.outcome === 'damaged')
    return { trouble: words('mailbox.damaged.text', { reference: failed.reference }) }
  if (failed.outcome === 'wrong-key')
    return { trouble: words('mailbox.script.wrong-key', { reference: failed.reference }) }
  return { trouble: troubleInWords(words, failed.outcome) }
}
