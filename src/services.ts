import type { Store } from '#db/store/store.ts'
import type { StorageWatch } from '#db/store/watch-storage.ts'
import type { BackupFault } from '#domain/backups/backup-state.ts'
import type { RobotAnswer } from '#domain/doors/robot.ts'
import type { Jump } from '#domain/jump.ts'
import type { SamplePerson } from '#domain/people/sample.ts'
import type { TimeFault } from '#domain/time/steady-time.ts'
import type { Config } from './config.ts'

/** Where photos are stored: in a folder on Node, in a bucket on Workers. The table of photos says what each shows. */
export type Photos = {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** Null if nothing is stored under that key. */
  get(key: string): Promise<Uint8Array | null>
  /** Does nothing if there is nothing to remove. */
  remove(key: string): Promise<void>
}

/** For commands that never use photos: founding a community, importing a list, making the sample community. */
export const noPhotos: Photos = {
  put: () => Promise.reject(new Error('this command keeps no photos')),
  get: async () => null,
  remove: async () => {},
}

/** The demo's clock, which can be moved forward, and its people; real installations have neither. */
export type Rehearsal = {
  /** Whether the time differs from the machine's. */
  isSimulated(): boolean
  /**
   * Moves the time forward and runs the clock's work on the way; with `isLively` the people of the sample community act
   * as well. Two simultaneous presses count as one.
   */
  forward(jump: Jump, how: { readonly isLively: boolean }): Promise<void>
  /** The people a visitor can become without a password. */
  people(): Promise<readonly { readonly who: SamplePerson; readonly id: string; readonly name: string }[]>
}

export type BackupMade =
  | {
      readonly ok: true
      /** Of the file. */
      readonly bytes: number
      /** Of the log in it. */
      readonly records: number
      /** Whether it is in the store outside as well; null where none is set up. */
      readonly isOffSite: boolean | null
    }
  | { readonly ok: false; readonly why: BackupFault; readonly what?: string }

/** Backups of a server of one's own; Workers and the demo have none. */
export type Backups = {
  /** Makes one without stopping anything else; with `isDrill` it is restored into a temporary folder as well. Null where no folder is set up. */
  readonly make:
    | ((order: { readonly at: Date; readonly isDrill: boolean; readonly mostDays: number }) => Promise<BackupMade>)
    | null
  /** Whether a process of this machine is making one now. Without it, only the time says that a run was interrupted. */
  readonly isUnderWay?: () => boolean
}

/** What a server of one's own knows of itself; Workers have no machine. */
export type AboutMachine = {
  readonly version: string
  readonly startedAt: Date
  /** How many migrations the database has had. */
  readonly migrations: number
  readonly databaseBytes: number
  /** Of the disk with the data folder. */
  readonly freeBytes: number
  readonly diskBytes: number
}

/** Of a server of one's own: whether its clock has jumped. Meanwhile `now` is the program's own time. */
export type MachineTime = {
  fault(): TimeFault | null
  /** What the machine's clock shows, right or wrong. */
  machineSays(): Date
  /** Takes the machine's clock for right. */
  accept(): void
}

/** Everything that requests and jobs may use from outside. */
export type Services = {
  readonly store: Store
  readonly config: Config
  readonly photos: Photos
  /** The time in whole seconds, as the database stores it. */
  now(): Date
  /** Sends to a chat group's robot. Without it none is sent to, as in commands. */
  readonly postToRobot?: (address: string, body: string) => Promise<RobotAnswer>
  readonly rehearsal?: Rehearsal
  readonly backups?: Backups
  readonly machine?: () => AboutMachine
  /** Of a server of one's own: whether it can write at present. */
  readonly storage?: StorageWatch
  readonly time?: MachineTime
}

/** The server's clock in whole seconds; only the entries call it. */
export const wholeSeconds = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000)
