import { humanTrafficking } from './human-trafficking.ts'
import type { Journey } from './journey.ts'

const journeys: readonly Journey[] = [humanTrafficking]

/** @throws RangeError when nobody has written questions for the topic */
export function getJourney(topic: string): Journey {
  const journey = journeys.find((one) => one.topic === topic)
  if (journey !== undefined) return journey
  const known = journeys.map((one) => one.topic).join(', ')
  throw new RangeError(`there are no questions for the topic “${topic}”; there are for: ${known}`)
}
