import { and, count, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { invitationPlans, invitations, wishes } from '#db/schema/tables.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Count } from '#domain/matching/chance.ts'
import type { GridClaims } from '#domain/matching/quiet-grids.ts'

/**
 * Invitations of a community by their kind, and how many of them led to a delivery in time by the person who was
 * invited. Never by person.
 */
export async function countsByCell(db: Db, communityId: string, from: Date, until: Date): Promise<readonly Count[]> {
  // Written out, because drizzle leaves out the tables' names in the columns of a select from one table.
  const led = sql`exists (select 1 from claims where claims.wish_id = invitations.wish_id and claims.person_id = invitations.person_id and claims.claimed_at >= invitations.at and claims.delivered_at <= claims.due_at)`
  return db
    .select({
      cell: invitations.cell,
      asked: count(),
      kept: sql<number>`sum(case when ${led} then 1 else 0 end)`,
    })
    .from(invitations)
    .where(and(eq(invitations.communityId, communityId), gte(invitations.at, from), lt(invitations.at, until)))
    .groupBy(invitations.cell)
    .orderBy(invitations.cell)
}

/** Wishes published in the period by grid, and how many of them were ever claimed. */
export async function claimsByGrid(
  db: Db,
  communityId: string,
  from: Date,
  until: Date,
): Promise<readonly GridClaims[]> {
  return db
    .select({ gridId: wishes.gridId, published: count(), claimed: count(wishes.firstClaimedAt) })
    .from(wishes)
    .where(and(eq(wishes.communityId, communityId), gte(wishes.publishedAt, from), lt(wishes.publishedAt, until)))
    .groupBy(wishes.gridId)
}

/** The community's latest plan; null before the first. */
export async function latestPlan(db: Db, communityId: string) {
  const [row] = await plansOf(db, { communityId })
  return row ?? null
}

const plansOf = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select()
    .from(invitationPlans)
    .where(eq(invitationPlans.communityId, communityId))
    .orderBy(desc(invitationPlans.day))
    .limit(1),
)
