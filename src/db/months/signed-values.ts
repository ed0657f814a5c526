import { and, eq, max, type SQL, sql } from 'drizzle-orm'
import { monthCorrections, months } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Side } from '#domain/month/month-facts.ts'
import type { Month } from '#domain/time/workdays.ts'

/** Which of the communities have signed which of the months; a month without a signature is missing. */
export async function isSigned(
  db: Db,
  communityIds: readonly string[],
  wanted: readonly Month[],
): Promise<ReadonlyMap<Month, ReadonlySet<string>>> {
  const rows = await signatures(db, { communityIds, wanted })
  const found = new Map<Month, Set<string>>()
  for (const { month, communityId } of rows) found.set(month, (found.get(month) ?? new Set()).add(communityId))
  return found
}

const signatures = prepared((db, { communityIds, wanted }: Blanks<'communityIds' | 'wanted'>) =>
  db
    .select({ month: months.month, communityId: months.communityId })
    .from(months)
    .where(and(isOneOf(months.communityId, communityIds), isOneOf(months.month, wanted))),
)

type SignedValue = {
  readonly communityId: string
  readonly month: Month
  readonly key: string
  readonly value: number
}

/**
 * Counts of signed months by their keys. The database extracts them from the snapshots, so that only these leave it.
 */
export async function signedValues(
  db: Db,
  communityIds: readonly string[],
  wanted: readonly Month[],
  keys: readonly string[],
): Promise<readonly SignedValue[]> {
  const rows = await signedFacts(db, { communityIds, wanted, keys })
  return rows.map(({ value, ...row }) => ({ ...row, value: Number(value) }))
}

/** The sum of later corrections to the same counts; added to the signed count it gives the value that applies now. */
export async function correctedValues(
  db: Db,
  communityIds: readonly string[],
  wanted: readonly Month[],
  keys: readonly string[],
): Promise<readonly (SignedValue & { readonly at: Date })[]> {
  const rows = await changesTo(db, { communityIds, wanted, keys })
  return rows.map(({ value, at, ...row }) => ({ ...row, value: Number(value), at: at as Date }))
}

/** All signed parts of one month for one dimension, added up over the communities that have signed it. */
export async function signedParts(
  db: Db,
  communityIds: readonly string[],
  month: Month,
  side: Side,
): Promise<readonly { readonly key: string; readonly value: number }[]> {
  const isPart = (key: SQL) => sql`instr(${key}, ${`@${side}:`}) > 0`
  const signed = await db
    .select({ key: fact.key, value: sql<number>`sum(${fact.value})` })
    .from(months)
    .innerJoin(facts, isPart(fact.key))
    .where(and(isOneOf(months.communityId, communityIds), eq(months.month, month)))
    .groupBy(fact.key)
  const corrected = await db
    .select({ key: monthCorrections.figure, value: change })
    .from(monthCorrections)
    .where(
      and(
        isOneOf(monthCorrections.communityId, communityIds),
        eq(monthCorrections.month, month),
        isPart(sql`${monthCorrections.figure}`),
      ),
    )
    .groupBy(monthCorrections.figure)
  return [...signed, ...corrected].map(({ key, value }) => ({ key, value: Number(value) }))
}

const facts = sql`json_each(${months.snapshot}, '$.facts') as fact`
const fact = { key: sql<string>`fact.key`, value: sql<number>`fact.value` }
/** Each correction starts from the value of the one before. */
const change = sql<number>`sum(${monthCorrections.newValue} - coalesce(${monthCorrections.oldValue}, 0))`

type Wanted = Blanks<'communityIds' | 'wanted' | 'keys'>

const signedFacts = prepared((db, { communityIds, wanted, keys }: Wanted) =>
  db
    .select({ communityId: months.communityId, month: months.month, key: fact.key, value: fact.value })
    .from(months)
    .innerJoin(facts, sql`${fact.key} in (select value from json_each(${keys}))`)
    .where(and(isOneOf(months.communityId, communityIds), isOneOf(months.month, wanted))),
)

const changesTo = prepared((db, { communityIds, wanted, keys }: Wanted) =>
  db
    .select({
      communityId: monthCorrections.communityId,
      month: monthCorrections.month,
      key: monthCorrections.figure,
      value: change,
      at: max(monthCorrections.at),
    })
    .from(monthCorrections)
    .where(
      and(
        isOneOf(monthCorrections.communityId, communityIds),
        isOneOf(monthCorrections.month, wanted),
        isOneOf(monthCorrections.figure, keys),
      ),
    )
    .groupBy(monthCorrections.communityId, monthCorrections.month, monthCorrections.figure),
)
