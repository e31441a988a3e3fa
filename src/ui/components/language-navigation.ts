import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'

export type LanguageItem = Content &
  Styling & {
    /** An item without one is the language being read. */
    readonly href?: string | undefined
    readonly current?: boolean | undefined
    readonly lang?: string | undefined
    readonly hrefLang?: string | undefined
    readonly dir?: 'ltr' | 'rtl' | undefined
    readonly languageDescriptionText?: string | undefined
  }

export type LanguageNavigationOptions = Styling & {
  readonly ariaLabel?: string | undefined
  readonly items: readonly LanguageItem[]
}

export function languageNavigation(options: LanguageNavigationOptions): Html {
  const tag = attributes({
    class: classes('govuk-language-navigation', options.classes),
    'aria-label': options.ariaLabel ?? 'Language',
    ...options.attributes,
  })
  const items = options.items.map((item) => {
    const inside = item.current || !item.href ? current(item) : other(item)
    return html`<li class="govuk-language-navigation__list-item">${inside}</li>`
  })
  return html`<nav${tag}><ul class="govuk-language-navigation__list">${items}</ul></nav>`
}

function current(item: LanguageItem): Html {
  const tag = attributes({
    class: classes('govuk-language-navigation__text', item.classes),
    'aria-current': 'true',
    lang: item.lang,
    dir: item.dir,
    ...item.attributes,
  })
  return html`<span${tag}>${contentOf(item)}</span>`
}

function other(item: LanguageItem): Html {
  const tag = attributes({
    class: classes('govuk-language-navigation__link', item.classes),
    href: item.href,
    rel: 'alternate',
    lang: item.lang,
    hreflang: item.hrefLang ?? item.lang,
    dir: item.dir,
    ...item.attributes,
  })
  const description =
    item.languageDescriptionText &&
    html`<span class="govuk-visually-hidden"> ${item.languageDescriptionText}</span>`
  return html`<a${tag}>${contentOf(item)}${description}</a>`
}
