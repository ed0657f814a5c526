import type { MovableClock } from '#src/demo/rehearsal/movable-clock.ts'
import { wholeSeconds } from '#src/services.ts'

/** Goes as the machine's clock goes, so many milliseconds apart from it: none where the demo runs today. */
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
