import { humanTraffickingPriorities } from './human-trafficking-priorities.ts'
import type { Journey } from './journey.ts'
import type { Condition, Option, Question, ReportKey } from './question.ts'

const unsure: readonly Option[] = [
  option('unknown', 'report.option.unknown'),
  option('not-said', 'report.option.not-said'),
]
const yesOrNo: readonly Option[] = [
  option('yes', 'report.option.yes'),
  option('no', 'report.option.no'),
  ...unsure,
]

const inDanger: Condition = { field: 'role', among: ['danger'] }
const aboutMe: Condition = { field: 'role', among: ['self'] }
const withName: Condition = { field: 'consent', among: ['share', 'confidential'] }

const role: Question = {
  id: 'role',
  page: 1,
  title: 'report.role.title',
  explain: ['report.role.explain'],
  fields: [
    {
      kind: 'radios',
      name: 'role',
      options: [
        option('danger', 'report.role.danger', 'report.role.danger-hint'),
        option('self', 'report.role.self'),
        option('other', 'report.role.other'),
        option('professional', 'report.role.professional', 'report.role.professional-hint'),
        ...unsure,
      ],
    },
  ],
}

const danger: Question = {
  id: 'danger',
  page: 11,
  title: 'report.danger.title',
  fields: [],
  when: inDanger,
}

const consent: Question = {
  id: 'consent',
  page: 2,
  title: 'report.consent.title',
  explain: ['report.consent.explain', 'report.consent.exceptions'],
  fields: [
    {
      kind: 'radios',
      name: 'consent',
      options: [
        option('share', 'report.consent.share', 'report.consent.share-hint'),
        option('confidential', 'report.consent.confidential', 'report.consent.confidential-hint'),
        option('anonymous', 'report.consent.anonymous', 'report.consent.anonymous-hint'),
        option('unknown', 'report.consent.unknown', 'report.consent.unknown-hint'),
        option('not-said', 'report.option.not-said'),
      ],
    },
  ],
}

const what: Question = {
  id: 'what',
  page: 3,
  title: { when: aboutMe, say: 'report.what.title-self', otherwise: 'report.what.title' },
  explain: ['report.what.explain'],
  fields: [{ kind: 'textarea', name: 'what', limit: 15_000, required: 'report.what.empty' }],
}

const where: Question = {
  id: 'where',
  page: 4,
  title: { when: aboutMe, say: 'report.where.title-self', otherwise: 'report.where.title' },
  explain: ['report.where.explain'],
  fields: [{ kind: 'textarea', name: 'where', limit: 4_000 }],
}

const when: Question = {
  id: 'when',
  page: 5,
  title: 'report.when.title',
  fields: [
    {
      kind: 'radios',
      name: 'happening',
      label: 'report.when.happening',
      options: [
        option('now', 'report.when.now'),
        option('week', 'report.when.week'),
        option('longer', 'report.when.longer'),
        ...unsure,
      ],
    },
    {
      kind: 'textarea',
      name: 'when',
      label: 'report.when.details',
      hint: 'report.when.details-hint',
      limit: 4_000,
    },
  ],
}

const who: Question = {
  id: 'who',
  page: 6,
  title: { when: aboutMe, say: 'report.who.title-self', otherwise: 'report.who.title' },
  explain: ['report.who.explain'],
  fields: [{ kind: 'textarea', name: 'who', limit: 4_000 }],
}

const children: Question = {
  id: 'children',
  page: 7,
  title: 'report.children.title',
  explain: ['report.children.explain'],
  fields: [
    { kind: 'radios', name: 'children', label: 'report.children.label', options: yesOrNo },
    { kind: 'textarea', name: 'children-about', label: 'report.children.about', limit: 4_000 },
  ],
}

const dangerNow: Question = {
  id: 'danger-now',
  page: 8,
  title: 'report.danger-now.title',
  fields: [
    { kind: 'radios', name: 'danger-now', label: 'report.danger-now.label', options: yesOrNo },
    { kind: 'textarea', name: 'danger-about', label: 'report.danger-now.about', limit: 4_000 },
  ],
  when: { not: inDanger },
}

const dangerFound: Question = {
  id: 'danger-found',
  page: 12,
  title: 'report.danger.title',
  fields: [],
  when: { field: 'danger-now', among: ['yes'] },
}

const vehicles: Question = {
  id: 'vehicles',
  page: 9,
  title: 'report.vehicles.title',
  explain: ['report.vehicles.explain'],
  fields: [{ kind: 'textarea', name: 'vehicles', limit: 4_000 }],
}

const contact: Question = {
  id: 'contact',
  page: 10,
  title: 'report.contact.title',
  explain: ['report.contact.explain'],
  fields: [
    { kind: 'text', name: 'name', label: 'report.contact.name', limit: 200 },
    { kind: 'text', name: 'phone', label: 'report.contact.phone', limit: 200, input: 'tel' },
    { kind: 'text', name: 'email', label: 'report.contact.email', limit: 300, input: 'email' },
    {
      kind: 'checkboxes',
      name: 'contact-ways',
      label: 'report.contact.ways',
      options: [
        option('call', 'report.contact.call'),
        option('text', 'report.contact.text'),
        option('email', 'report.contact.by-email'),
        ...unsure,
      ],
    },
    {
      kind: 'textarea',
      name: 'contact-safe',
      label: 'report.contact.safe',
      hint: 'report.contact.safe-hint',
      limit: 4_000,
    },
  ],
  when: withName,
}

export const humanTrafficking: Journey = {
  topic: 'human-trafficking',
  questions: [
    role,
    danger,
    consent,
    what,
    where,
    when,
    who,
    children,
    dangerNow,
    dangerFound,
    vehicles,
    contact,
  ],
  priorities: humanTraffickingPriorities,
}

function option(value: string, label: ReportKey, hint?: ReportKey): Option {
  return hint === undefined ? { value, label } : { value, label, hint }
}
