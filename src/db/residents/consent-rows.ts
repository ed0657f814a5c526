import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { consents, people, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { paginate } from '#db/store/paginate.ts'
import type { Db } from '#db/store/store.ts'
import type { ConsentMethod, ConsentPurpose } from '#domain/vocabulary.ts'

type GivenConsents = {
  /** The purposes for which the latest answer is yes. */
  readonly given: readonly ConsentPurpose[]
  /** The latest day on which any consent was asked; null where none was. */
  readonly lastAsked: string | null
}

/** The present consents of the residents on one page (at most 90), in one query. */
export async function givenConsents(
  db: Db,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, GivenConsents>> {
  if (!residentIds.length) return new Map()
  const rows = await db
    .select({ residentId: consents.residentId, purpose: consents.purpose, given: consents.given, day: consents.day })
    .from(consents)
    .where(inArray(consents.residentId, residentIds.slice(0, 90)))
    .orderBy(asc(consents.at), sql`${consents}.rowid`)
  return new Map(
    residentIds.map((id) => {
      const own = rows.filter((row) => row.residentId === id)
      const latest = new Map(own.map((row) => [row.purpose, row.given]))
      const days = own.map((row) => row.day).sort()
      const given = [...latest].filter(([, isGiven]) => isGiven).map(([purpose]) => purpose)
      return [id, { given, lastAsked: days.at(-1) ?? null }]
    }),
  )
}

/**
 * True while the latest answer to each of these purposes is yes: a condition for use inside a commit. `resident` is an
 * id, or SQL that gives one.
 */
export const agreesTo = (resident: SQL, purposes: readonly ConsentPurpose[]): SQL =>
  sql.join(
    purposes.map(
      (purpose) =>
        sql`coalesce((select c.given from ${consents} c where c.resident_id = ${resident} and c.purpose = ${purpose} order by c.at desc, c.rowid desc limit 1), 0) = 1`,
    ),
    sql` and `,
  )

type ConsentRow = {
  readonly purpose: ConsentPurpose
  readonly given: boolean
  readonly method: ConsentMethod
  readonly day: string
  readonly witness: string
}

/** Every answer of a resident, latest first. */
export async function consentHistory(db: Db, residentId: string): Promise<readonly ConsentRow[]> {
  const rows = await db
    .select({
      purpose: consents.purpose,
      given: consents.given,
      method: consents.method,
      day: consents.day,
      witness: people.name,
    })
    .from(consents)
    .leftJoin(people, eq(people.id, consents.witnessId))
    .where(eq(consents.residentId, residentId))
    .orderBy(desc(consents.at), sql`${consents}.rowid desc`)
    .limit(100)
  return rows.map((row) => ({ ...row, witness: row.witness ?? '' }))
}

type WaitingRow = {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly phones: readonly string[]
}

/** Residents who have a wish waiting for its check, but lack one of these consents. */
export async function waitingForConsent(db: Db, communityId: string, gridIds: readonly string[], limit: number) {
  const lacks = (purpose: ConsentPurpose) =>
    sql`coalesce((select ${consents.given} from ${consents} where ${consents.residentId} = ${residents.id} and ${consents.purpose} = ${purpose} order by ${consents.at} desc, rowid desc limit 1), 0) = 0`
  const query = db
    .selectDistinct({
      id: residents.id,
      name: residents.name,
      place: residents.place,
      building: residents.building,
      unit: residents.unit,
      door: residents.door,
      phones: residents.phones,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(
      and(
        eq(wishes.communityId, communityId),
        eq(wishes.state, 'submitted'),
        isOneOf(residents.gridId, gridIds),
        sql`(${lacks('posting')} or ${lacks('card')} or ${lacks('contact')})`,
      ),
    )
    .orderBy(sql`length(${residents.building})`, residents.building, residents.unit, residents.door, residents.id)
  const { rows, last } = await paginate(query, limit)
  return { rows: rows satisfies readonly WaitingRow[], hasMore: last !== null }
}
