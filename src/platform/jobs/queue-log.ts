import { Logger } from 'graphile-worker'
import type { Log } from '../log.ts'

/** The queue's own chatter is dropped; our jobs log for themselves. */
export const quietQueueLog = new Logger(() => () => undefined)

/** Only what goes wrong in the queue reaches our log. */
export function queueLog(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error(message)
    if (level === 'warning') log.warn(message)
  })
}
