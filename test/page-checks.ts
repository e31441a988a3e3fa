/** What every page is held to, whoever made it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'doctype-style': 'off',
    // Phone numbers are kept whole by the style sheet.
    'tel-non-breaking': 'off',
    // Attributes that GOV.UK writes with an empty value on purpose.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    // JAWS reads what describes a fieldset of text fields only where it is called a group.
    'no-redundant-role': 'off',
    // As GOV.UK writes its cookie banner and its links that look like buttons.
    'prefer-native-element': ['error', { exclude: ['region', 'button'] }],
  },
})

/** What a person with a screen reader or poor sight would stumble over, on the page that is open. */
export async function barriersOn(tab: Page): Promise<string[]> {
  await tab.evaluate(axeSource)
  const results = await tab.evaluate<AxeResults>('axe.run()')
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** What is wrong with the markup of a whole page. */
export async function faultsIn(markup: string): Promise<string[]> {
  const { results } = await validator.validateString(markup)
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line, column }) => `${ruleId} ${message} ${line}:${column}`)
}

/** By how many pixels the page runs off the side. */
export function overflowOf(tab: Page): Promise<number> {
  return tab.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
}
