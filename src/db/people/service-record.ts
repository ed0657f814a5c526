import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import {
  areas,
  claimHelpers,
  claims,
  people,
  serviceTimes,
  units,
  volunteers,
  wishDetails,
  wishes,
} from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { tookPart } from '#db/wishes/joint-claims.ts'
import { shownTitle } from '#db/wishes/shown-title.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Satisfaction } from '#domain/vocabulary.ts'

/** One delivery that a volunteer made, alone or with others. It does not say whose wish it was. */
export type Service = {
  readonly claimId: string
  readonly communityId: string
  readonly communityName: string
  readonly gridName: string
  readonly category: Category
  readonly itemId: string | null
  readonly publicText: string
  readonly isUntitled: boolean
  readonly deliveredAt: Date
  readonly answer: 'received' | 'not-received' | null
  readonly satisfaction: Satisfaction | null
  /** As the volunteer states it; for a joint delivery, of their own part. */
  readonly minutes: number | null
  /** Another volunteer led it. */
  readonly isJoined: boolean
}
type Membership = {
  readonly communityId: string
  readonly communityName: string
  readonly unitName: string | null
  readonly branch: string
  readonly since: string | Date
}
export type ServiceRecord = {
  readonly name: string
  readonly memberships: readonly Membership[]
  /** All of them, because the sums cover all; newest first. */
  readonly services: readonly Service[]
}

/** What a volunteer did in one community or in all; null for a person who never registered there. */
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
  const services = await Promise.all([ledBy(db, personId, communityId), joinedBy(db, personId, communityId)])
  const newest = services.flat().sort((a, b) => b.deliveredAt.getTime() - a.deliveredAt.getTime())
  const memberships = own.map(({ reportedIn, createdAt, ...one }) => ({ ...one, since: reportedIn ?? createdAt }))
  return { name: person.name, memberships, services: newest }
}

const grids = alias(areas, 'grids')
const columns = {
  claimId: claims.id,
  communityId: claims.communityId,
  communityName: areas.name,
  gridName: grids.name,
  category: wishes.category,
  ...shownTitle,
  deliveredAt: claims.deliveredAt,
  answer: claims.answer,
  satisfaction: claims.satisfaction,
}

async function ledBy(db: Db, personId: string, communityId: string | null): Promise<readonly Service[]> {
  const rows = await db
    .select({ ...columns, minutes: serviceTimes.minutes })
    .from(claims)
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, claims.wishId))
    .innerJoin(areas, eq(areas.id, claims.communityId))
    .innerJoin(grids, eq(grids.id, claims.gridId))
    .leftJoin(serviceTimes, eq(serviceTimes.claimId, claims.id))
    .where(and(eq(claims.personId, personId), isNotNull(claims.deliveredAt), within(communityId)))
    .orderBy(desc(claims.deliveredAt), desc(claims.id))
  return rows.map((row) => ({ ...row, isJoined: false })) as readonly Service[]
}

/** Deliveries led by others to which this volunteer contributed a part. */
async function joinedBy(db: Db, personId: string, communityId: string | null): Promise<readonly Service[]> {
  const rows = await db
    .select({ ...columns, minutes: claimHelpers.minutes })
    .from(claimHelpers)
    .innerJoin(claims, eq(claims.id, claimHelpers.claimId))
    .innerJoin(wishes, eq(wishes.id, claims.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, claims.wishId))
    .innerJoin(areas, eq(areas.id, claims.communityId))
    .innerJoin(grids, eq(grids.id, claims.gridId))
    .where(and(eq(claimHelpers.personId, personId), tookPart, within(communityId)))
    .orderBy(desc(claims.deliveredAt), desc(claims.id))
  return rows.map((row) => ({ ...row, isJoined: true })) as readonly Service[]
}

const within = (communityId: string | null) => (communityId ? eq(claims.communityId, communityId) : undefined)
