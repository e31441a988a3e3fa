import { type Html, html } from '../../ui/html.ts'
import { dayTag } from '../time-tag.ts'
import type { DailyViews } from './daily-views.ts'

const height = 100
const step = 12
const gap = 2

/**
 * One bar a day. Those who do not see it hear `label`; the numbers are in the table under it, so
 * that nothing is only in a picture.
 */
export function barChart(daily: readonly DailyViews[], label: string): Html {
  const most = Math.max(1, ...daily.map(({ views }) => views))
  const width = daily.length * step
  const bars = daily.map(({ day, views }, index) => {
    const tall = Math.round((views / most) * height)
    return html`<rect class="desk-bar" x="${index * step + gap / 2}" y="${height - tall}" width="${step - gap}" height="${tall}"><title>${day}: ${views}</title></rect>`
  })
  const [first, last] = [daily[0]?.day ?? '', daily.at(-1)?.day ?? '']
  return html`<figure class="desk-chart"><span class="desk-small desk-chart__most">${most}</span><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">${bars}</svg><figcaption class="desk-small"><span>${dayTag(first)}</span><span>${dayTag(last)}</span></figcaption></figure>`
}
