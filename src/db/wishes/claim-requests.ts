import { and, asc, eq, gte } from 'drizzle-orm'
import { events, people, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

/** A request ends when the wish leaves the board: after a reopening or a release everyone may ask again. */
const requestInForce = and(eq(events.action, 'request'), gte(events.at, wishes.since), eq(wishes.state, 'open'))

/** Ids of the volunteers who have asked the secretary to approve a claim of this wish, the first one first. */
export async function requestedBy(db: Db, wishId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ personId: events.actorId })
    .from(events)
    .innerJoin(wishes, eq(wishes.id, events.stream))
    .where(and(eq(events.stream, wishId), requestInForce))
    .orderBy(asc(events.seq))
  return rows.map(({ personId }) => personId)
}

/** Which of these wishes this volunteer has asked to claim beyond the limit. */
export async function requestedAmong(db: Db, personId: string, wishIds: readonly string[]) {
  const rows = wishIds.length ? await requested(db, { personId, wishIds }) : []
  return new Set(rows.map(({ wishId }) => wishId))
}

const requested = prepared((db, { personId, wishIds }: Blanks<'personId' | 'wishIds'>) =>
  db
    .select({ wishId: events.stream })
    .from(events)
    .innerJoin(wishes, eq(wishes.id, events.stream))
    .where(and(isOneOf(events.stream, wishIds), requestInForce, eq(events.actorId, personId))),
)

/** Those volunteers with their names and telephone numbers, for the secretary. */
export async function requestersOf(db: Db, wishId: string) {
  const ids = await requestedBy(db, wishId)
  const rows = ids.length
    ? await db
        .select({ id: people.id, name: people.name, phone: people.phone })
        .from(people)
        .where(isOneOf(people.id, ids))
    : []
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}
