/** The documents say what is there: paths and links lead somewhere, nothing is left out. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const documents = [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })]

/** Words of ours that somebody who is new cannot guess. */
const designWords = `activity administrator assignment auditor closure choice desk desk key envelope epoch
  guide handoff journey leave location mailbox message officer organization person priority promise
  question queue receipt reference report reporter schedule seal service site supervisor`

test('there are documents to look at', () => {
  for (const name of [
    'README.md',
    'docs/operators.md',
    'docs/decisions/0001-views-are-functions.md',
  ])
    assert.ok(documents.includes(name), name)
})

for (const document of documents) {
  test(`every link in ${document} leads somewhere`, () => {
    for (const target of linksIn(textOf(document))) {
      const [path = '', heading] = target.split('#')
      const file = path === '' ? document : join(dirname(document), path)
      assert.ok(existsSync(join(root, file)), target)
      if (heading !== undefined) assert.ok(headingsIn(textOf(file)).includes(heading), target)
    }
  })

  test(`every file that ${document} names is there`, () => {
    for (const path of pathsIn(textOf(document)))
      assert.ok(existsSync(join(root, path)), `${document} names ${path}`)
  })
}

test('what a document places in a file is in that file', () => {
  const places = documents.flatMap((document) => [
    ...textOf(document).matchAll(/`([\w.]+)` (?:in |\()`((?:src|test)\/[\w./-]+\.ts)`/g),
  ])
  assert.ok(places.length > 20)
  for (const [, name = '', file = ''] of places)
    assert.ok(textOf(file).includes(name.split('.').at(-1) ?? name), `${name} in ${file}`)
})

test('operators can look up every setting, and no setting that is none', () => {
  const read = ['src/config.ts', 'src/secrets.ts'].flatMap((file) =>
    matches(textOf(file), /environment\['(\w+)'\]/g),
  )
  assert.ok(read.length >= 8)
  assert.deepEqual(firstCells(section('docs/operators.md', 'Settings')), sorted([...new Set(read)]))
})

test('operators can look up every field of a site file, and no field that is none', () => {
  const [, schema = ''] =
    /const siteFile = v\.strictObject\(\{(.*?)^\}\)/ms.exec(textOf('src/sites.ts')) ?? []
  const fields = matches(schema, /(?:^|[{,]) *(\w+)(?=[:,} ])/gm)
  assert.ok(fields.includes('exit') && fields.includes('colour') && fields.includes('id'))
  assert.deepEqual(sorted(firstCells(section('docs/operators.md', 'Site files'))), sorted(fields))
})

test('operators can look up every command', () => {
  const files = globSync('src/cli/*-command.ts', { cwd: root })
  const names = files.flatMap((file) => matches(textOf(file), /^ {2}name: '([a-z ]+)'/gm))
  const cells = firstCells(section('docs/operators.md', 'Commands'))
  const listed = cells.map((cell) => cell.replace(/ <.*/, ''))
  assert.ok(names.length > 0)
  assert.deepEqual(listed, sorted(names))
})

test('every package has a reason in writing, and no reason is left of one that is gone', () => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    textOf('package.json'),
  ) as Record<string, Record<string, string>>
  const packages = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })
  assert.deepEqual(firstCells(textOf('docs/dependencies.md')), sorted(packages))
})

test('the glossary knows our words', () => {
  const terms = matches(textOf('docs/glossary.md'), /^\| ([^|]+?) \|/gm).flatMap((cell) =>
    cell.split(', '),
  )
  for (const word of designWords.match(/desk key|\S+/g) ?? []) assert.ok(terms.includes(word), word)
})

test('every decision says why, what, what follows, and what else there was', () => {
  for (const document of documents.filter((name) => name.startsWith('docs/decisions/'))) {
    const text = textOf(document)
    assert.match(text, /^# \d+\. .+\n\n\d{4}-\d\d-\d\d · /, document)
    for (const part of ['Context', 'Decision', 'Consequences', 'Alternatives'])
      assert.match(text, new RegExp(`^\\*\\*${part}\\.\\*\\*`, 'm'), `${document}: ${part}`)
  }
})

test('no document has a straight apostrophe in a sentence', () => {
  for (const document of documents)
    assert.doesNotMatch(sentencesOf(textOf(document)), /\w'\w/, document)
})

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function sentencesOf(text: string): string {
  return text
    .replace(/^(```|~~~).*?^\1/gms, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/`[^`\n]*`/g, '')
}

/** Addresses inside the repository that a document links to. */
function linksIn(text: string): string[] {
  const targets = matches(sentencesOf(text), /\]\(([^)\s]+)\)/g)
  return targets.filter((target) => !/^[a-z]+:/.test(target))
}

/** Paths between backticks; those with a placeholder or a pattern name no one file. */
function pathsIn(text: string): string[] {
  const spans = matches(text, /`([^`\n]+)`/g).flatMap((span) => span.split(/[\s()]+/))
  const plain = spans.map((span) => span.replace(/^\.\//, '').replace(/[,.;:]$/, ''))
  return plain.filter((span) => /^(?:src|test|bin|docs|content|\.ci)\/[\w./-]*$/.test(span))
}

function headingsIn(text: string): string[] {
  return matches(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** What is between a second-level heading and the next. */
function section(document: string, heading: string): string {
  const [, text = ''] = textOf(document).split(`\n## ${heading}\n`)
  return text.split('\n## ')[0] ?? ''
}

/** The code in the first cell of every row, in order. */
function firstCells(text: string): string[] {
  return sorted(matches(text, /^\| `([^`]+)`[^|]*\|/gm))
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found)
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort()
}
