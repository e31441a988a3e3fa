import {
  aboutMe,
  notInDanger,
  option,
  unsure,
  withName,
  yesOrNo,
} from './human-trafficking-answers.ts'
import type { Question } from './question.ts'

export const contact: Question = {
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
      hint: 'report.contact.ways-hint',
      options: [
        option('call', 'report.contact.call'),
        option('text', 'report.contact.text'),
        option('email', 'report.contact.by-email'),
        option('none', 'report.contact.by-none'),
        ...unsure,
      ],
    },
    {
      kind: 'text',
      name: 'contact-times',
      label: 'report.contact.times',
      hint: 'report.contact.times-hint',
      limit: 500,
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

/** How somebody who will be spoken to would like it to be. */
export const wishes: Question = {
  id: 'wishes',
  page: 15,
  title: 'report.wishes.title',
  explain: ['report.wishes.explain'],
  fields: [
    {
      kind: 'text',
      name: 'spoken',
      label: 'report.wishes.spoken',
      hint: 'report.wishes.spoken-hint',
      limit: 200,
    },
    { kind: 'radios', name: 'interpreter', label: 'report.wishes.interpreter', options: yesOrNo },
    {
      kind: 'radios',
      name: 'officer',
      label: 'report.wishes.officer',
      options: [
        option('woman', 'report.wishes.woman'),
        option('man', 'report.wishes.man'),
        option('either', 'report.wishes.either'),
        ...unsure,
      ],
    },
    {
      kind: 'text',
      name: 'needs',
      label: 'report.wishes.needs',
      hint: 'report.wishes.needs-hint',
      limit: 1_000,
    },
  ],
  when: { all: [aboutMe, withName] },
}

/** Files are added to a report that is safe already: what is asked here only says what comes next. */
export const files: Question = {
  id: 'files',
  page: 16,
  title: 'report.files.title',
  explain: ['report.files.explain', 'report.files.after'],
  fields: [{ kind: 'radios', name: 'files', options: yesOrNo }],
  when: notInDanger,
}
