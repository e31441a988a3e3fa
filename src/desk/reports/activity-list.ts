import type { Act, Activity } from '../../reports/activity.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import { activityTime } from '../time-tag.ts'

interface ActivityView {
  /** Oldest first. */
  readonly activities: readonly Activity[]
  readonly names: ReadonlyMap<string, string>
}

interface Told {
  readonly activity: Activity
  readonly times: number
}

/** Who did what and when, newest first. */
export function activityList(words: Words, { activities, names }: ActivityView): Html {
  const items = together(activities)
    .reverse()
    .map(({ activity: { act, officer, at }, times }) => {
      const who = officer === undefined ? undefined : (names.get(officer) ?? officer)
      const sentence = sentenceOf(words, act, who, times)
      return html`<li><span>${sentence}</span> <span class="desk-small">${activityTime(at)}</span></li>`
    })
  return html`<h2>${words('desk.report.activity')}</h2><ol class="desk-activity" reversed>${items}</ol>`
}

function sentenceOf(words: Words, act: Act, who: string | undefined, times: number): string {
  if (who === undefined && (act === 'wrote' || act === 'reopened'))
    return words(`desk.act.${act}-reporter`)
  const said = { who: who ?? '' }
  return act === 'opened' && times > 1
    ? words('desk.act.opened-times', { ...said, count: times })
    : words(`desk.act.${act}`, said)
}

// An officer who opens a report again and again would push everything else out of sight. Every
// opening stays a row of its own; only here are they told together, with the time of the last.
function together(activities: readonly Activity[]): Told[] {
  const told: Told[] = []
  for (const activity of activities) {
    const last = told.at(-1)
    if (last !== undefined && isOpeningAgain(last.activity, activity))
      told[told.length - 1] = { activity, times: last.times + 1 }
    else told.push({ activity, times: 1 })
  }
  return told
}

function isOpeningAgain(last: Activity, next: Activity): boolean {
  return last.act === 'opened' && next.act === 'opened' && last.officer === next.officer
}
