/** Every component against the HTML that govuk-frontend ships as the truth for it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { type Html, trusted } from '../html.ts'
import { backLink } from './back-link.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { button } from './button.ts'
import { characterCount } from './character-count.ts'
import { checkboxes } from './checkboxes.ts'
import { cookieBanner } from './cookie-banner.ts'
import { details } from './details.ts'
import { errorMessage } from './error-message.ts'
import { errorSummary } from './error-summary.ts'
import { fieldset } from './fieldset.ts'
import { genericHeader } from './generic-header.ts'
import { hint } from './hint.ts'
import { input } from './input.ts'
import { insetText } from './inset-text.ts'
import { label } from './label.ts'
import { languageNavigation } from './language-navigation.ts'
import { notificationBanner } from './notification-banner.ts'
import { pagination } from './pagination.ts'
import { panel } from './panel.ts'
import { phaseBanner } from './phase-banner.ts'
import { radios } from './radios.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { tag } from './tag.ts'
import { textarea } from './textarea.ts'
import { warningText } from './warning-text.ts'

type Fixture = { readonly name: string; readonly options: unknown; readonly html: string }

const componentsDir = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)

// The options of a fixture are data; the compiler cannot know that they fit.
const components: Readonly<Record<string, (options: never) => Html>> = {
  'back-link': backLink,
  breadcrumbs,
  button,
  'character-count': characterCount,
  checkboxes,
  'cookie-banner': cookieBanner,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  fieldset,
  'generic-header': genericHeader,
  hint,
  input,
  'inset-text': insetText,
  label,
  'language-navigation': languageNavigation,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  'phase-banner': phaseBanner,
  radios,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tag,
  textarea,
  'warning-text': warningText,
}

for (const [name, component] of Object.entries(components)) {
  test(`people meet the same ${name} that GOV.UK tested with people`, async (t) => {
    const path = join(componentsDir, name, 'fixtures.json')
    const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }
    assert.ok(fixtures.length > 0)
    for (const fixture of fixtures) {
      await t.test(fixture.name, () => {
        const ours = component(asOptions(fixture.options) as never)
        assert.deepEqual(tree(ours.toString()), tree(fixture.html))
      })
    }
  })
}

test('two different pieces of markup are not taken for the same', () => {
  assert.notDeepEqual(tree('<p>a <b>c</b></p>'), tree('<p>a<b>c</b></p>'))
  assert.notDeepEqual(tree('<p class="a">b</p>'), tree('<p class="b">b</p>'))
  assert.deepEqual(tree('<p id="a" class="b">\n c</p>'), tree('<p class="b" id="a">c</p>'))
})

/** A macro's options as ours: markup is `Html`, and what is null, empty or no is absent. */
function asOptions(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && isMarkup(key)) return trusted(value)
  if (Array.isArray(value))
    return value.map((item) => (isEmpty(item) ? undefined : asOptions(item)))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      asOptions(inner, key === 'slots' ? 'html' : name),
    ]),
  )
}

function isEmpty(item: unknown): boolean {
  return !item || JSON.stringify(item) === '{}'
}

function isMarkup(key: string): boolean {
  return key === 'html' || key.endsWith('Html')
}

type Tree = { readonly name: string; readonly inside: readonly (Tree | string)[] }

function tree(markup: string): readonly (Tree | string)[] {
  return branches(parseFragment(markup), false)
}

function branches(
  parent: DefaultTreeAdapterTypes.ParentNode,
  exact: boolean,
): readonly (Tree | string)[] {
  const last = parent.childNodes.length - 1
  return parent.childNodes.flatMap((node, index): readonly (Tree | string)[] => {
    if ('tagName' in node) return [branch(node)]
    if (!('value' in node)) return []
    const text = normalise(node.value, exact, { first: index === 0, last: index === last })
    return text === '' ? [] : [text]
  })
}

function normalise(value: string, exact: boolean, at: { first: boolean; last: boolean }): string {
  if (exact) return value
  if (value.trim() === '') return ''
  const collapsed = value.replace(/\s+/g, ' ')
  const fromStart = at.first ? collapsed.trimStart() : collapsed
  return at.last ? fromStart.trimEnd() : fromStart
}

function branch(element: DefaultTreeAdapterTypes.Element): Tree {
  const attrs = element.attrs
    .map(({ name, value }) => `${name}="${value.replace(/\s+/g, ' ').trim()}"`)
    .sort()
  const exact = element.tagName === 'textarea' || attrs.includes('class="govuk-visually-hidden"')
  return {
    name: [element.tagName, ...attrs].join(' '),
    inside: branches(element, exact),
  }
}
