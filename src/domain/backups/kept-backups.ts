import { day } from '#domain/time/durations.ts'

// Which backups are kept: one for each of the last days, weeks and months on which there is one, but none for longer than
// the shortest promise to erase. So erased data is gone from all backups at the latest that many days later.

const daily = 7
const weekly = 4
const monthly = 12

type Promised = { readonly keepDays: number; readonly endedFileDays: number }

/** For how many days a backup may be kept: the shortest time after which any community promises to erase something. */
export const backupDays = (communities: readonly Promised[]): number =>
  Math.min(365, ...communities.flatMap(({ keepDays, endedFileDays }) => [keepDays, endedFileDays]))

/** The backups to keep, newest first. The newest is always kept, however old: it may be all there is. */
export function keptBackups(made: readonly Date[], now: Date, mostDays: number): readonly Date[] {
  const newestFirst = made.toSorted((a, b) => b.getTime() - a.getTime())
  const young = newestFirst.filter((at) => now.getTime() - at.getTime() <= mostDays * day)
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(young, dayOf, daily),
    ...newestOfEach(young, weekOf, weekly),
    ...newestOfEach(young, monthOf, monthly),
  ])
  return newestFirst.filter((at) => kept.has(at))
}

function newestOfEach(newestFirst: readonly Date[], periodOf: (at: Date) => string, count: number): readonly Date[] {
  const newest = new Map<string, Date>()
  for (const at of newestFirst) if (!newest.has(periodOf(at))) newest.set(periodOf(at), at)
  return [...newest.values()].slice(0, count)
}

// Names of backups are in UTC, so these are as well.
const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
const monthOf = (at: Date): string => at.toISOString().slice(0, 7)
/** Weeks begin on Monday; 1970 began on a Thursday. */
const weekOf = (at: Date): string => String(Math.floor((at.getTime() / day + 3) / 7))
