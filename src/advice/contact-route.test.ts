import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { contactRoutesFor, findContactRoute, loadContactRoutes } from './contact-route.ts'
import { ContentFault } from './content-file.ts'

const words = `{ name: n, when: w, hours: h, cost: c, languages: l, privacy: p, answeredBy: a }`

test('a person sees every number of the front page, each one a tap away', () => {
  const routes = loadContactRoutes('content', 'en')
  const taps = routes.map(({ id, numbers, link }) => [id, numbers[0]?.href ?? link?.href])
  assert.deepEqual(taps, [
    ['emergency', 'tel:999'],
    ['silent-solution', 'tel:999'],
    ['emergency-sms', 'sms:999'],
    ['emergency-bsl', 'https://999bsl.co.uk'],
    ['emergency-textphone', 'tel:18000'],
    ['helpline', 'tel:08000121700'],
    ['police', 'tel:101'],
    ['police-textphone', 'tel:18001101'],
    ['crimestoppers', 'tel:0800555111'],
    ['report', '/report'],
  ])
})

test('danger comes before everything else', () => {
  const routes = loadContactRoutes('content', 'en')
  assert.equal(routes[0]?.urgency, 'emergency')
  assert.equal(contactRoutesFor(routes, 'emergency').length, 5)
})

test('a person who cannot speak is told each step, and what 55 does not do', () => {
  const silent = findContactRoute(loadContactRoutes('content', 'en'), 'silent-solution')
  assert.equal(silent?.steps.length, 4)
  assert.match(silent?.privacy ?? '', /55 does not tell the police where you are/)
})

test('what has not been translated is said in English, and says so', (context) => {
  const dir = contentWith(
    context,
    `- { id: a, urgency: any, call: ["101"], words: { en: ${words}, cy: ${words} } }
- { id: b, urgency: any, call: ["101"], words: { en: ${words} } }`,
  )
  assert.deepEqual(
    loadContactRoutes(dir, 'cy').map(({ locale }) => locale),
    ['cy', 'en'],
  )
})

test('a wrong route stops the start, naming the field and how to mend it', (context) => {
  const route = (fields: string) => `- { id: a, urgency: any, ${fields} }`
  const cases: [string, RegExp][] = [
    [route(`call: [101], words: { en: ${words} }`), /0\.call\.0: must be a number in quotes/],
    [route(`call: ["1O1"], words: { en: ${words} }`), /0\.call\.0: must be a British number/],
    [route(`href: "http://x.example", words: { en: ${words} }`), /0\.href: must begin with https/],
    [route(`call: ["101"], words: { cy: ${words} }`), /0\.words\.en/],
    [route(`call: ["101"], words: { en: { name: n } }`), /0\.words\.en\.when/],
    [route(`words: { en: ${words} }`), /a: nobody can follow it/],
    [
      `${route(`call: ["101"], words: { en: ${words} }`)}\n`.repeat(2),
      /a: two routes have this id/,
    ],
    ['hello: there', /file: must be a list of routes/],
  ]
  for (const [text, message] of cases) {
    assert.throws(
      () => loadContactRoutes(contentWith(context, text), 'en'),
      (error) => error instanceof ContentFault && message.test(error.message),
      String(message),
    )
  }
})

function contentWith(context: TestContext, text: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'content-'))
  context.after(() => rmSync(dir, { recursive: true }))
  writeFileSync(join(dir, 'routes.yaml'), text)
  return dir
}
