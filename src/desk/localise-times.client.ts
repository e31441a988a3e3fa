/** Shows times as the officer's own clock does. Without it they are in universal time. */
const shapes: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  minute: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
}

export function localiseTime(element: HTMLTimeElement): void {
  const shape = shapes[element.dataset['precision'] ?? '']
  const time = new Date(element.dateTime)
  if (shape === undefined || Number.isNaN(time.getTime())) return
  const year = time.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const }
  element.textContent = new Intl.DateTimeFormat('en-GB', { ...shape, ...year }).format(time)
}
