import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { journeyCases } from '../../test/journey-cases.ts'
import { humanTrafficking as journey } from './human-trafficking.ts'
import {
  answersThatApply,
  fieldsOf,
  findQuestion,
  isReached,
  missing,
  nextQuestion,
  type Place,
  placeOf,
  previousQuestion,
  questionsOf,
} from './journey.ts'
import { getJourney } from './journeys.ts'
import type { Answer, Answers, Condition, Field, Question } from './question.ts'

const anyAnswers = fc
  .record(Object.fromEntries(journey.questions.map((one) => [one.id, anyAnswer(one)])), {
    requiredKeys: [],
  })
  .map((answers) => answers as Answers)

test('whoever answers page after page is asked every question that applies once, and comes to an end', () => {
  fc.assert(
    fc.property(anyAnswers, (wishes) => {
      const asked: string[] = []
      let answers: Answers = {}
      for (;;) {
        const question = nextQuestion(journey, answers)
        if (question === undefined) break
        assert.ok(!asked.includes(question.id), `${question.id} was asked twice`)
        asked.push(question.id)
        answers = { ...answers, [question.id]: wishes[question.id] ?? {} }
      }
      assert.deepEqual(asked, ids(questionsOf(journey, answers)))
    }),
  )
})

test('back leads to the question before, and from the check to the last', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const questions = questionsOf(journey, answers)
      questions.forEach((question, index) => {
        assert.equal(previousQuestion(journey, answers, question), questions[index - 1])
      })
      assert.equal(previousQuestion(journey, answers), questions.at(-1))
    }),
  )
})

test('one can go to any question up to the first that is not answered, and no further', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const asked = questionsOf(journey, answers)
      const next = nextQuestion(journey, answers)
      const reached = journey.questions.filter((one) => isReached(journey, answers, one))
      const upTo = next === undefined ? asked.length : asked.indexOf(next) + 1
      assert.deepEqual(ids(reached), ids(asked.slice(0, upTo)))
    }),
  )
})

test('what is no longer asked is left out, and leaving it out changes nothing else', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const kept = answersThatApply(journey, answers)
      assert.deepEqual(answersThatApply(journey, kept), kept)
      assert.deepEqual(ids(questionsOf(journey, kept)), ids(questionsOf(journey, answers)))
      const asked = ids(questionsOf(journey, answers))
      for (const id of Object.keys(kept)) assert.ok(asked.includes(id))
    }),
  )
})

test('without a name, or undecided, nobody is asked how to reach them, and none is sent', () => {
  for (const consent of ['anonymous', 'unknown', 'not-said', undefined]) {
    const answers: Answers = {
      consent: consent === undefined ? {} : { consent },
      contact: { name: 'typed before they changed their mind' },
    }
    assert.ok(!ids(questionsOf(journey, answers)).includes('contact'))
    assert.equal(answersThatApply(journey, answers)['contact'], undefined)
  }
  for (const consent of ['share', 'confidential'])
    assert.ok(ids(questionsOf(journey, { consent: { consent } })).includes('contact'))
})

test('whoever says that someone is in danger reads about 999 before anything else is asked', () => {
  const answers = { role: { role: 'danger' } }
  assert.equal(nextQuestion(journey, answers)?.id, 'danger')
  assert.ok(!ids(questionsOf(journey, answers)).includes('danger-now'))
})

test('whoever says so later reads about 999 straight after', () => {
  const answers = { role: { role: 'other' }, 'danger-now': { 'danger-now': 'yes' } }
  const asked = ids(questionsOf(journey, answers))
  assert.equal(asked[asked.indexOf('danger-now') + 1], 'danger-found')
  const changed = { ...answers, role: { role: 'danger' } }
  assert.ok(!ids(questionsOf(journey, changed)).includes('danger-found'))
})

test('a few words about what happened are all that a report needs', () => {
  assert.deepEqual(ids(missing(journey, {})), ['what'])
  assert.deepEqual(ids(missing(journey, { what: {} })), ['what'])
  assert.deepEqual(missing(journey, { what: { what: 'a few words' } }), [])
})

for (const { title, answers, path } of journeyCases)
  test(`a report can be sent by ${title}`, () => {
    const asked: string[] = []
    let given: Answers = {}
    for (;;) {
      const question = nextQuestion(journey, given)
      if (question === undefined) break
      asked.push(question.id)
      given = { ...given, [question.id]: answers[question.id] ?? {} }
    }
    assert.deepEqual(asked, path)
    assert.deepEqual(missing(journey, given), [])
    const said = Object.entries(answersThatApply(journey, given)).filter(
      ([, answer]) => Object.keys(answer).length > 0,
    )
    const typed = Object.entries(answers).filter(([, answer]) => Object.keys(answer).length > 0)
    assert.deepEqual(new Map(said), new Map(typed), 'all that was answered counts')
  })

