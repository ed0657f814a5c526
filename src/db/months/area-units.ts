import { eq, or, sql } from 'drizzle-orm'
import { claims, units } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import { fewestPeople } from '#domain/month/fewest-people.ts'
import { type Counts, type SetName, sumOf } from '#domain/month/figures.ts'
import { countsFrom, type Facts, keyOf, valuesOf } from '#domain/month/month-facts.ts'
import type { Month } from '#domain/time/workdays.ts'
import { inZones, type Places } from './area-months.ts'
import { countsBy } from './figure-counts.ts'
import { termsOf, whereOf } from './figure-sets.ts'
import { isSigned, signedParts } from './signed-values.ts'

/** The figures a unit answers for: those about its members' deliveries. */
const shownSets: readonly SetName[] = [
  'deliveries',
  'callback-due',
  'called',
  'tried',
  'reached',
  'satisfied',
  'reopened',
]

type AreaUnits = {
  /** By name: the same employer in several communities is one unit. */
  readonly named: readonly { readonly name: string; readonly counts: Counts }[]
  /** Units left unnamed because too few people delivered for them. */
  readonly few: Counts
  readonly none: Counts
}

/**
 * A month of several communities by work unit. A unit whose name would point at a person is counted among the others.
 */
export async function areaUnits(db: Db, places: Places, month: Month, now: Date): Promise<AreaUnits> {
  const facts = await unitFacts(db, places, month, now)
  const ids = valuesOf(facts, 'unit').flatMap((id) => id ?? [])
  const known = await db.select({ id: units.id, name: units.name }).from(units).where(isOneOf(units.id, ids))
  const many = await namesOfMany(db, places, month, now)
  const sumWhere = (isMeant: (name: string) => boolean) =>
    sumOf(known.filter(({ name }) => isMeant(name)).map(({ id }) => countsFrom(facts, 'unit', id)))
  const names = [...new Set(known.map(({ name }) => name))].filter((name) => many.has(name))
  return {
    named: names
      .sort((a, b) => a.localeCompare(b, 'zh'))
      .map((name) => ({ name, counts: sumWhere((one) => one === name) }))
      .filter(({ counts }) => counts.deliveries + counts['callback-due'] > 0),
    few: sumWhere((name) => !many.has(name)),
    none: countsFrom(facts, 'unit', null),
  }
}

async function unitFacts(db: Db, places: Places, month: Month, now: Date): Promise<Facts> {
  const ids = places.map(({ id }) => id)
  const signed = (await isSigned(db, ids, [month])).get(month) ?? new Set<string>()
  const sums: Record<string, number> = {}
  const add = (key: string, value: number) => {
    sums[key] = (sums[key] ?? 0) + value
  }
  if (signed.size) for (const { key, value } of await signedParts(db, [...signed], month, 'unit')) add(key, value)
  const open = places.filter(({ id }) => !signed.has(id))
  for (const asked of inZones(open, month, now))
    for (const { of, counts } of await countsBy(db, asked, ['unit'], shownSets))
      for (const set of shownSets) add(keyOf(set, 'unit', of.unit), counts[set])
  return sums
}

/** Units for which enough people delivered that the name points at none of them. */
async function namesOfMany(db: Db, places: Places, month: Month, now: Date): Promise<ReadonlySet<string>> {
  const asked = inZones(places, month, now)
  const delivered = or(...asked.map((one) => whereOf('delivered', termsOf(one)))) ?? sql`0`
  const rows = await db
    .select({ name: units.name })
    .from(claims)
    .innerJoin(units, eq(units.id, claims.unitId))
    .where(delivered)
    .groupBy(units.name)
    .having(sql`count(distinct ${claims.personId}) >= ${fewestPeople}`)
  return new Set(rows.map(({ name }) => name))
}
