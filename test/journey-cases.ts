/** What reporters of each role answer: one set, for every way of telling us. */
import type { Answers } from '../src/reports/question.ts'

export interface JourneyCase {
  /** Ends the sentence “A report can be sent by …”. */
  readonly title: string
  /** By the id of the question, then by the name of the field. Pages to read have no answer. */
  readonly answers: Answers
  /** The ids of the questions and pages that these answers lead through, in order. */
  readonly path: readonly string[]
}

const inDanger: JourneyCase = {
  title: 'someone in danger now, who is asked only for what sends help',
  answers: {
    role: { role: 'danger' },
    consent: { consent: 'share' },
    what: { what: 'Two men will not let us out' },
    where: { where: '7 Nowhere Lane', landmark: 'a mauve door', way: 'up the back stairs' },
    contact: {
      phone: '07700 900123',
      'contact-ways': ['text'],
      'contact-times': 'any time',
      'contact-safe': 'Do not call',
    },
  },
  path: ['role', 'danger', 'consent', 'what', 'where', 'contact'],
}

const itIsHappeningToMe: JourneyCase = {
  title: 'someone whom it is happening to, with wishes about the talk',
  answers: {
    role: { role: 'self' },
    consent: { consent: 'confidential' },
    what: { what: 'They keep what I earn.\nCafe\u0301 work, “every” day & <b>night</b>.' },
    signs: { signs: ['controlled', 'papers', 'pay', 'debt'] },
    'danger-now': { 'danger-now': 'unknown', children: 'no' },
    where: { landmark: 'behind the blue shutters' },
    who: { who: 'A man called Snorkwald', businesses: 'Sample Wash' },
    contact: { name: 'Sam', phone: '07700 900123', 'contact-ways': ['call', 'text'] },
    wishes: { spoken: 'Tigrinya ትግርኛ', interpreter: 'yes', officer: 'woman', needs: 'A ramp' },
    files: { files: 'no' },
  },
  path: [
    'role',
    'consent',
    'what',
    'signs',
    'danger-now',
    'where',
    'who',
    'contact',
    'wishes',
    'files',
  ],
}

const worried: JourneyCase = {
  title: 'someone who is worried about someone, with a child and with files',
  answers: {
    role: { role: 'other' },
    consent: { consent: 'share' },
    what: { what: 'Lights behind the green shutters\nall night' },
    signs: { signs: ['watched', 'hours'] },
    'danger-now': { 'danger-now': 'no', 'danger-about': 'Not that I saw', children: 'yes' },
    children: { 'children-about': 'One boy, perhaps twelve' },
    where: { where: 'Sample Street', landmark: 'next to the bakery', way: 'through the yard' },
    when: { happening: 'week', when: 'Fridays after nine' },
    who: { who: 'Three women', 'who-unsure': ['unknown'] },
    vehicles: { vehicles: 'ZZ99 QQQ, a mauve lorry', phones: '07700 900999', web: '@sample' },
    contact: { name: 'Robin', email: 'robin@sample.example', 'contact-ways': ['email'] },
    files: { files: 'yes' },
  },
  path: [
    'role',
    'consent',
    'what',
    'signs',
    'danger-now',
    'children',
    'where',
    'when',
    'who',
    'vehicles',
    'contact',
    'files',
  ],
}

const worriedInDanger: JourneyCase = {
  title: 'someone without a name who finds on the way that there is danger',
  answers: {
    role: { role: 'not-said' },
    consent: { consent: 'anonymous' },
    what: { what: 'x' },
    signs: { signs: ['locked', 'unknown'] },
    'danger-now': { 'danger-now': 'yes', children: 'unknown' },
    where: {},
    when: { happening: 'now' },
    who: {},
    vehicles: {},
    files: { files: 'unknown' },
  },
  path: [
    'role',
    'consent',
    'what',
    'signs',
    'danger-now',
    'danger-found',
    'where',
    'when',
    'who',
    'vehicles',
    'files',
  ],
}

const atWork: JourneyCase = {
  title: 'a professional, with a reference and the NRM',
  answers: {
    role: { role: 'professional' },
    consent: { consent: 'share' },
    work: {
      organization: 'Sample School',
      job: 'Teacher',
      'case-number': 'S-17',
      nrm: 'no',
      agrees: 'yes',
    },
    what: { what: 'A pupil has told us about work at night' },
    signs: { signs: ['hours', 'pay', 'afraid'] },
    'danger-now': { 'danger-now': 'no', children: 'no' },
    where: { where: 'Harbour Road' },
    when: { happening: 'longer', when: 'since March' },
    who: { who: 'A young person' },
    contact: { name: 'Alex', phone: '020 7946 0999' },
    files: { files: 'no' },
  },
  path: [
    'role',
    'consent',
    'work',
    'what',
    'signs',
    'danger-now',
    'where',
    'when',
    'who',
    'contact',
    'files',
  ],
}

const saysNothing: JourneyCase = {
  title: 'someone who would rather not say, or does not know, at every question',
  answers: {
    role: { role: 'unknown' },
    consent: { consent: 'not-said' },
    what: { 'what-unsure': ['not-said'] },
    signs: { signs: ['unknown'] },
    'danger-now': { 'danger-now': 'not-said', children: 'not-said' },
    where: { 'where-unsure': ['unknown', 'not-said'] },
    when: { happening: 'unknown' },
    who: { 'who-unsure': ['not-said'] },
    vehicles: { 'vehicles-unsure': ['unknown'] },
    files: { files: 'not-said' },
  },
  path: [
    'role',
    'consent',
    'what',
    'signs',
    'danger-now',
    'where',
    'when',
    'who',
    'vehicles',
    'files',
  ],
}

export const journeyCases: readonly JourneyCase[] = [
  inDanger,
  itIsHappeningToMe,
  worried,
  worriedInDanger,
  atWork,
  saysNothing,
]
