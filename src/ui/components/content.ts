import type { Html } from '../html.ts'
import type { Attributes } from './attributes.ts'

/** What a component says: `text` is escaped, `html` is markup and wins. */
export type Content = {
  readonly text?: string | number | undefined
  readonly html?: Html | undefined
}

/** What every component takes besides its words. */
export type Styling = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function contentOf(content: Content): Html | string {
  return content.html ?? String(content.text ?? '')
}

/** Whether there is anything to show. */
export function hasContent(content: Content | undefined): content is Content {
  return content !== undefined && String(contentOf(content)) !== ''
}
