/** Notices that nobody is there any more. Without it an opened mailbox stays on the screen. */

const minute = 60_000

/** After how long without a key or a touch an opened mailbox is closed. The page promises this. */
export const idleMinutes = 10

/** Calls `close` once, when nobody has touched anything for that long; returns what stops the watch. */
export function watchIdle(close: () => void): () => void {
  let heard = Date.now()
  const look = () => {
    if (Date.now() - heard < idleMinutes * minute) return
    stop()
    close()
  }
  // The touch that wakes a sleeping device may come before the timer: it must not count as being there.
  const hear = () => {
    look()
    heard = Date.now()
  }
  const stop = () => {
    clearInterval(timer)
    for (const name of signs) removeEventListener(name, hear)
    document.removeEventListener('visibilitychange', look)
  }
  for (const name of signs) addEventListener(name, hear, { passive: true })
  // Timers sleep with the device, so the clock is asked again when it wakes.
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, 5_000)
  return stop
}

const signs = ['keydown', 'pointerdown', 'touchstart', 'wheel'] as const
