import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { journeyCases } from '../../test/journey-cases.ts'
import { Browser, type OpenSite, openWholeSite } from '../../test/open-site.ts'
import { humanTrafficking as journey } from '../reports/human-trafficking.ts'
import { looksOf, questionsOf } from '../reports/journey.ts'
import type { Answers, Question } from '../reports/question.ts'
import { html } from '../ui/html.ts'
import { loadWords } from '../ui/load-words.ts'
import { questionView } from './report/question-page.ts'

const words = loadWords('content', 'en')

describe('Questions that nobody has typed into yet', () => {
  let site: OpenSite
  before(async () => {
    site = await openWholeSite(['en', 'cy'])
    await site.openDesk()
  })
  after(() => site.close())

  test('are the same page wherever they have the same name', () => {
    const pages = new Map<string, string>()
    fc.assert(
      fc.property(anyAnswers(), (answers) => {
        for (const question of questionsOf(journey, answers)) {
          const name = looksOf(journey, answers, question)
          const page = blankPage(question, answers)
          assert.equal(pages.get(name) ?? page, page, name)
          pages.set(name, page)
        }
      }),
    )
    for (const { answers } of journeyCases)
      for (const question of questionsOf(journey, answers))
        assert.equal(
          pages.get(looksOf(journey, answers, question)) ?? blankPage(question, answers),
          blankPage(question, answers),
        )
  })

  test('show one reporter nothing of another, in any language or size of text', async () => {
    const one = new Browser(site.app)
    await one.post('/a/1', { role: 'other' })
    await one.post('/a/2', { consent: 'anonymous' })
    await one.post('/a/3', { what: 'Sample words of the first' })
    const blank = (await new Browser(site.app).get('/a/1')).body
    const typed = (await one.get('/a/3')).body
    assert.match(typed, /Sample words of the first/)
    const other = new Browser(site.app)
    await other.post('/a/1', { role: 'other' })
    await other.post('/a/2', { consent: 'anonymous' })
    assert.doesNotMatch((await other.get('/a/3')).body, /Sample words/)
    assert.equal((await new Browser(site.app).get('/a/1')).body, blank)
    assert.match((await new Browser(site.app).get('/cy/a/1')).body, /<html lang="cy"/)
    assert.match((await new Browser(site.app).get('/a/1')).body, /<html lang="en"/)
  })
})

const visit = { words, site: { controller: 'Sample' }, content: { emergency: html`` } }

function blankPage(question: Question, answers: Answers): string {
  return String(questionView({ visit, journey, question, answers, typed: {} }).main)
}

/** What somebody chose at every question, in every combination; typed words do not matter here. */
function anyAnswers(): fc.Arbitrary<Answers> {
  const questions = journey.questions.map(({ id, fields }) => {
    const chosen = fields.flatMap((field) =>
      'options' in field
        ? [
            [
              field.name,
              fc.subarray(
                field.options.map(({ value }) => value),
                { minLength: 1 },
              ),
            ],
          ]
        : [],
    )
    return [id, fc.record(Object.fromEntries(chosen), { requiredKeys: [] })]
  })
  return fc.record(Object.fromEntries(questions), { requiredKeys: [] }) as fc.Arbitrary<Answers>
}
