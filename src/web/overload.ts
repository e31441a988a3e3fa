/**
 * Tells a service that is too busy from one that was stopped for a moment: pressure counts only once
 * it has been felt for `patience` milliseconds without a pause of as long again.
 *
 * @returns takes the time at which pressure is felt, in milliseconds; whether it has lasted
 */
export function lastingPressure(patience: number): (now: number) => boolean {
  let since = Number.NEGATIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now - last > patience) since = now
    last = now
    return now - since >= patience
  }
}
