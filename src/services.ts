import type { Config } from './config.ts'
import type { Store } from './db/store.ts'

/** What a request or a job is given; nothing else reaches outside. */
export type Services = {
  readonly store: Store
  readonly config: Config
  /** The time in whole seconds, as the database keeps it. */
  now(): Date
}

/** The server's clock in whole seconds; only the entries call it. */
export const wholeSeconds = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000)
