import {
  aboutMe,
  atWork,
  forMe,
  insteadOf,
  notInDanger,
  option,
  unsure,
  yesOrNo,
} from './human-trafficking-answers.ts'
import { signOptions } from './human-trafficking-signs.ts'
import type { Question, TextField } from './question.ts'

/** Asked before any sign is named: what people remember by themselves counts for more. */
export const what: Question = {
  id: 'what',
  page: 3,
  title: forMe('report.what.title-self', 'report.what.title'),
  explain: ['report.what.explain'],
  fields: [
    { kind: 'textarea', name: 'what', limit: 15_000, required: 'report.what.empty' },
    insteadOf('what', [
      option('unknown', 'report.what.unknown'),
      option('not-said', 'report.option.not-said'),
    ]),
  ],
}

export const signs: Question = {
  id: 'signs',
  page: 14,
  title: forMe('report.signs.title-self', 'report.signs.title'),
  explain: ['report.signs.explain'],
  fields: [
    {
      kind: 'checkboxes',
      name: 'signs',
      options: [...signOptions(aboutMe), option('none', 'report.signs.none'), ...unsure],
    },
  ],
  when: notInDanger,
}

export const dangerNow: Question = {
  id: 'danger-now',
  page: 8,
  title: 'report.danger-now.title',
  fields: [
    { kind: 'radios', name: 'danger-now', label: 'report.danger-now.label', options: yesOrNo },
    { ...lines('danger-about', 2_000), label: 'report.danger-now.about' },
    {
      kind: 'radios',
      name: 'children',
      label: 'report.children.label',
      hint: 'report.children.explain',
      options: yesOrNo,
    },
  ],
  when: notInDanger,
}

export const dangerFound: Question = {
  id: 'danger-found',
  page: 12,
  title: 'report.danger.title',
  fields: [],
  when: { field: 'danger-now', among: ['yes'] },
}

export const children: Question = {
  id: 'children',
  page: 7,
  title: 'report.children.about',
  explain: ['report.children.about-explain'],
  fields: [lines('children-about'), insteadOf('children')],
  when: { field: 'children', among: ['yes'] },
}

export const where: Question = {
  id: 'where',
  page: 4,
  title: forMe('report.where.title-self', 'report.where.title'),
  explain: ['report.where.explain'],
  fields: [
    { ...lines('where', 1_000), label: 'report.where.address' },
    {
      ...lines('landmark', 2_000),
      label: 'report.where.landmark',
      hint: 'report.where.landmark-hint',
    },
    { ...lines('way', 2_000), label: 'report.where.way', hint: 'report.where.way-hint' },
    insteadOf('where'),
  ],
}

export const when: Question = {
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
    { ...lines('when'), label: 'report.when.details', hint: 'report.when.details-hint' },
  ],
  when: { not: { field: 'role', among: ['danger', 'self'] } },
}

export const who: Question = {
  id: 'who',
  page: 6,
  title: forMe('report.who.title-self', 'report.who.title'),
  explain: ['report.who.explain'],
  fields: [
    {
      ...lines('who'),
      label: forMe('report.who.people-self', 'report.who.people'),
      hint: 'report.who.people-hint',
    },
    {
      kind: 'text',
      name: 'businesses',
      label: 'report.who.businesses',
      hint: 'report.who.businesses-hint',
      limit: 1_000,
    },
    insteadOf('who'),
  ],
  when: notInDanger,
}

export const vehicles: Question = {
  id: 'vehicles',
  page: 9,
  title: 'report.vehicles.title',
  explain: ['report.vehicles.explain'],
  fields: [
    {
      ...lines('vehicles', 2_000),
      label: 'report.vehicles.vehicles',
      hint: 'report.vehicles.vehicles-hint',
    },
    { kind: 'text', name: 'phones', label: 'report.vehicles.phones', limit: 1_000 },
    {
      kind: 'text',
      name: 'web',
      label: 'report.vehicles.web',
      hint: 'report.vehicles.web-hint',
      limit: 1_000,
    },
    insteadOf('vehicles'),
  ],
  when: { not: { any: [{ field: 'role', among: ['danger', 'self'] }, atWork] } },
}

function lines(name: string, limit = 4_000): TextField {
  return { kind: 'textarea', name, limit }
}
