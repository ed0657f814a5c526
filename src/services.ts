import type { Store } from '#db/store/store.ts'
import type { Jump } from '#domain/jump.ts'
import type { SamplePerson } from '#domain/people/sample.ts'
import type { Config } from './config.ts'

/** Where the bytes of photos are: a folder on Node, a bucket on Workers. What they are of stands in the table of photos. */
export type Photos = {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** Null where nothing is kept under that key. */
  get(key: string): Promise<Uint8Array | null>
  /** Does nothing where there is nothing to remove. */
  remove(key: string): Promise<void>
}

/** For commands that meet no photo: founding a place, taking in a list, telling the sample community. */
export const noPhotos: Photos = {
  put: () => Promise.reject(new Error('this command keeps no photos')),
  get: async () => null,
  remove: async () => {},
}

/** The demo's clock, which can be put forward, and its people; no installation has them. */
export type Rehearsal = {
  /** Whether the time is another than the machine's. */
  isSimulated(): boolean
  /**
   * Goes forward, and lets the clock do on the way what it would have done; with `isLively` the people of the sample do their
   * part as well. Two presses at once are one.
   */
  forward(jump: Jump, how: { readonly isLively: boolean }): Promise<void>
  /** Whom a visitor can be without a password. */
  people(): Promise<readonly { readonly who: SamplePerson; readonly id: string; readonly name: string }[]>
}

/** What a request or a job is given; nothing else reaches outside. */
export type Services = {
  readonly store: Store
  readonly config: Config
  readonly photos: Photos
  /** The time in whole seconds, as the database keeps it. */
  now(): Date
  readonly rehearsal?: Rehearsal
}

/** The server's clock in whole seconds; only the entries call it. */
export const wholeSeconds = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000)
