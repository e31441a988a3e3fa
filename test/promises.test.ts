/** No public page promises what no test keeps: see docs/promises.yml. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'

interface Promised {
  readonly says: readonly string[]
  readonly test: { readonly file: string; readonly title: string }
}

const { promises, none } = parse(readFileSync('docs/promises.yml', 'utf8')) as {
  readonly promises: readonly Promised[]
  readonly none: readonly string[]
}

/** Words of the desk are for officers, who can read the threat model. */
const pages = globSync('content/en/{guides/*.md,words/*.json}').filter(
  (path) => !path.endsWith('desk.json'),
)

const sounds = [
  /\b(we|our (computer|server)s?|this (site|website|page))\b[^.]*\b(do not|does not|never|only|cannot|always|keep|store|count|seal|delete|destroy|no)\b/i,
  /\bno (cookie|other company|outside)/i,
  /\bnobody (can|else)/i,
  /\b(is|are) (locked|sealed|destroyed|deleted)\b/i,
]

function sentencesOf(path: string): readonly string[] {
  const file = readFileSync(path, 'utf8')
  const texts = path.endsWith('.json')
    ? Object.values(JSON.parse(file) as Record<string, string>)
    : file.split(/\n+/)
  return texts.flatMap((text) => plain(text).split(/(?<=[.!?])\s+/)).filter((text) => text !== '')
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^(#+|-|\d+\.|summary:|title:)\s+/, '')
    .replaceAll('**', '')
    .trim()
}

const said = new Set(pages.flatMap(sentencesOf))

test('every sentence that sounds like a promise is kept by a test, or is known to be none', () => {
  const known = new Set([...promises.flatMap(({ says }) => says), ...none])
  // The accessibility statement describes limits and plans as the regulations ask.
  const statement = new Set(sentencesOf('content/en/guides/accessibility.md'))
  const unknown = [...said].filter(
    (sentence) => sounds.some((sound) => sound.test(sentence)) && !statement.has(sentence),
  )
  assert.deepEqual(
    unknown.filter((sentence) => !known.has(sentence)),
    [],
  )
})

test('every promise that is kept is still on a page', () => {
  const all = [...said].join('\n')
  const gone = [...promises.flatMap(({ says }) => says), ...none].filter(
    (text) => !all.includes(text),
  )
  assert.deepEqual(gone, [])
})

for (const { says, test: proof } of promises)
  test(`kept: ${says[0]}`, () => {
    const source = readFileSync(proof.file, 'utf8')
    const titles = [proof.title, proof.title.replaceAll("'", "\\'")]
    assert.ok(
      titles.some((title) => source.includes(`test('${title}'`)),
      `${proof.file} has no test “${proof.title}”`,
    )
  })
