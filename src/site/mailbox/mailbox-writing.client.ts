/** Writes to officers: sealed here, then sent. Without script our server seals it in its memory. */
import { messageLimit } from '../../mailbox/message.ts'
import type { Consent } from '../../reports/consent.ts'
import type { Words } from '../../ui/words.ts'
import { fileList } from '../files/file-list.ts'
import { breathe } from './breathe.client.ts'
import { type Around, troubleInWords, typedIn } from './mailbox-around.client.ts'
import { type Said, sealSaid, type Trouble } from './mailbox-session.client.ts'
import { consentPart, messagesPart, writePart } from './opened-view.ts'

export async function writeMessage(around: Around, form: HTMLFormElement): Promise<void> {
  const { place, speaking } = around
  const typed = typedIn(form, 'text')
  const error = wrongText(speaking.words, typed)
  if (error !== undefined) return place.drawPart('write', writePart(speaking, { typed, error }))
  const sent = await send(around, { text: typed })
  if (sent === 'closed') return
  if (sent === 'sent') {
    place.drawPart('write', writePart(speaking), { focus: false })
    showMessages(around, 'mailbox.said.message')
    return
  }
  const trouble = troubleInWords(speaking.words, sent)
  place.say('')
  place.drawPart('write', writePart(speaking, { typed, trouble }))
}

export async function changeConsent(around: Around, form: HTMLFormElement): Promise<void> {
  const { place, speaking, held } = around
  if (held === undefined) return
  const typed = typedIn(form, 'consent')
  const draw = (view: Parameters<typeof consentPart>[2], focus = true) =>
    place.drawPart('consent', consentPart(speaking, held.session.mailbox, view), { focus })
  if (typed === '') return draw({ error: speaking.words('mailbox.consent.empty') })
  const sent = await send(around, { text: '', consent: typed as Consent })
  if (sent === 'closed') return
  if (sent === 'sent') {
    draw({}, false)
    showMessages(around, 'mailbox.said.consent')
    return
  }
  place.say('')
  draw({ typed, trouble: troubleInWords(speaking.words, sent) })
}

/** Asks if anything has come since; only that is opened. */
export async function lookAgain(around: Around): Promise<void> {
  const { place, speaking, line, held } = around
  if (held === undefined) return
  const { words } = speaking
  place.say(words('mailbox.script.asking'))
  const before = held.session.mailbox.messages.length
  const looked = await line.look(held.session)
  if (around.held !== held) return
  if (typeof looked === 'string') return place.say(troubleInWords(words, looked))
  held.session = looked
  place.drawPart('files', fileList(speaking, looked.mailbox.files), { focus: false })
  if (looked.mailbox.messages.length > before) showMessages(around, 'mailbox.script.something-new')
  else place.say(words('mailbox.script.nothing-new'))
}

/** `closed`: nobody is there any more to be told. */
async function send(around: Around, said: Said): Promise<'sent' | 'closed' | Trouble> {
  const { place, speaking, line, held } = around
  if (held === undefined) return 'closed'
  place.say(speaking.words('mailbox.script.sending'))
  await breathe()
  const name = JSON.stringify(said)
  const unsent = held.unsent.get(name) ?? (await sealSaid(held.session, said))
  if (unsent === undefined) return 'unsealed'
  held.unsent.set(name, unsent)
  const sent = await line.send(held.session, unsent)
  if (around.held !== held) return 'closed'
  if (typeof sent === 'string') return sent
  held.unsent.delete(name)
  held.session = sent
  return 'sent'
}

type Done = 'mailbox.said.message' | 'mailbox.said.consent' | 'mailbox.script.something-new'

function showMessages({ place, speaking, held }: Around, done: Done): void {
  if (held === undefined) return
  place.drawPart('messages', messagesPart(speaking, held.session.mailbox))
  place.say(speaking.words(done))
}

function wrongText(words: Words, text: string): string | undefined {
  if (text.trim() === '') return words('mailbox.write.empty')
  const over = text.length - messageLimit
  return over > 0 ? words('mailbox.write.too-long', { over, limit: messageLimit }) : undefined
}
