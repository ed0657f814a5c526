import { doors } from '#domain/doors/door.ts'
import type { Living } from './month.ts'
import { at } from './month-place.ts'

/** Random lives end here. */
export const endOfStory = at('2026-05-20T12:00:00')

/** The same numbers on every machine and every day. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const edges = ['2026-03-31T23:59:59', '2026-04-01T00:00:00', '2026-04-30T23:59:59', '2026-05-01T00:00:00'].map(at)

/** Some claims are from before doors were recorded. */
const doorAt = (time: number) => ([...doors, undefined] as const)[Math.floor(time / 60_000) % (doors.length + 1)]

/** Acts at random intervals from the end of February on, with a liking for the edges of months and of due days. */
export async function liveAtRandom(life: Living, random: (below: number) => number): Promise<void> {
  let time = at('2026-02-20T09:00:00').getTime() + random(60 * 24 * 60) * 60_000
  const forward = () => {
    const edge = edges[random(edges.length)] as Date
    const due = life.now()?.dueAt?.getTime() ?? 0
    if (random(5) === 0 && edge.getTime() > time) time = edge.getTime()
    else if (random(4) === 0 && due > time) time = due + random(2) * 1000
    else time += [60_000, 3_600_000, 86_400_000, 6 * 86_400_000][random(4)] ?? 0
    return new Date(time)
  }
  const acts = [
    'publish',
    'publish',
    'claim',
    'claim',
    'deliver',
    'deliver',
    'deliver',
    'undo',
    'release',
    'lapse',
    'readOut',
    'call',
    'say',
    'sayNot',
    'try',
    'try',
    'try',
    'exhaust',
    'rate',
    'reopen',
    'refer',
    'answer',
    'withdraw',
  ] as const satisfies readonly (keyof Living)[]
  // One in ten only asks something, and is answered at once: with a file or without one.
  if (random(10) === 0) await life.answer(forward(), random(2) === 0)
  else await life.post(forward())
  for (let n = 0; n < 40 && time < endOfStory.getTime(); n++) {
    const act = acts[random(acts.length)] as (typeof acts)[number]
    // Endings are many tries away, else no wish would live long enough for anything else.
    if ((act === 'withdraw' || act === 'refer') && random(6)) continue
    const when = new Date(time)
    if (act === 'call') await life.call(when, (['satisfied', 'dissatisfied', null] as const)[random(3)] ?? null)
    else if (act === 'withdraw') await life.withdraw(when, (['moved', 'entered-twice'] as const)[random(2)])
    else if (act === 'claim') await life.claim(when, undefined, ([null, 'water'] as const)[random(2)], doorAt(time))
    else await life[act](when)
    if (random(2)) forward()
  }
}
