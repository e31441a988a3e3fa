import type { PageCount } from '../../figures/page-count.ts'
import type { SiteConfig } from '../../sites.ts'
import { details } from '../../ui/components/details.ts'
import { table } from '../../ui/components/table.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Words } from '../../ui/words.ts'
import type { DeskPageView } from '../desk-page.ts'
import { dayTag } from '../time-tag.ts'
import { barChart } from './bar-chart.ts'
import { daysShown, viewsByDay, viewsByPage } from './daily-views.ts'

export interface SiteFigures {
  readonly site: SiteConfig
  readonly counts: readonly PageCount[]
}

export function figuresPage(
  words: Words,
  days: readonly string[],
  sites: readonly SiteFigures[],
): DeskPageView {
  return {
    title: words('desk.figures.title'),
    part: 'figures',
    main: html`<h1>${words('desk.figures.title')}</h1><p>${words('desk.figures.what', { count: daysShown })}</p>${sites.map(
      (figures) => siteFigures(words, days, figures),
    )}`,
  }
}

function siteFigures(words: Words, days: readonly string[], { site, counts }: SiteFigures): Html {
  const daily = viewsByDay(counts, days)
  const total = daily.reduce((sum, { views }) => sum + views, 0)
  const views = { text: words('desk.figures.views'), format: 'numeric' } as const
  const label = words('desk.figures.chart', { site: site.name, total, count: days.length })
  return html`<section class="desk-pane desk-figures"><h2>${site.name}</h2>${
    total === 0
      ? html`<p>${words('desk.figures.empty')}</p>`
      : html`<div class="desk-columns"><div>${barChart(daily, label)}${details({
          summaryText: words('desk.figures.by-day'),
          html: table({
            head: [{ text: words('desk.figures.day') }, views],
            rows: daily.map((one) => [
              { html: dayTag(one.day) },
              { text: String(one.views), format: 'numeric' },
            ]),
          }),
        })}</div>${table({
          caption: words('desk.figures.by-page'),
          head: [{ text: words('desk.figures.page') }, views],
          rows: viewsByPage(counts).map((one) => [
            { text: one.page },
            { text: String(one.views), format: 'numeric' },
          ]),
        })}</div>`
  }</section>`
}
