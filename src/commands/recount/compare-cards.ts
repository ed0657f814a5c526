import type { SqliteStore } from '#db/store/sqlite.ts'
import type { Fault } from './compare-cells.ts'
import { differ } from './compare-rates.ts'
import { numbersOf, wordsOf } from './page-tables.ts'
import { monthIn } from './recompute.ts'
import type { Get } from './surfaces.ts'

type Place = { readonly id: string; readonly slug: string; readonly month: string; readonly zone: string }
type Row = { readonly stream: string; readonly action: string; readonly due: number; readonly data: string }
type Data = { readonly side: string; readonly cardAt: number; readonly endedAt?: number; readonly end?: string }

/**
 * Compares what the public ledger says about cards and opened cases with their events: the steps with a card in this month,
 * those of them that were done in time, and the looks.
 */
export async function compareCards(
  get: Get,
  { raw }: SqliteStore,
  { id, slug, month, zone }: Place,
): Promise<readonly Fault[]> {
  const monthOf = monthIn(zone)
  const rows = raw
    .prepare(
      "select stream, action, due_at as due, data from events where community_id = ? and action in ('card-yellow', 'card-red', 'card-end')",
    )
    .all(id) as readonly Row[]
  const read = rows.map((row) => ({ ...row, ...(JSON.parse(row.data) as Data) }))
  const own = read.filter(({ side, cardAt }) => side === 'community' && monthOf(cardAt) === month)
  const all = new Set(own.map(({ stream }) => stream))
  const inTime = own.filter(
    ({ action, end, endedAt, due }) => action === 'card-end' && end === 'done' && (endedAt ?? Infinity) <= due,
  )
  const opened = raw.prepare("select at from events where community_id = ? and action = 'case-opened'").all(id) as {
    readonly at: number
  }[]
  const looks = opened.filter(({ at }) => monthOf(at) === month).length
  const html = await (await get(`/c/${slug}/ledger/${month}`)).text()
  const line = wordsOf(/<p id="cards">(.*?)<\/p>/s.exec(html)?.[1] ?? '')
  const expected = all.size || looks ? [all.size, inTime.length, looks] : []
  return differ('cards', 'ledger', expected.join(', '), numbersOf(line).join(', '))
}
