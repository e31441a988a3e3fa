/** The one place where scripts of the site turn markup into a page. Trusted Types let no other. */
import type { Html } from '../ui/html.ts'

interface Policy {
  createHTML(markup: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy
}

declare const trustedTypes: PolicyFactory | undefined

const rules: Policy = { createHTML: (markup) => markup }
const policy =
  typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy('signpost', rules)

/** Shows markup that only our own `html` tag can have made. */
export function put(element: Element, markup: Html): void {
  element.innerHTML = policy.createHTML(String(markup))
}
