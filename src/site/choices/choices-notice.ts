import { notificationBanner } from '../../ui/components/notification-banner.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Visit } from '../visit.ts'

/** What became of the choice that was just made, on the pages that are about choices. */
export function choicesNotice({ notice, words }: Visit, saved: string): Html | undefined {
  if (notice === 'choices-saved')
    return notificationBanner({
      type: 'success',
      titleText: words('choices.savedTitle'),
      text: saved,
    })
  if (notice === 'choices-failed')
    return notificationBanner({
      role: 'alert',
      titleText: words('choices.failedTitle'),
      html: html`<p class="govuk-notification-banner__heading">${words('choices.failed')}</p><p class="govuk-body">${words('choices.failedWhy')}</p>`,
    })
  return undefined
}
