import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Month } from '#domain/calendar.ts'
import { type Counts, noCounts, type Period, type SetName, sumOf } from '#domain/figures.ts'
import { correctedFacts, countsFrom } from '#domain/month-facts.ts'
import { seconds } from '#domain/seconds.ts'
import { type Asked, columns, sets, tableOf, whereOf } from './figure-sets.ts'
import { countsBy } from './figures.ts'
import { isOneOf } from './one-of.ts'
import { monthCorrections, months } from './schema.ts'
import type { Db } from './store.ts'

type Place = Pick<Asked, 'communityIds' | 'gridIds' | 'now'>

/**
 * Several months of one community beside each other: a signed one as it was signed and corrected, the others as they are
 * reckoned today. `names` must not need the month's beginning (carried over): the months are counted in one walk.
 */
export async function seriesOf(
  db: Db,
  place: Place,
  periods: readonly Period[],
  names: readonly SetName[],
): Promise<ReadonlyMap<Month, Counts>> {
  const signed = await signedCounts(db, place, periods)
  const others = periods.filter(({ month }) => !signed.has(month))
  const [first, last] = [others[0], others.at(-1)]
  if (!first || !last) return signed
  const counted = await walk(db, { ...place, period: { ...last, from: first.from } }, others, names)
  return new Map([...counted, ...signed])
}

/** One month with all its figures, as signed where it is; for what stands beside the month that is read. */
export async function monthCounts(db: Db, place: Place, period: Period, names: readonly SetName[]): Promise<Counts> {
  const signed = await signedCounts(db, place, [period])
  const rows = signed.size ? [] : await countsBy(db, { ...place, period }, [], names)
  return signed.get(period.month) ?? rows[0]?.counts ?? noCounts
}

async function signedCounts(db: Db, { communityIds, gridIds }: Place, periods: readonly Period[]) {
  const [communityId = ''] = communityIds
  const wanted = periods.map(({ month }) => month)
  const rows = await db
    .select({ month: months.month, snapshot: months.snapshot })
    .from(months)
    .where(and(eq(months.communityId, communityId), isOneOf(months.month, wanted)))
  if (!rows.length) return new Map<Month, Counts>()
  const corrections = await db
    .select()
    .from(monthCorrections)
    .where(and(eq(monthCorrections.communityId, communityId), isOneOf(monthCorrections.month, wanted)))
  return new Map(
    rows.map(({ month, snapshot }) => {
      const facts = correctedFacts(
        snapshot.facts,
        corrections.filter((one) => one.month === month),
      )
      const counts = gridIds ? sumOf(gridIds.map((id) => countsFrom(facts, 'grid', id))) : countsFrom(facts)
      return [month, counts] as const
    }),
  )
}

/** Counts each table once, from the first month's beginning to the last one's end, month by month. */
async function walk(db: Db, asked: Asked, periods: readonly Period[], names: readonly SetName[]) {
  const found = new Map(periods.map(({ month }) => [month, { ...noCounts } as Record<SetName, number>]))
  const bases = [...new Set(names.map((name) => sets[name].base))]
  await Promise.all(
    bases.map(async (base) => {
      const own = names.filter((name) => sets[name].base === base)
      const at = columns[base]
      const nth = sql<number>`case ${sql.join(
        periods.map(({ until }, n) => sql`when ${at} < ${seconds(until)} then ${sql.raw(String(n))}`),
        sql` `,
      )} end`
      const counts = Object.fromEntries(
        own.map((name) => [name, sql<number>`count(case when ${sets[name].only?.(asked) ?? sql`1`} then 1 end)`]),
      )
      const rows = (await db
        .select({ nth, ...counts } as Record<string, SQL<number>>)
        .from(tableOf(base))
        .where(whereOf(base, asked))
        .groupBy(sql`1`)) as readonly Record<string, number>[]
      for (const row of rows) {
        const month = periods[Number(row.nth)]?.month
        const counted = month === undefined ? undefined : found.get(month)
        if (counted) for (const name of own) counted[name] = Number(row[name])
      }
    }),
  )
  return found
}
