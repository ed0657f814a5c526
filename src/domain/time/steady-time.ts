import { minute } from './durations.ts'

/** The machine's clock, and how long the machine has run by a clock that no one sets; both in milliseconds. */
export type ClockReading = { readonly wall: number; readonly uptime: number }
/** The machine's clock is ahead of the program's own time or behind it. */
export type TimeFault = { readonly kind: 'ahead' | 'behind'; readonly byMs: number }

export type SteadyTime = {
  readonly begun: ClockReading
  /** The newest reading at which both clocks agreed, with the program's time at it. */
  readonly agreed: ClockReading
  /** The latest time that was given, which none goes back behind. */
  readonly latest: number
  readonly fault: TimeFault | null
}

/** Corrections up to this are followed: they are drift, a leap or a short pause of the machine. */
const followed = 10 * minute
/** A machine may start before its clock is set, so in its first minutes a clock that jumps forward is believed. */
const settlesWithin = 10 * minute

/**
 * The program's time at its start. `floor`: the last moment that is written down. A clock that is behind it is wrong now or was
 * wrong then; in either case time goes on from there.
 */
export function beginTime(reading: ClockReading, floor: number | null): SteadyTime {
  const isBehind = floor !== null && reading.wall < floor - followed
  const agreed = isBehind ? { wall: floor, uptime: reading.uptime } : reading
  const latest = Math.max(reading.wall, floor ?? 0)
  return stepped({ begun: reading, agreed, latest, fault: null }, reading)
}

/**
 * The next time. While the machine's clock does not jump, the program follows it, and waits rather than go back. After a jump it
 * counts on from the last moment at which all was well, until the clock is back there.
 */
export function stepped(time: SteadyTime, reading: ClockReading): SteadyTime {
  const own = time.agreed.wall + (reading.uptime - time.agreed.uptime)
  const apart = reading.wall - own
  const isSettling = time.fault?.kind !== 'ahead' && reading.uptime - time.begun.uptime < settlesWithin
  if (Math.abs(apart) <= followed || (apart > 0 && isSettling))
    return { ...time, agreed: reading, latest: Math.max(time.latest, reading.wall), fault: null }
  const fault = { kind: apart > 0 ? 'ahead' : 'behind', byMs: Math.abs(apart) } as const
  return { ...time, latest: Math.max(time.latest, own), fault }
}

/** An administrator says that the machine's clock is right: time is what it shows, even if that is earlier. */
export const accepted = (time: SteadyTime, reading: ClockReading): SteadyTime => ({
  ...time,
  agreed: reading,
  latest: reading.wall,
  fault: null,
})
