import type { Html } from '../ui/html.ts'
import type { SiteScript } from './site-scripts.ts'

/** One page of the site: what is in `<main>`, and what around it differs from other pages. */
export interface SitePageView {
  readonly title: string
  /** Something on it has to be mended: the title of the window says so first. */
  readonly wrong?: boolean
  /** Which of several pages it is, where its name is not to be told. */
  readonly step?: number
  readonly main: Html
  readonly status?: number
  /** `form` where the page has form fields; the default is the smaller `content`. */
  readonly styles?: 'content' | 'form'
  /** The same for everyone who carries no cookie: may be answered from memory. */
  readonly cacheable?: boolean
  /** Off for a page that shows a secret. */
  readonly compress?: boolean
  /** Off where the page itself is about the choices. */
  readonly cookieBanner?: boolean
  /** On where somebody is answering: no menu and no beta note, which lead away from what is in the fields. */
  readonly focused?: boolean
  /** The script that makes this page more than it is without. */
  readonly script?: SiteScript
  /** On where people read advice: whom to call, before anything else. */
  readonly urgent?: boolean
  /** On where nobody should have to look for the numbers to call: forms and faults. */
  readonly numbers?: boolean
}
