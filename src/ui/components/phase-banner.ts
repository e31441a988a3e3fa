import { type Html, html } from '../html.ts'
import { attributes, classes } from './attributes.ts'
import { type Content, contentOf, type Styling } from './content.ts'
import { tag } from './tag.ts'

export type PhaseBannerOptions = Content &
  Styling & {
    readonly tag?: (Content & { readonly classes?: string | undefined }) | undefined
  }

export function phaseBanner(options: PhaseBannerOptions): Html {
  const own = attributes({
    class: classes('govuk-phase-banner govuk-width-container', options.classes),
    ...options.attributes,
  })
  const phase = tag({
    ...options.tag,
    classes: classes('govuk-phase-banner__content__tag', options.tag?.classes),
  })
  return html`<div${own}><p class="govuk-phase-banner__content">${phase}<span class="govuk-phase-banner__text">${contentOf(options)}</span></p></div>`
}
