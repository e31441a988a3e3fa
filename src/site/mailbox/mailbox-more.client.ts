/** What else a reporter can do: a reminder, a proof, taking the report back. */
import { reminderTitleLimit, writeReminder } from '../../mailbox/reminder.ts'
import { readTypedDay } from '../../mailbox/typed-day.ts'
import { breathe } from './breathe.client.ts'
import { keepFile } from './keep-file.client.ts'
import { type Around, troubleInWords, typedIn } from './mailbox-around.client.ts'
import { newId } from './mailbox-session.client.ts'
import {
  proofPart,
  type ReminderView,
  reminderPart,
  withdrawnView,
  withdrawPart,
} from './more-view.ts'
import { exampleAfter, isPast } from './reminder-day.ts'

/** Made here: our server does not hear of it. */
export function makeReminder({ place, speaking, held }: Around, form: HTMLFormElement): void {
  if (held === undefined) return
  const today = held.session.mailbox.day
  const title = typedIn(form, 'title').trim()
  const typed = {
    day: typedIn(form, 'day-day'),
    month: typedIn(form, 'day-month'),
    year: typedIn(form, 'day-year'),
  }
  const day = readTypedDay(typed)
  const view = {
    title,
    day: typed,
    titleProblem: wrongTitle(title),
    dayProblem: wrongDay(day, today),
  }
  place.drawPart('reminder', reminderPart(speaking, view, exampleAfter(today)))
  if (day === undefined || view.titleProblem !== undefined || view.dayProblem !== undefined) return
  keepFile('reminder.ics', 'text/calendar', writeReminder({ title, day }, newId()))
  place.say(speaking.words('mailbox.script.reminded'))
}

export async function proveReport(around: Around): Promise<void> {
  const { place, speaking, line, held } = around
  if (held === undefined) return
  place.say(speaking.words('mailbox.script.asking'))
  const proof = await line.prove(held.session)
  if (around.held !== held) return
  place.say('')
  if (typeof proof === 'string') {
    const trouble = troubleInWords(speaking.words, proof)
    place.drawPart('proof', proofPart(speaking, undefined, trouble))
  } else {
    held.proof = proof
    place.drawPart('proof', proofPart(speaking, proof))
  }
}

export function saveProof({ held }: Around): void {
  if (held?.proof !== undefined) keepFile('proof.json', 'application/json', held.proof.file)
}

export async function withdrawReport(around: Around, form: HTMLFormElement): Promise<void> {
  const { place, speaking, line, held } = around
  if (held === undefined) return
  const { words } = speaking
  const typed = typedIn(form, 'sure')
  if (typed !== 'yes')
    return place.drawPart(
      'withdraw',
      withdrawPart(speaking, { error: words('mailbox.withdraw.empty') }),
    )
  place.say(words('mailbox.script.asking'))
  await breathe()
  const withdrawn = await line.withdraw(held.session)
  if (around.held !== held) return
  place.say('')
  if (withdrawn !== 'withdrawn') {
    const trouble = words('mailbox.withdraw.trouble')
    return place.drawPart('withdraw', withdrawPart(speaking, { typed, trouble }))
  }
  held.stopWatching()
  around.held = undefined
  place.drawAll(withdrawnView(speaking))
}

function wrongTitle(title: string): ReminderView['titleProblem'] {
  if (title === '') return 'empty'
  return title.length > reminderTitleLimit ? 'too-long' : undefined
}

function wrongDay(day: string | undefined, today: string): ReminderView['dayProblem'] {
  if (day === undefined) return 'no-day'
  return isPast(day, today) ? 'past' : undefined
}
