import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

type Theme = Readonly<Record<string, string>>

const source = readFileSync(join(import.meta.dirname, 'tokens.scss'), 'utf8')
const light = theme('light')
const themes = {
  light,
  dark: { ...light, ...theme('dark') },
  contrast: { ...light, ...theme('contrast') },
  stark: { ...light, ...theme('stark') },
}

const read = [
  ['text', 'paper'],
  ['text', 'surface'],
  ['text', 'raised'],
  ['text', 'notice'],
  ['text', 'danger-surface'],
  ['muted', 'paper'],
  ['muted', 'surface'],
  ['muted', 'raised'],
  ['muted', 'danger-surface'],
  ['link', 'paper'],
  ['link', 'surface'],
  ['link', 'raised'],
  ['link', 'danger-surface'],
  ['link-hover', 'paper'],
  ['visited', 'paper'],
  ['visited', 'surface'],
  ['visited', 'raised'],
  ['danger', 'paper'],
  ['danger', 'surface'],
  ['danger', 'raised'],
  ['danger', 'danger-surface'],
  ['success', 'surface'],
  ['brand-text', 'brand'],
  ['action-text', 'action'],
  ['action-text', 'action-hover'],
  ['danger-text', 'danger'],
  ['danger-text', 'danger-hover'],
] as const

// What must be seen but holds no words: frames of fields, the two rings of the focus.
const seen = [
  ['edge', 'paper'],
  ['edge', 'raised'],
  ['edge', 'surface'],
  ['focus', 'focus-line'],
] as const

for (const [name, colours] of Object.entries(themes)) {
  test(`tired eyes can read every word in the ${name} theme`, () => {
    for (const [text, ground] of read) assertContrast(colours, { text, ground, least: 7 })
    for (const [text, ground] of seen) assertContrast(colours, { text, ground, least: 3 })
  })
}

function assertContrast(
  colours: Theme,
  { text, ground, least }: { text: string; ground: string; least: number },
): void {
  const ratio = contrast(colours[text] ?? '', colours[ground] ?? '')
  assert.ok(ratio >= least, `${text} on ${ground} is ${ratio.toFixed(2)}:1, not ${least}:1`)
}

function theme(name: string): Theme {
  const block = source.split(`@mixin ${name} {`)[1]?.split('}')[0] ?? assert.fail(name)
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, key, value]) => [key, value]),
  )
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

/** WCAG 2 relative luminance. */
function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
