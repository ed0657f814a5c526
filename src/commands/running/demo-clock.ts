import type { MovableClock } from '#src/demo/rehearsal/movable-clock.ts'
import { wholeSeconds } from '#src/services.ts'

/** A clock that runs like the machine's with a constant offset; without one if the demo starts at the present time. */
export function demoClock(begin: Date | null): MovableClock {
  let apart = begin ? begin.getTime() - Date.now() : 0
  return {
    now: () => wholeSeconds(Date.now() + apart),
    moveTo: (at) => {
      apart = at.getTime() - Date.now()
    },
    isMoved: () => apart !== 0,
  }
}
