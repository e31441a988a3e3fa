/** Puts markup into a page that a script changes. Without it the server makes a page for each state. */
import type { Html } from './html.ts'

interface Policy {
  createHTML(markup: string): string
}

interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy
}

// Browsers that know Trusted Types take markup from this policy alone; the others take text.
const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
const policy = trustedTypes?.createPolicy('signpost', { createHTML: (markup) => markup })

/** Only what the `html` tag made: what people wrote is escaped in it. */
export function show(place: Element, markup: Html): void {
  const text = markup.toString()
  place.innerHTML = policy?.createHTML(text) ?? text
}
