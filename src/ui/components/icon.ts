/** Small drawings for those who read little. They never stand without words beside them. */
import { type Html, html, trusted } from '../html.ts'

const drawings = {
  alert: '<path d="M12 3 2.5 20h19z"/><path d="M12 9.5v5M12 17.2v.3"/>',
  person: '<circle cx="12" cy="7.5" r="4"/><path d="M4 21c0-4.5 3.5-7.5 8-7.5s8 3 8 7.5"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5"/><path d="M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14c2.4.9 4 3 4 6"/>',
  work: '<rect x="3" y="7.5" width="18" height="12.5" rx="2"/><path d="M8.5 7.5V4.5h7v3M3 13h18"/>',
  phone:
    '<path d="M6 3h3.5l1.7 4.5L8.9 9.3a12 12 0 0 0 5.8 5.8l1.8-2.3L21 14.5V18a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z"/>',
  message:
    '<path d="M4 4.5h16a1.5 1.5 0 0 1 1.5 1.5v9.5a1.5 1.5 0 0 1-1.5 1.5h-9L6 21v-4H4a1.5 1.5 0 0 1-1.5-1.5V6A1.5 1.5 0 0 1 4 4.5z"/><path d="M7 9h10M7 12.5h6"/>',
} as const

export type IconName = keyof typeof drawings

export function icon(name: IconName): Html {
  const drawing = trusted(drawings[name])
  return html`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${drawing}</svg>`
}
