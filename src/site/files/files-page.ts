import { mostInOneForm } from '../../files/limits.ts'
import { button } from '../../ui/components/button.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { radios } from '../../ui/components/radios.ts'
import { type Html, html } from '../../ui/html.ts'
import { mailboxView } from '../mailbox/mailbox-view.ts'
import type { SitePageView } from '../site-pages.ts'
import type { Visit } from '../visit.ts'
import { fileList, type ShownFile } from './file-list.ts'
import { type FileResult, resultList } from './result-list.ts'

export interface FilesView {
  /** Those that officers can see. */
  readonly files: readonly ShownFile[]
  /** What became of those that were just sent. */
  readonly results?: readonly FileResult[]
  readonly problem?: 'nothing' | 'broken' | 'trouble'
}

const statuses = { nothing: 422, broken: 400, trouble: 503 } as const

/** Adding files without script, and what is there already. */
export function filesView(visit: Visit, { files, results = [], problem }: FilesView): SitePageView {
  const { words } = visit
  const done = results.length > 0
  const href = problem === 'nothing' ? { href: '#files' } : {}
  const form = html`${filesForm(visit)}`
  return mailboxView(visit, {
    title: words(done ? 'files.result.title' : 'files.page.title'),
    main: done
      ? html`${resultList(visit, results)}${fileList(visit, files)}<h2 class="govuk-heading-m">${words('files.page.more')}</h2>${form}`
      : html`${form}${fileList(visit, files)}`,
    errors: problem === undefined ? [] : [{ text: words(`files.page.${problem}`), ...href }],
    status: problem && statuses[problem],
  })
}

function filesForm({ words, site }: Visit): Html {
  return html`<p class="govuk-body">${words('files.page.lead', { count: mostInOneForm })}</p>
<p class="govuk-body">${words('files.page.hidden')}</p>
<form action="/b/files" method="post" enctype="multipart/form-data" autocomplete="off" novalidate>
${radios({
  name: 'keep',
  idPrefix: 'keep',
  value: 'both',
  fieldset: {
    legend: { text: words('files.page.question'), classes: 'govuk-fieldset__legend--s' },
  },
  items: (['both', 'copy'] as const).map((value) => ({
    value,
    text: words(`files.page.${value}`),
    hint: { text: words(`files.page.${value}-hint`) },
  })),
})}
<div class="govuk-form-group">
<label class="govuk-label" for="files">${words('files.choose.label')}</label>
<input class="files-input" type="file" id="files" name="files" multiple>
</div>
${button({ text: words('files.page.button') })}
</form>
<p class="govuk-body">${words('files.page.wait')}</p>
${insetText({ text: words('files.page.way', { controller: site.controller }) })}`
}
