import { failure, type Log } from './web/log.ts'

/**
 * What nobody caught. Node would print such an error with its message, which may quote what a person
 * sent, and end: here its kind and its place are logged instead. A promise that nobody waited for
 * must not end the service for everyone. After an error thrown out of nowhere nothing can be relied
 * on, so the process ends, and whatever looks after it starts it anew.
 */
export function catchTheRest(log: Log): void {
  process.on('unhandledRejection', (reason) => log(failure('service', reason)))
  process.on('uncaughtException', (error) => {
    log(failure('service', error))
    process.exit(1)
  })
}
