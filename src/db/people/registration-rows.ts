import { and, asc, count, eq } from 'drizzle-orm'
import { registrations } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

export type Registration = typeof registrations.$inferSelect

const atOnce = 50

/** Registrations waiting for the secretary, longest first; the count covers all of them. */
export async function pendingOf(db: Db, communityId: string) {
  const [total, rows] = [
    await pendingCount(db, [communityId]),
    await db
      .select()
      .from(registrations)
      .where(and(eq(registrations.communityId, communityId), eq(registrations.state, 'pending')))
      .orderBy(asc(registrations.at), asc(registrations.id))
      .limit(atOnce),
  ]
  return { count: total, rows: rows as readonly Registration[] }
}

export async function pendingCount(db: Db, communityIds: readonly string[]): Promise<number> {
  if (!communityIds.length) return 0
  const [row] = await pending(db, { communityIds })
  return row?.count ?? 0
}

const pending = prepared((db, { communityIds }: Blanks<'communityIds'>) =>
  db
    .select({ count: count() })
    .from(registrations)
    .where(and(isOneOf(registrations.communityId, communityIds), eq(registrations.state, 'pending'))),
)

/** One registration of that community, decided or not. */
export async function registrationOf(db: Db, communityId: string, id: string): Promise<Registration | null> {
  const [row] = await db
    .select()
    .from(registrations)
    .where(and(eq(registrations.id, id), eq(registrations.communityId, communityId)))
  return row ?? null
}

/** Whether a registration with that number is already waiting in this community. */
export async function isPending(db: Db, communityId: string, phone: string): Promise<boolean> {
  const [row] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.communityId, communityId),
        eq(registrations.phone, phone),
        eq(registrations.state, 'pending'),
      ),
    )
  return row !== undefined
}
