/** The desk's one script. Without it nothing can be opened, and every page of the desk says so. */
import { enrol } from './enrolment/enrol.client.ts'
import { showFeedback } from './feedback/show-feedback.client.ts'
import { forgetIdentity, watchTabs } from './keys/key-ring.client.ts'
import { localiseTime } from './localise-times.client.ts'
import { showReport } from './reports/show-report.client.ts'
import { reveal } from './reveal.client.ts'
import { signIn } from './sign-in/sign-in.client.ts'
import { grantKeys } from './team/grant-keys.client.ts'
import { watchIdle } from './watch-idle.client.ts'

const starts: Readonly<Record<string, (element: never) => unknown>> = {
  enrol,
  feedback: showFeedback,
  report: showReport,
  session: watchIdle,
  'sign-in': signIn,
  'sign-out': (form: HTMLFormElement) => form.addEventListener('submit', forgetIdentity),
  team: grantKeys,
}

watchTabs()
for (const element of document.querySelectorAll<HTMLElement>('[data-desk]'))
  starts[element.dataset['desk'] ?? '']?.(element as never)
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-reveal]')) reveal(button)
for (const time of document.querySelectorAll('time')) localiseTime(time)

// A page that the back button brings back from memory may show what a signed-out officer opened.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
