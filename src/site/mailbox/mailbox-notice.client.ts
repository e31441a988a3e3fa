/** Asks to be told when there is a message. The address goes to our server, which has to write to it. */
import { type Around, type Held, troubleInWords, typedIn } from './mailbox-around.client.ts'
import type { AskedNotice } from './mailbox-session.client.ts'
import { noticeLookPart, noticePart } from './notice-part.ts'
import type { NoticeFields, NoticeProblem, ShownNotice } from './notice-view.ts'

/** Shows what will be sent, before anything is agreed. */
export async function lookAtNotice(around: Around, form: HTMLFormElement): Promise<void> {
  const { place, speaking, held } = around
  if (held === undefined) return
  const { ways } = held.session.mailbox.notice
  const way = ways.find((one) => one === typedIn(form, 'way'))
  const address = typedIn(form, 'address')
  if (way === undefined) return drawNotice(around, held, { typed: address, problem: 'empty-way' })
  const wanted = { deed: 'look', way, address } as const
  const looked = await askFor(around, held, wanted)
  if (looked === undefined || looked === 'done') return
  held.wanted = wanted
  place.drawPart('notice', noticeLookPart(speaking, looked))
}

export async function keepNotice(around: Around): Promise<void> {
  const { held } = around
  if (held?.wanted === undefined) return
  const kept = await askFor(around, held, { ...held.wanted, deed: 'keep' })
  if (kept === 'done') finish(around, held, true)
}

export async function stopNotice(around: Around): Promise<void> {
  const { held } = around
  if (held === undefined) return
  const stopped = await askFor(around, held, { deed: 'stop' })
  if (stopped === 'done') finish(around, held, false)
}

/** Back to the form, with what was typed. */
export function typeNoticeAgain(around: Around): void {
  const { held } = around
  if (held !== undefined) drawNotice(around, held, typedBefore(held))
}

/** `undefined` where the page says what went wrong, or nobody is there any more to be told. */
async function askFor(
  around: Around,
  held: Held,
  asked: AskedNotice,
): Promise<ShownNotice | 'done' | undefined> {
  const { place, speaking, line } = around
  place.say(speaking.words('mailbox.script.asking'))
  const answer = await line.notice(held.session, asked)
  if (around.held !== held) return undefined
  place.say('')
  if (typeof answer !== 'string' || answer === 'done') return answer
  const typed = asked.deed === 'stop' ? {} : { way: asked.way, typed: asked.address }
  const isWrong = answer === 'wrong-email' || answer === 'wrong-text'
  const problem: NoticeProblem = isWrong ? answer : 'trouble'
  drawNotice(around, held, { ...typed, problem })
  if (!isWrong) place.say(troubleInWords(speaking.words, answer))
  return undefined
}

function finish(around: Around, held: Held, isOn: boolean): void {
  const { place, speaking } = around
  const { session } = held
  const notice = { ...session.mailbox.notice, isOn }
  held.session = { ...session, mailbox: { ...session.mailbox, notice } }
  held.wanted = undefined
  drawNotice(around, held, {})
  place.say(speaking.words(isOn ? 'mailbox.said.notice-on' : 'mailbox.said.notice-off'))
}

function typedBefore({ wanted }: Held): Omit<NoticeFields, 'ways'> {
  return wanted === undefined ? {} : { way: wanted.way, typed: wanted.address }
}

function drawNotice(
  { place, speaking }: Around,
  { session }: Held,
  view: Omit<NoticeFields, 'ways'>,
): void {
  place.drawPart('notice', noticePart(speaking, session.mailbox.notice, view))
}
