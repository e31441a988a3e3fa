/** What on a page would let a browser keep what was typed, take the first Escape, or save without a warning. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { loadWords } from '../src/ui/load-words.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

const warning = loadWords('content', 'en')('common.stays')

/** Nothing is typed into these. */
const notTyped = new Set(['hidden', 'submit', 'button', 'reset', 'image'])
/** Written down by Firefox unless their form says otherwise; `autocomplete` of their own does nothing. */
const chosen = new Set(['radio', 'checkbox', 'file'])
/** Each opens something of the browser’s own, which the first Escape only closes. */
const pickers = new Set(['date', 'time', 'datetime-local', 'month', 'week', 'color'])
/** Tools and links that leave something on the device. */
const saving = {
  'data-tool': ['print'],
  'data-act': ['save-proof'],
  'data-deed': ['reminder'],
  href: ['/b/proof/file'],
  action: ['/b/reminder'],
} as const

/** One sentence for each fault. @param markup a whole page, as it came or as a script has made it */
export function keptByBrowsers(markup: string): string[] {
  const page = parse(markup)
  const faults = [...elementsOf(page)].flatMap((element) => faultsOf(element))
  const saves = [...elementsOf(page)].find(isSaving)
  const warned = textOf(page).replaceAll(/\s+/g, ' ').includes(warning)
  return saves && !warned ? [...faults, `${open(saves)} has no warning beside it`] : faults
}

function faultsOf(element: Element): string[] {
  const faults = [...takingEscape(element)]
  const { tagName } = element
  if (tagName === 'form' && !isOff(element)) faults.push('keeps what is typed')
  if (isField(element)) faults.push(...keeping(element))
  const writes = tagName === 'textarea' || isText(element) || attribute(element, 'contenteditable')
  if (writes && attribute(element, 'spellcheck') !== 'false') faults.push('is checked for spelling')
  return faults.map((fault) => `${open(element)} ${fault}`)
}

function* keeping(field: Element): Generator<string> {
  const form = formAround(field)
  if (form === undefined) yield 'stands in no form'
  if (!chosen.has(typeOf(field)) && !isOff(field)) yield 'keeps what is typed'
}

function* takingEscape(element: Element): Generator<string> {
  if (['select', 'datalist'].includes(element.tagName)) yield 'takes the first Escape'
  if (element.tagName !== 'input') return
  if (pickers.has(typeOf(element)) || attribute(element, 'list')) yield 'takes the first Escape'
}

function isField(element: Element): boolean {
  if (element.tagName === 'textarea') return true
  return element.tagName === 'input' && !notTyped.has(typeOf(element))
}

function isText(element: Element): boolean {
  return isField(element) && !chosen.has(typeOf(element))
}

function isSaving(element: Element): boolean {
  if (attribute(element, 'download') !== undefined) return true
  return Object.entries(saving).some(([name, values]) =>
    values.some((value) => attribute(element, name)?.endsWith(value)),
  )
}

function typeOf(element: Element): string {
  return attribute(element, 'type') ?? 'text'
}

function isOff(element: Element): boolean {
  return attribute(element, 'autocomplete') === 'off'
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

function formAround(element: Element): Element | undefined {
  let around: Node | null = element.parentNode
  while (around !== null && 'parentNode' in around) {
    if ('tagName' in around && around.tagName === 'form') return around
    around = around.parentNode
  }
  return undefined
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('content' in node) yield* elementsOf(node.content)
  if (!('childNodes' in node)) return
  for (const child of node.childNodes) yield* elementsOf(child)
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function open({ tagName, attrs }: Element): string {
  return `<${[tagName, ...attrs.map(({ name, value }) => `${name}="${value}"`)].join(' ')}>`
}
