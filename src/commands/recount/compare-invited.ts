import type { SqliteStore } from '#db/store/sqlite.ts'
import type { Fault } from './compare-cells.ts'
import { differ } from './compare-rates.ts'
import { numbersOf, type Table } from './page-tables.ts'
import { monthIn } from './recompute.ts'
import type { Place } from './recount-place.ts'
import type { NameOf } from './surfaces.ts'

type Page = { readonly month: string; readonly tables: readonly Table[]; readonly nameOf: NameOf }

/**
 * Compares how many volunteers were never invited. Invitations are no events, so this counts their rows a second time;
 * for a month of which some may be deleted the page has no such table.
 */
export function compareInvited({ raw }: SqliteStore, { id, zone }: Place, { month, tables, nameOf }: Page) {
  const table = tables.find(({ caption }) => caption === nameOf('head.invited'))
  if (!table) return []
  const monthOf = monthIn(zone)
  const known = raw
    .prepare(
      "select person_id as person, created_at as since from volunteers where community_id = ? and state = 'active'",
    )
    .all(id) as readonly { readonly person: string; readonly since: number }[]
  const sent = raw.prepare('select person_id as person, at from invitations').all() as readonly {
    readonly person: string
    readonly at: number
  }[]
  const invited = new Set(sent.filter(({ at }) => monthOf(at) === month).map(({ person }) => person))
  const those = known.filter(({ since }) => monthOf(since) <= month)
  const never = those.filter(({ person }) => !invited.has(person)).length
  const [, shown = ''] = table.rows[0] ?? []
  return differ(
    'never-invited',
    'page',
    `${never}/${those.length}`,
    numbersOf(shown).join('/'),
  ) satisfies readonly Fault[]
}
