import { languageOf } from '../../advice/languages.ts'
import { button } from '../../ui/components/button.ts'
import { checkboxes } from '../../ui/components/checkboxes.ts'
import { errorSummary } from '../../ui/components/error-summary.ts'
import { linkList } from '../../ui/components/link-list.ts'
import { radios } from '../../ui/components/radios.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Visit } from '../visit.ts'
import { choicesNotice } from './choices-notice.ts'
import { preferencesCookie } from './cookies.ts'
import { lifetimeInWords } from './cookies-notice.ts'
import { historyModes, type Preferences, textSizes, themes } from './preferences.ts'

export interface PreferencesView {
  readonly visit: Visit
  /** What is chosen on the page, which is not yet what holds. */
  readonly preferences: Preferences
  /** Whether it was sent without the tick that allows to remember it. */
  readonly notAllowed: boolean
}

/** How someone wants to read: text, colours and, where there are several, language. */
export function preferencesPage(view: PreferencesView): Html {
  const { visit, preferences, notAllowed } = view
  const { words } = visit
  return html`${notAllowed ? error(visit) : choicesNotice(visit, words('choices.reading.saved'))}
<h1 class="govuk-heading-xl">${words('choices.reading.title')}</h1>
<p class="govuk-body-l">${words('choices.reading.lead')}</p>
<form action="/preferences" method="post" autocomplete="off" novalidate>
${textSizeQuestion(visit, preferences)}
${themeQuestion(visit, preferences)}
${historyQuestion(visit, preferences)}
${visit.site.languages.length > 1 && languageQuestion(visit, preferences)}
${visit.choices?.preferences !== true && rememberQuestion(view)}
${button({ text: words('choices.reading.save') })}
</form>
${linkList([{ href: '/cookies', text: words('choices.reading.next') }])}`
}

function textSizeQuestion({ words }: Visit, { textSize }: Preferences): Html {
  return radios({
    name: 'textSize',
    value: textSize,
    fieldset: { legend: legend(words('choices.reading.textSize')) },
    items: textSizes.map((value) => ({ value, text: words(`choices.reading.textSize.${value}`) })),
  })
}

function themeQuestion({ words }: Visit, { theme }: Preferences): Html {
  return radios({
    name: 'theme',
    value: theme,
    fieldset: { legend: legend(words('choices.reading.theme')) },
    items: themes.map((value) => ({ value, text: words(`choices.reading.theme.${value}`) })),
  })
}

function historyQuestion({ words }: Visit, { history }: Preferences): Html {
  return radios({
    name: 'history',
    value: history,
    fieldset: { legend: legend(words('choices.reading.history')) },
    hint: { text: words('choices.reading.history.hint') },
    items: historyModes.map((value) => ({
      value,
      text: words(`choices.reading.history.${value}`),
      hint: { text: words(`choices.reading.history.${value}.hint`) },
    })),
  })
}

function languageQuestion({ words, site, locale }: Visit, { language }: Preferences): Html {
  return radios({
    name: 'language',
    value: language ?? locale,
    fieldset: { legend: legend(words('choices.reading.language')) },
    items: site.languages.map((value) => {
      const { name, direction } = languageOf(value)
      return { value, text: name, label: { attributes: { lang: value, dir: direction } } }
    }),
  })
}

function rememberQuestion({ visit, notAllowed }: PreferencesView): Html {
  const { words, locale } = visit
  const lifetime = lifetimeInWords(preferencesCookie, locale, words)
  return checkboxes({
    name: 'remember',
    fieldset: { legend: legend(words('choices.reading.remember.legend')) },
    hint: { text: words('choices.reading.remember.hint') },
    errorMessage: notAllowed ? { text: words('choices.reading.remember.missing') } : undefined,
    items: [{ value: 'yes', text: words('choices.reading.remember', { lifetime }) }],
  })
}

function error({ words }: Visit): Html {
  return errorSummary({
    titleText: words('errors.summary'),
    errorList: [{ text: words('choices.reading.remember.missing'), href: '#remember' }],
  })
}

function legend(text: string) {
  return { text, classes: 'govuk-fieldset__legend--m' }
}
