import { type Html, html } from '../ui/html.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A moment in universal time; the page’s script turns it into the officer’s own. */
export function timeTag(at: string, precision: 'hour' | 'minute'): Html {
  const text = `${dayName(at)}, ${at.slice(11, 16)} UTC`
  return html`<time datetime="${at}" data-precision="${precision}">${text}</time>`
}

/** A day, which is the same day for everyone. */
export function dayTag(day: string): Html {
  return html`<time datetime="${day}">${dayName(day)}</time>`
}

/** An activity is known to the moment, or only to the day. */
export function activityTime(at: string): Html {
  return at.length === 10 ? dayTag(at) : timeTag(at, 'minute')
}

function dayName(at: string): string {
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-')
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`
}
