import type { SqliteStore } from '#db/store/sqlite.ts'
import type { Fault } from './compare-cells.ts'
import { rowsOf } from './compare-lists.ts'
import { differ } from './compare-rates.ts'
import { monthIn } from './recompute.ts'
import type { Place } from './recount-place.ts'
import type { Get } from './surfaces.ts'

type Row = {
  readonly stream: string
  readonly action: string
  readonly state: string
  readonly at: number
  readonly data: string
}
type Data = Readonly<Record<string, unknown>>

const doors = ['web', 'group', 'board', 'phone', 'counter']

/** Counts from the events which wishes were at both doors in time, and by which door claims came in. */
export function reckonDoors({ raw }: SqliteStore, { id, zone }: Place, month: string): ReadonlyMap<string, number> {
  const monthOf = monthIn(zone)
  const acts = "action in ('claim', 'edition-made', 'edition-ended') or state = 'open'"
  const rows = raw
    .prepare(`select stream, action, state, at, data from events where community_id = ? and (${acts}) order by pos`)
    .all(id) as readonly Row[]
  const told = rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Data }))

  const recalled = new Set(
    told
      .filter(({ action, data }) => action === 'edition-ended' && data.door === 'group')
      .map(({ data }) => data.edition),
  )
  const early = { group: new Set<unknown>(), board: new Set<unknown>() }
  for (const { data } of told.filter(({ action, data }) => action === 'edition-made' && !recalled.has(data.edition)))
    for (const wish of (data.inTime as readonly unknown[] | undefined) ?? [])
      early[data.door as 'group' | 'board'].add(wish)

  const published = new Map<string, number>()
  for (const { stream, state, at } of told) if (state === 'open' && !published.has(stream)) published.set(stream, at)
  const ofMonth = [...published].filter(([, at]) => monthOf(at) === month).map(([stream]) => stream)
  const twice = ofMonth.filter((stream) => early.group.has(stream) && early.board.has(stream)).length

  const claims = told.filter(({ action, at }) => action === 'claim' && monthOf(at) === month)
  const by = (door: string | undefined) => claims.filter(({ data }) => data.door === door).length
  return new Map([
    ['twice', twice],
    ['not-twice', ofMonth.length - twice],
    ...doors.map((door) => [`from-${door}`, by(door)] as const),
    ['from-unknown', by(undefined)],
  ])
}

/** Compares the list behind each of these with the events, over all its pages. */
export async function compareDoors(
  store: SqliteStore,
  place: Place,
  month: string,
  get: Get,
): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (const [name, count] of reckonDoors(store, place, month)) {
    const rows = await rowsOf(get, `/reports/${month}/${name}?c=${place.slug}`)
    faults.push(...differ(name, `list ${name}`, String(count), String(rows)))
  }
  return faults
}
