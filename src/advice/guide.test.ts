import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { ContentFault } from './content-file.ts'
import { fillGuide, findGuide, guideHref, loadGuides, relatedGuides } from './guide.ts'

const good = {
  title: 'One',
  summary: 'About one.',
  order: '10',
  reviewedOn: '"2026-11-22"',
  kind: 'guide',
  related: '[]',
}

test('a reader gets the guides in their order, with what to read next', (context) => {
  const dir = contentWith(context, {
    'en/guides/one.md': guide({ order: '20', related: '[two]' }),
    'en/guides/two.md': guide({ title: 'Two', order: '10' }),
  })
  const guides = loadGuides(dir, 'en')
  assert.deepEqual(
    guides.map(({ slug }) => slug),
    ['two', 'one'],
  )
  const one = findGuide(guides, 'one')
  assert.ok(one)
  assert.deepEqual(
    relatedGuides(guides, one).map(({ title }) => title),
    ['Two'],
  )
  assert.equal(findGuide(guides, 'three'), undefined)
})

test('a guide has its address, and a page about the site has its own', (context) => {
  const dir = contentWith(context, {
    'en/guides/one.md': guide({}),
    'en/guides/privacy.md': guide({ kind: 'page', order: '20' }),
  })
  assert.deepEqual(loadGuides(dir, 'en').map(guideHref), ['/guides/one', '/privacy'])
})

test('what has not been translated is there in English, and says so', (context) => {
  const dir = contentWith(context, {
    'en/guides/one.md': guide({}),
    'en/guides/two.md': guide({ order: '20' }),
    'cy/guides/one.md': guide({ title: 'Un' }),
  })
  assert.deepEqual(
    loadGuides(dir, 'cy').map(({ title, locale }) => [title, locale]),
    [
      ['Un', 'cy'],
      ['One', 'en'],
    ],
  )
})

test('the site puts its own name in, and the name can never become markup', (context) => {
  const dir = contentWith(context, {
    'en/guides/one.md': guide({ title: '"About {siteName}"' }, 'Run by {controller}: {contact}'),
  })
  const [one] = loadGuides(dir, 'en')
  assert.ok(one)
  const filled = fillGuide(one, { siteName: 'A & B', controller: '<b>', contact: 'a@b.example' })
  assert.equal(filled.title, 'About A & B')
  assert.equal(filled.body, '<p class="govuk-body">Run by &lt;b&gt;: a@b.example</p>\n')
})

test('a wrong guide stops the start, naming the file, the field and how to mend it', (context) => {
  const cases: [string, string, RegExp][] = [
    ['a wrong day', guide({ reviewedOn: 'soon' }), /one\.md: reviewedOn: must be a day, such as/],
    ['a wrong kind', guide({ kind: 'story' }), /one\.md: kind: must be guide, type or page/],
    ['a wrong order', guide({ order: 'first' }), /one\.md: order: must be a number/],
    ['an unknown field', `${guide({}).replace('---\n', '---\ncolour: red\n')}`, /one\.md: colour:/],
    ['no front matter', 'Only text', /one\.md: front matter: begin the file with ---/],
    ['broken YAML', '---\ntitle: "x\n---\ntext', /one\.md: line \d/],
    ['a lost neighbour', guide({ related: '[gone]' }), /one\.md: related: no guide is called gone/],
    ['a dead link', guide({}, '[x](/guides/gone)'), /one\.md: text: the link \/guides\/gone/],
    ['a strange placeholder', guide({}, 'Hello {name}'), /one\.md: \{name\}: use \{siteName\}/],
    ['a second title', guide({}, '# Again'), /one\.md: text: the title is the first-level/],
  ]
  for (const [what, text, message] of cases) {
    const dir = contentWith(context, { 'en/guides/one.md': text })
    assert.throws(() => loadGuides(dir, 'en'), expected(message), what)
  }
  assert.throws(() => loadGuides('/nowhere', 'en'), expected(/guides: folder: is missing/))
})

function expected(message: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof ContentFault)
    assert.equal(error.code, 'content-fault')
    assert.match(error.message, message)
    return true
  }
}

function guide(fields: Partial<typeof good>, text = 'Text.'): string {
  const front = Object.entries({ ...good, ...fields }).map(([name, value]) => `${name}: ${value}`)
  return `---\n${front.join('\n')}\n---\n${text}\n`
}

function contentWith(context: TestContext, files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'content-'))
  context.after(() => rmSync(dir, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true })
    writeFileSync(join(dir, name), text)
  }
  return dir
}
