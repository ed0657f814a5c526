import { uptime } from 'node:os'
import { accepted, beginTime, type ClockReading, type SteadyTime, stepped } from '#domain/time/steady-time.ts'
import { type MachineTime, wholeSeconds } from '#src/services.ts'

/** The uptime of the operating system goes on while the machine sleeps, unlike that of the process. */
const readMachine = (): ClockReading => ({ wall: Date.now(), uptime: uptime() * 1000 })

/**
 * The time of a server: the machine's clock while it runs evenly. A jump is written into the log of the process when it is met
 * and when it is over.
 */
export function steadyClock(
  floor: Date | null,
  say: (line: string) => void,
  read: () => ClockReading = readMachine,
): { readonly now: () => Date; readonly time: MachineTime } {
  let time = beginTime(read(), floor?.getTime() ?? null)
  sayWhatChanged(null, time, say)
  const go = (next: SteadyTime) => {
    sayWhatChanged(time, next, say)
    time = next
    return time
  }
  return {
    now: () => wholeSeconds(go(stepped(time, read())).latest),
    time: {
      fault: () => go(stepped(time, read())).fault,
      machineSays: () => wholeSeconds(read().wall),
      accept: () => void go(accepted(time, read())),
    },
  }
}

function sayWhatChanged(before: SteadyTime | null, { fault, latest }: SteadyTime, say: (line: string) => void): void {
  const own = new Date(latest).toISOString()
  if (fault && fault.kind !== before?.fault?.kind)
    say(
      `clock: the machine's clock is ${Math.round(fault.byMs / 60_000)} minutes ${fault.kind}. The program goes on with its own time, ${own}, until the clock is right, or until an administrator says on /status that it is`,
    )
  if (before?.fault && !fault) say(`clock: the program follows the machine's clock again, from ${own}`)
}
