import { type SQL, sql } from 'drizzle-orm'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type Counts, noCounts, type Period, type SetName, sumOf } from '#domain/month/figures.ts'
import { keyOf, partsOf } from '#domain/month/month-facts.ts'
import type { Month } from '#domain/time/workdays.ts'
import { countIf, type Query } from './figure-counts.ts'
import {
  type Asked,
  type Base,
  blankTerms,
  columns,
  type Shape,
  sets,
  shapeOf,
  tableOf,
  valuesOf,
  whereOf,
} from './figure-sets.ts'
import { correctedValues, isSigned, signedValues } from './signed-values.ts'

type Place = Pick<Asked, 'communityIds' | 'gridIds' | 'now'>
/** By month, then by community. */
type Found = ReadonlyMap<Month, ReadonlyMap<string, Counts>>

/**
 * Several months of communities in one time zone: signed months as signed and corrected, the others as computed today.
 * For more than one month `names` must not include figures that depend on the month's beginning (carried over,
 * requests), because all months are counted in one pass.
 */
export async function monthsOf(
  db: Db,
  place: Place,
  periods: readonly Period[],
  names: readonly SetName[],
  { isCorrected = true } = {},
): Promise<Found> {
  const signed = await signedCounts(db, place, periods, names, isCorrected)
  const open = periods.filter(({ month }) => place.communityIds.some((id) => !signed.get(month)?.has(id)))
  const [first, last] = [open[0], open.at(-1)]
  const walked: Found =
    first && last ? await walk(db, { ...place, period: { ...last, from: first.from } }, open, names) : new Map()
  return new Map(
    periods.map(({ month }) => {
      const one = (id: string) => signed.get(month)?.get(id) ?? walked.get(month)?.get(id) ?? noCounts
      return [month, new Map(place.communityIds.map((id) => [id, one(id)]))]
    }),
  )
}

/** The same, added up over the communities. */
export async function seriesOf(
  db: Db,
  place: Place,
  periods: readonly Period[],
  names: readonly SetName[],
): Promise<ReadonlyMap<Month, Counts>> {
  const found = await monthsOf(db, place, periods, names)
  return new Map([...found].map(([month, counts]) => [month, sumOf([...counts.values()])]))
}

/** The corrected values of a signed month's figures, and when each was last corrected. */
type Corrected = Partial<Readonly<Record<SetName, { readonly value: number; readonly at: Date }>>>
export type ShownMonth = { readonly counts: Counts; readonly corrected: Corrected }

/** Months of one community as its own page shows them: a signed figure stays, with its corrected value next to it. */
export async function shownMonths(
  db: Db,
  place: Place,
  periods: readonly Period[],
  names: readonly SetName[],
): Promise<ReadonlyMap<Month, ShownMonth>> {
  const found = await monthsOf(db, place, periods, names, { isCorrected: false })
  const months = periods.map(({ month }) => month)
  const changes = await correctedValues(db, place.communityIds, months, keysOf(place, names))
  return new Map(
    [...found].map(([month, byCommunity]) => {
      const counts = sumOf([...byCommunity.values()])
      const corrected: Record<string, { value: number; at: Date }> = {}
      for (const { key, value, at } of changes.filter((change) => change.month === month)) {
        const { figure } = partsOf(key)
        const before = corrected[figure] ?? { value: counts[figure as SetName], at }
        corrected[figure] = { value: before.value + value, at: at > before.at ? at : before.at }
      }
      return [month, { counts, corrected }]
    }),
  )
}

async function signedCounts(
  db: Db,
  place: Place,
  periods: readonly Period[],
  names: readonly SetName[],
  isCorrected: boolean,
): Promise<Found> {
  const { communityIds } = place
  const months = periods.map(({ month }) => month)
  const signed = await isSigned(db, communityIds, months)
  const found = new Map(
    [...signed].map(([month, ids]) => [month, new Map([...ids].map((id) => [id, { ...noCounts } as Counting]))]),
  )
  if (!signed.size) return found
  const keys = keysOf(place, names)
  const values = [
    ...(await signedValues(db, communityIds, months, keys)),
    ...(isCorrected ? await correctedValues(db, communityIds, months, keys) : []),
  ]
  for (const { communityId, month, key, value } of values) {
    const counts = found.get(month)?.get(communityId)
    if (counts) counts[partsOf(key).figure as SetName] += value
  }
  return found
}

/** The keys of those figures in what was signed: of the whole, or of each of the grids. */
const keysOf = ({ gridIds }: Place, names: readonly SetName[]): readonly string[] =>
  names.flatMap((name) => (gridIds ? gridIds.map((grid) => keyOf(name, 'grid', grid)) : [keyOf(name, null, null)]))

type Counting = Record<SetName, number>

/** Counts each table once over all periods, month by month. */
async function walk(db: Db, asked: Asked, periods: readonly Period[], names: readonly SetName[]): Promise<Found> {
  const found = new Map(periods.map(({ month }) => [month, new Map<string, Counting>()]))
  const bases = [...new Set(names.map((name) => sets[name].base))]
  await Promise.all(
    bases.map(async (base) => {
      const own = names.filter((name) => sets[name].base === base)
      const ends = Object.fromEntries(periods.map(({ until }, nth) => [`end${nth}`, until]))
      const shape = { ...shapeOf(asked), base, names: own, months: periods.length }
      const rows = await countedByMonth(db, shape, { ...valuesOf(asked), ...ends })
      for (const row of rows) {
        const month = found.get(periods[Number(row.nth)]?.month ?? '')
        const counted = month?.get(String(row.communityId)) ?? { ...noCounts }
        for (const name of own) counted[name] = Number(row[name])
        month?.set(String(row.communityId), counted)
      }
    }),
  )
  return found
}

type WalkShape = Shape & { readonly base: Base; readonly names: readonly SetName[]; readonly months: number }

const countedByMonth = preparedFor((db, shape: WalkShape, blanks: Blanks<string>) => {
  const { base, names, months } = shape
  const terms = blankTerms(shape, blanks)
  const ends = Array.from({ length: months }, (_, nth) => {
    return sql`when ${columns[base]} < ${blanks[`end${nth}`]} then ${sql.raw(String(nth))}`
  })
  const nth = sql<number>`case ${sql.join(ends, sql` `)} end`
  const communityId = sql<string>`${tableOf(base).communityId}`
  const counts = Object.fromEntries(names.map((name) => [name, countIf(name, terms)]))
  return db
    .select({ nth, communityId, ...counts } as Record<string, SQL>)
    .from(tableOf(base))
    .where(whereOf(base, terms))
    .groupBy(sql`1`, sql`2`) as unknown as Query
})
