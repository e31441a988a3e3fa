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
  const words: Words = (key, values) => {
    const sentence = given.words[key]
    if (sentence === undefined) throw new Error(`no sentence ${key} came with the journey`)
    return fillSentence(sentence, values)
  }
  const visit: JourneyVisit = {
    words,
    site: given.site,
    content: { emergency: trusted(given.emergency) },
    sealed: 'in the browser',
  }
  const telling = new Telling(given, visit)
  sayWhichWay(visit)
  document.addEventListener('click', (event) => followLink(event, telling))
  document.addEventListener('submit', (event) => takeForm(event, telling))
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
  } else if (link !== null && telling.has(addressIn(link))) {
    event.preventDefault()
    telling.open(addressIn(link))
  }
}

function takeForm(event: SubmitEvent, telling: Telling): void {
  const { target, submitter } = event
  if (!(target instanceof HTMLFormElement)) return
  const address = addressIn(target)
  if (!telling.has(address)) return
  // Before anything can fail: what is in these fields is never posted.
  event.preventDefault()
  const pressed = {
    name: submitter?.getAttribute('name') ?? '',
    value: submitter?.getAttribute('value') ?? '',
  }
  take(address, fieldsOf(target), pressed, telling)
}

function take(
  address: string,
  fields: TypedFields,
  pressed: { readonly name: string; readonly value: string },
  telling: Telling,
): void {
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  const question = telling.questionAt(address)
  if (question !== undefined) telling.answer(question, fields, pressed.value === 'save')
  else if (address === '/a/send') void telling.send()
  else if (address === saveAddress) void telling.keep(pressed.value)
  else if (address === resumeAddress) void telling.resume(typed('receipt'))
  else telling.finish(typed('last-group'), pressed.name === 'unchecked')
}

/** What a form would post, by the names of its fields. */
function fieldsOf(form: HTMLFormElement): TypedFields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
  return fields
}
