import { and, eq, exists, gte, isNotNull, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import { notes, people, residents, roles, volunteers, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'

// Data that has outlived its purpose, a bounded number of rows at a time.

export type Closed = { readonly id: string; readonly ruleVersion: string; readonly closedAt: Date }

/** Wishes closed between two instants whose words are not erased yet. */
export async function closedWithWords(db: Db, communityId: string, from: Date, until: Date, limit: number) {
  const columns = { id: wishes.id, ruleVersion: wishes.ruleVersion }
  // A request answered at once may have no file, and then no details either: its question is in a note.
  const hasNotes = exists(db.select({ one: sql`1` }).from(notes).where(eq(notes.stream, wishes.id)))
  const still = and(
    eq(wishes.communityId, communityId),
    or(and(isNotNull(wishDetails.wishId), isNull(wishDetails.erasedAt)), and(isNull(wishDetails.wishId), hasNotes)),
  )
  const ended = await db
    .select({ ...columns, closedAt: wishes.endedAt })
    .from(wishes)
    .leftJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(and(still, gte(wishes.endedAt, from), lte(wishes.endedAt, until), ne(wishes.state, 'referred')))
    .limit(limit)
  const confirmed = await db
    .select({ ...columns, closedAt: wishes.confirmedAt })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(and(still, gte(wishes.confirmedAt, from), lte(wishes.confirmedAt, until), eq(wishes.state, 'fulfilled')))
    .limit(limit)
  return [...ended, ...confirmed] as readonly Closed[]
}

/** Files that ended by then and are not empty yet. */
export const endedBy = (db: Db, communityId: string, until: Date, limit: number) =>
  db
    .select({ id: residents.id })
    .from(residents)
    .where(
      and(eq(residents.communityId, communityId), lte(residents.endedAt, until), ne(residents.endReason, 'erased')),
    )
    .limit(limit)

/** Wishes of those residents. */
export const wishesOf = (db: Db, residentIds: readonly string[]) =>
  db.select({ id: wishDetails.wishId }).from(wishDetails).where(isOneOf(wishDetails.residentId, residentIds))

/** Volunteers who left before that local day, and whose strengths, hours or building are still stored. */
export const leftBefore = (db: Db, communityId: string, day: string, limit: number) =>
  db
    .select({ id: volunteers.id })
    .from(volunteers)
    .where(
      and(
        eq(volunteers.communityId, communityId),
        eq(volunteers.state, 'left'),
        or(
          ne(volunteers.branch, ''),
          ne(volunteers.building, ''),
          sql`${volunteers.strengths} <> '[]'`,
          sql`${volunteers.freeTimes} <> '[]'`,
        ),
        notExists(heldSince(db, volunteers.personId, day)),
      ),
    )
    .limit(limit)

/** People who once worked or volunteered in those areas and have had no role anywhere since that local day. */
export const gonePeople = (db: Db, areaIds: readonly string[], day: string, limit: number) =>
  db
    .selectDistinct({ id: people.id })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(
      and(
        isOneOf(roles.areaId, areaIds),
        isNotNull(roles.untilDay),
        lte(roles.untilDay, day),
        isNull(people.erasedAt),
        notExists(heldSince(db, people.id, day)),
      ),
    )
    .limit(limit)

const heldSince = (db: Db, personId: typeof people.id | typeof volunteers.personId, day: string) => {
  const other = sql`later`
  return db
    .select({ one: sql`1` })
    .from(sql`${roles} as ${other}`)
    .where(sql`${other}.person_id = ${personId} and (${other}.until_day is null or ${other}.until_day > ${day})`)
}
