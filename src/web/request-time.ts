import type { IncomingMessage } from 'node:http'

/** How long a request may take to come, and how often one that may take longer is looked at. */
const patience = 120_000

/** What a patient request must bring in that time: less is nobody who sends a file. */
const leastBytes = 64 * 1024

/**
 * Gives up a request whose body does not come. A slow phone on a bad line gets two minutes; files,
 * which are `patient`, as long as they move at all; one that sends a byte a minute does not.
 *
 * @param giveUp called once, when the time is over
 */
export function limitTime(
  request: IncomingMessage,
  { patient, giveUp, every = patience }: Limit,
): void {
  const { headers, socket } = request
  // Nothing follows: there is nothing to wait for, and most requests are of this kind.
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  let read = socket.bytesRead
  const timer = setInterval(() => {
    const moved = socket.bytesRead - read >= leastBytes || request.isPaused()
    read = socket.bytesRead
    if (patient && moved) return
    stop()
    giveUp()
  }, every)
  timer.unref()
  const stop = () => clearInterval(timer)
  request.once('end', stop).once('close', stop)
}

export interface Limit {
  readonly patient: boolean
  readonly giveUp: () => void
  /** In milliseconds; two minutes where it is not said. */
  readonly every?: number
}
