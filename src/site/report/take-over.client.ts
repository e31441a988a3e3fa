/** Answers links and forms of the journey in the document that is open, from when the page was taken over. */
import type { TypedFields } from '../../reports/answers.ts'
import { trusted } from '../../ui/html.ts'
import { fillSentence, type Words } from '../../ui/words.ts'
import { put } from '../markup.client.ts'
import type { JourneyVisit } from './journey-visit.ts'
import { addressIn, focusOn, forgetWhenLeft, part } from './one-document.client.ts'
import { resumeAddress, saveAddress } from './question-address.ts'
import type { ScriptJourney } from './script-journey.ts'
import { sealedNote } from './sealed-note.ts'
import { Telling } from './telling-in-memory.client.ts'

/** Goes on with the page as it stands: what was chosen in its first question stays chosen. */
export function takeOver(given: ScriptJourney): void {
  const words: Words = (key, values) => fillSentence(given.words[key] ?? '', values)
  const visit: JourneyVisit = {
    words,
    site: given.site,
    content: { emergency: trusted(given.emergency) },
    sealed: 'in the browser',
  }
  const telling = new Telling(given, visit)
  sayWhichWay(visit)
  addEventListener('click', (event) => followLink(event, telling))
  addEventListener('submit', (event) => takeForm(event, telling))
  forgetWhenLeft(() => telling.forget())
}

function sayWhichWay(visit: JourneyVisit): void {
  const holder = document.createElement('div')
  put(holder, sealedNote(visit))
  part('#sealed')?.replaceWith(...holder.childNodes)
  const time = part('#time')
  if (time !== undefined) time.textContent = visit.words('telling.time')
}

function followLink(event: MouseEvent, telling: Telling): void {
  const { target, button, ctrlKey, metaKey, shiftKey } = event
  if (button !== 0 || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return
  const link = target.closest('a')
  const href = link?.getAttribute('href') ?? ''
  if (href.startsWith('#')) {
    // By itself it would write an entry into the history.
    event.preventDefault()
    const place = document.getElementById(href.slice(1))
    focusOn(place)
    place?.scrollIntoView()
  } else if (link !== null && telling.open(addressIn(link) ?? '')) event.preventDefault()
}

function takeForm(event: SubmitEvent, telling: Telling): void {
  const { target, submitter } = event
  if (!(target instanceof HTMLFormElement)) return
  const pressed = {
    name: submitter?.getAttribute('name') ?? '',
    value: submitter?.getAttribute('value') ?? '',
  }
  if (take(addressIn(target) ?? '', fieldsOf(target), pressed, telling)) event.preventDefault()
}

/** @returns whether this form is one of the journey */
function take(
  address: string,
  fields: TypedFields,
  pressed: { readonly name: string; readonly value: string },
  telling: Telling,
): boolean {
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  const question = telling.questionAt(address)
  if (question !== undefined) telling.answer(question, fields, pressed.value === 'save')
  else if (address === '/a/send') void telling.send()
  else if (address === '/a/finish')
    telling.finish(typed('last-group'), pressed.name === 'unchecked')
  else if (address === saveAddress) void telling.keep(pressed.value)
  else if (address === resumeAddress) void telling.resume(typed('receipt'))
  else return false
  return true
}

/** What a form would post, by the names of its fields. */
function fieldsOf(form: HTMLFormElement): TypedFields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
  return fields
}
