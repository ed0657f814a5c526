import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Category } from '#domain/catalogue-codes.ts'
import type { Satisfaction } from '#domain/words.ts'
import { areas, claims, people, serviceTimes, units, volunteers, wishDetails, wishes } from './schema.ts'
import type { Db } from './store.ts'

/** One delivery of a volunteer. Nothing tells whose wish it was. */
export type Service = {
  readonly claimId: string
  readonly communityId: string
  readonly communityName: string
  readonly gridName: string
  readonly category: Category
  readonly itemId: string | null
  readonly publicText: string
  readonly deliveredAt: Date
  readonly answer: 'received' | 'not-received' | null
  readonly satisfaction: Satisfaction | null
  readonly minutes: number | null
}
export type Membership = {
  readonly communityId: string
  readonly communityName: string
  readonly unitName: string | null
  readonly branch: string
  readonly since: string | Date
}
export type ServiceRecord = {
  readonly name: string
  readonly memberships: readonly Membership[]
  /** All of them, for the sums are of all; the newest first. */
  readonly services: readonly Service[]
}

/** What a volunteer did, in one community or in all of them; null for somebody who never registered there. */
export async function serviceRecordOf(
  db: Db,
  personId: string,
  communityId: string | null,
): Promise<ServiceRecord | null> {
  const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId))
  const own = await db
    .select({
      communityId: volunteers.communityId,
      communityName: areas.name,
      unitName: units.name,
      branch: volunteers.branch,
      reportedIn: volunteers.reportedIn,
      createdAt: volunteers.createdAt,
    })
    .from(volunteers)
    .innerJoin(areas, eq(areas.id, volunteers.communityId))
    .leftJoin(units, eq(units.id, volunteers.unitId))
    .where(and(eq(volunteers.personId, personId), communityId ? eq(volunteers.communityId, communityId) : undefined))
  if (!person || !own.length) return null
  const grids = alias(areas, 'grids')
  const services = await db
    .select({
      claimId: claims.id,
      communityId: claims.communityId,
      communityName: areas.name,
      gridName: grids.name,
      category: wishes.category,
      itemId: wishes.itemId,
      publicText: wishDetails.publicText,
      deliveredAt: claims.deliveredAt,
      answer: claims.answer,
      satisfaction: claims.satisfaction,
      minutes: serviceTimes.minutes,
    })
    .from(claims)
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, claims.wishId))
    .innerJoin(areas, eq(areas.id, claims.communityId))
    .innerJoin(grids, eq(grids.id, claims.gridId))
    .leftJoin(serviceTimes, eq(serviceTimes.claimId, claims.id))
    .where(
      and(
        ...[eq(claims.personId, personId), isNotNull(claims.deliveredAt)],
        communityId ? eq(claims.communityId, communityId) : undefined,
      ),
    )
    .orderBy(desc(claims.deliveredAt), desc(claims.id))
  const memberships = own.map(({ reportedIn, createdAt, ...one }) => ({ ...one, since: reportedIn ?? createdAt }))
  return { name: person.name, memberships, services: services as readonly Service[] }
}
