import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { reminderTitleLimit, writeReminder } from '../../mailbox/reminder.ts'
import { lookAgainOn } from '../../mailbox/sealed-message.ts'
import { readTypedDay, type TypedDay } from '../../mailbox/typed-day.ts'
import { dayOf } from '../../reports/calendar.ts'
import { expectFields, type Form, field } from '../../web/form.ts'
import type { SiteDependencies } from '../site-dependencies.ts'
import { sendOver } from './come-back.ts'
import { openReached, type Reached, reachMailbox } from './reach-mailbox.ts'
import { type ReminderView, reminderView } from './reminder-page.ts'
import { sendDownload } from './send-download.ts'

const names = ['title', 'day-day', 'day-month', 'day-year']
const week = 7 * 24 * 60 * 60_000

/** A reminder for a calendar, in the reporter's own words. */
export function reminderRoutes(app: FastifyInstance, deps: SiteDependencies): void {
  app.get('/b/reminder', async (request, reply) => {
    const reached = await reachMailbox(request, deps)
    if (reached === undefined) return sendOver({ request, reply, deps })
    const asked = await askedDay(reached, deps)
    const view = { title: '', day: typedDay(asked), example: exampleAfter(deps.now()) }
    return deps.send(request, reply, reminderView(request.visit, view))
  })

  // Nothing here is secret, and nothing is kept: no visit is needed.
  app.post('/b/reminder', async (request, reply) => {
    const form = expectFields((request.body ?? new Map()) as Form, names)
    const title = field(form, 'title').trim()
    const typed = {
      day: field(form, 'day-day'),
      month: field(form, 'day-month'),
      year: field(form, 'day-year'),
    }
    const day = readTypedDay(typed)
    const problems = { titleProblem: wrongTitle(title), dayProblem: wrongDay(day, deps.now()) }
    if (problems.titleProblem === undefined && day !== undefined && !problems.dayProblem)
      return sendDownload(reply, 'reminder.ics', writeReminder({ title, day }, randomUUID()))
    const view = { title, day: typed, example: exampleAfter(deps.now()), ...problems }
    return deps.send(request, reply, reminderView(request.visit, view))
  })
}

/** The day on which an officer asked the reporter to look again. */
async function askedDay(reached: Reached, deps: SiteDependencies): Promise<string | undefined> {
  const opened = await openReached(reached, deps)
  return opened.outcome === 'opened' ? lookAgainOn(opened.messages, dayOf(deps.now())) : undefined
}

function typedDay(text = ''): TypedDay {
  const [year = '', month = '', day = ''] = text.split('-')
  return { day, month, year }
}

function exampleAfter(now: Date): string {
  return dayOf(new Date(now.getTime() + week))
}

function wrongTitle(title: string): ReminderView['titleProblem'] {
  if (title === '') return 'empty'
  return title.length > reminderTitleLimit ? 'too-long' : undefined
}

// Wherever the reporter is, their day began at most half a day before ours.
function wrongDay(day: string | undefined, now: Date): ReminderView['dayProblem'] {
  if (day === undefined) return 'no-day'
  return day < dayOf(new Date(now.getTime() - week / 14)) ? 'past' : undefined
}
