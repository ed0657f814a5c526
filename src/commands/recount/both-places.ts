import type { SqliteStore } from '#db/store/sqlite.ts'
import type { Place } from './recount-place.ts'

type Row = { readonly action: string; readonly data: string }
type Data = { readonly edition?: unknown; readonly door?: unknown; readonly inTime?: readonly unknown[] }

/**
 * Wishes that a message which was not recalled and a sheet published in time, from the events up to a position of the
 * log. A sheet that was taken down hung in time all the same.
 */
export function inBothPlaces({ raw }: SqliteStore, { id }: Place, until: number): ReadonlySet<string> {
  const rows = raw
    .prepare(
      "select action, data from events where community_id = ? and pos <= ? and action in ('edition-made', 'edition-ended')",
    )
    .all(id, until) as readonly Row[]
  const told = rows.map(({ action, data }) => ({ action, data: JSON.parse(data) as Data }))
  const ended = told.filter(({ action, data }) => action === 'edition-ended' && data.door === 'group')
  const recalled = new Set(ended.map(({ data }) => data.edition))
  const early = (door: string) => {
    const made = told.filter(({ action, data }) => action === 'edition-made' && data.door === door)
    return made.filter(({ data }) => !recalled.has(data.edition)).flatMap(({ data }) => data.inTime ?? [])
  }
  const onBoard = new Set(early('board'))
  return new Set(early('group').flatMap((wish) => (onBoard.has(wish) ? [String(wish)] : [])))
}