test('nobody is asked more than twelve questions, and in danger no more than four', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const asked = questionsOf(journey, answers).filter(({ fields }) => fields.length > 0)
      const isInDanger = answers['role']?.['role'] === 'danger'
      assert.ok(asked.length <= (isInDanger ? 5 : 12), ids(asked).join())
    }),
  )
})

test('the number of a question grows by one, and what is said of how many is true in the end', () => {
  fc.assert(
    fc.property(anyAnswers, (wishes) => {
      let answers: Answers = {}
      const places: Place[] = []
      const asked = questionsOf(journey, wishes)
      for (const question of asked) {
        places.push(placeOf(journey, answers, question))
        answers = { ...answers, [question.id]: wishes[question.id] ?? {} }
      }
      assert.deepEqual(
        places.map(({ number }) => number),
        asked.map((_, index) => index + 1),
      )
      for (const { count } of places.filter(({ about }) => !about))
        assert.equal(count, asked.length)
    }),
  )
})

test('at every question one can say “I don’t know” and “I would rather not say”', () => {
  for (const { id, fields } of journey.questions.filter((one) => one.fields.length > 0)) {
    const options = fields.flatMap((field) => ('options' in field ? field.options : []))
    for (const value of ['unknown', 'not-said'])
      assert.ok(
        options.some((one) => one.value === value),
        `${id} has no “${value}”`,
      )
  }
})

test('whoever would rather not say what happened has answered, and can send', () => {
  assert.deepEqual(missing(journey, { what: { 'what-unsure': ['not-said'] } }), [])
})

test('every choice can be declined', () => {
  for (const field of journey.questions.flatMap((one) => one.fields))
    if ('options' in field) {
      const values = field.options.map((option) => option.value)
      assert.ok(values.includes('not-said') && values.includes('unknown'), field.name)
    }
})

test('ids, pages and field names are each used once, and conditions only look back', () => {
  const fields = journey.questions.flatMap((one) => one.fields.map((field) => field.name))
  for (const names of [
    ids(journey.questions),
    journey.questions.map((one) => `${one.page}`),
    fields,
  ])
    assert.equal(new Set(names).size, names.length)
  const earlier = new Set<string>()
  for (const question of journey.questions) {
    for (const name of conditionsOf(question).flatMap(fieldsOf))
      assert.ok(earlier.has(name), `${question.id} looks ahead to ${name}`)
    for (const field of question.fields) earlier.add(field.name)
  }
})

test('a page never moves: addresses in the middle of a report stay good', () => {
  assert.deepEqual(Object.fromEntries(journey.questions.map((one) => [one.page, one.id])), {
    1: 'role',
    2: 'consent',
    3: 'what',
    4: 'where',
    5: 'when',
    6: 'who',
    7: 'children',
    8: 'danger-now',
    9: 'vehicles',
    10: 'contact',
    11: 'danger',
    12: 'danger-found',
    13: 'work',
    14: 'signs',
    15: 'wishes',
    16: 'files',
  })
  assert.equal(findQuestion(journey, 3)?.id, 'what')
  assert.equal(findQuestion(journey, 99), undefined)
})

test('a topic that nobody wrote questions for stops the start', () => {
  assert.equal(getJourney('human-trafficking'), journey)
  assert.throws(() => getJourney('tax'), /no questions for the topic “tax”/)
})

/** Everything that decides whether a question is asked, and in which words. */
function conditionsOf({ when, title, fields }: Question): readonly Condition[] {
  const labels = fields.flatMap((field) => [
    field.label,
    field.hint,
    ...('options' in field ? field.options.map((option) => option.label) : []),
  ])
  const wordings = [title, ...labels].flatMap((wording) =>
    typeof wording === 'object' ? [wording.when] : [],
  )
  return when === undefined ? wordings : [when, ...wordings]
}

function ids(questions: readonly Question[]): string[] {
  return questions.map((question) => question.id)
}

function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  const fields = Object.fromEntries(question.fields.map((one) => [one.name, anyValue(one)]))
  return fc.record(fields, { requiredKeys: [] }).map((answer) => answer as Answer)
}

function anyValue(field: Field): fc.Arbitrary<string | string[]> {
  if (!('options' in field)) return fc.string({ minLength: 1, maxLength: 20 })
  const values = field.options.map((option) => option.value)
  return field.kind === 'radios'
    ? fc.constantFrom(...values)
    : fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })
}
