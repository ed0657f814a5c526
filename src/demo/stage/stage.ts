import type { Person } from '#domain/people/actor.ts'
import type { Day } from '#domain/time/workdays.ts'
import type { StaffKey, Volunteer } from '#src/demo/people/demo-people.ts'
import type { Neighbour } from '#src/demo/people/demo-residents.ts'
import type { Services } from '#src/services.ts'
import type { Days } from './demo-days.ts'
import type { Thing } from './demo-thing.ts'
import type { Random } from './random.ts'

/** What a single act needs: the services with the movable clock, the secretary, and the other people by id. */
export type Acting = {
  readonly services: Services
  readonly persons: ReadonlyMap<string, Person>
  readonly staff: { readonly secretary: Person }
}

/** What the search for a volunteer needs. */
export type Seeking = Acting & {
  readonly days: Days
  readonly random: Random
  readonly volunteers: readonly Volunteer[]
  /** Claims reserved for today's board, which the past months must not use. */
  readonly reserved: Reservation[]
}

/** What the course of a wish needs. */
export type Stage = Seeking & {
  readonly staff: Readonly<Record<StaffKey, Person>>
  readonly neighbours: readonly Neighbour[]
  /** 'household item': no household wishes for the same item twice. */
  readonly used: Set<string>
}

type Reservation = { readonly volunteer: Volunteer; readonly day: Day }

/** Whose wish, and for what. */
export type Case = { readonly whose: Neighbour; readonly thing: Thing }

/** The grid worker who goes to that door: in the second grid two share the work. */
export function workerOf({ staff, random }: Stage, { grid }: Neighbour): Person {
  if (grid === 1 && random.chance(0.5)) return staff['grid-1']
  return staff[`grid-${grid + 1}` as StaffKey]
}

/** Finds a door of the wanted grid (any, where none is given) for an item that was not wished for there yet. */
export function caseFor(stage: Stage, thing: Thing, { grid = null as number | null, isFromList = false } = {}): Case {
  const keyOf = (whose: Neighbour) => `${whose.household} ${thing.itemId ?? thing.words}`
  const fits = stage.neighbours.filter(
    (whose) =>
      whose.isFromList === isFromList && (grid === null || whose.grid === grid) && !stage.used.has(keyOf(whose)),
  )
  const counts = (whose: Neighbour) => [...stage.used].filter((key) => key.startsWith(`${whose.household} `)).length
  const fewest = Math.min(...fits.map(counts))
  const whose = stage.random.pick(fits.filter((one) => counts(one) <= fewest + (fewest ? 1 : 0)))
  stage.used.add(keyOf(whose))
  return { whose, thing }
}
