import { minute } from '#domain/time/durations.ts'
import { tick } from '#jobs/run-clock.ts'
import type { Services } from '#src/services.ts'

/** The clock of a server on Node. A run that fails is reported, and the next minute tries again. */
export const everyMinute = (services: Services): NodeJS.Timeout =>
  setInterval(() => tick(services).catch((error: Error) => console.error(`tick: ${error.name}`)), minute)
