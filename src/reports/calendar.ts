/** Times that tell no more than they must. */

/** The hour that a moment lies in: `2026-11-22T11:00:00Z`. */
export function hourOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 13)}:00:00Z`
}

/** The day that a moment lies in: `2026-11-22`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
