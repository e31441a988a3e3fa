import { atWork, inDanger, option, unsure, withName, yesOrNo } from './human-trafficking-answers.ts'
import type { Question } from './question.ts'

export const role: Question = {
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

export const danger: Question = {
  id: 'danger',
  page: 11,
  title: 'report.danger.title',
  fields: [],
  when: inDanger,
}

export const consent: Question = {
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

/** Where a professional works would show who they are: it is asked only of those who give a name. */
export const work: Question = {
  id: 'work',
  page: 13,
  title: 'report.work.title',
  fields: [
    { kind: 'text', name: 'organization', label: 'report.work.organization', limit: 300 },
    { kind: 'text', name: 'job', label: 'report.work.job', limit: 300 },
    {
      kind: 'text',
      name: 'case-number',
      label: 'report.work.case-number',
      hint: 'report.work.case-number-hint',
      limit: 200,
    },
    { kind: 'radios', name: 'nrm', label: 'report.work.nrm', options: yesOrNo },
    { kind: 'radios', name: 'agrees', label: 'report.work.agrees', options: yesOrNo },
  ],
  when: { all: [atWork, withName] },
}
