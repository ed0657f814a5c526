import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { gridsOf } from '#db/community/area-rows.ts'
import { buildingCounts } from '#db/community/building-rows.ts'
import { areas, consents, editions, residents, roles, volunteers, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blank, type Blanks, prepared, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { enoughResidents, type SoFar } from '#domain/first-steps.ts'

/** Whether a wish was ever posted, or published, in the community: an empty page then says that all is done. */
export async function hasEver(db: Db, communityId: string, what: 'posted' | 'published'): Promise<boolean> {
  const [row] = await anyWish(db, what, { communityId })
  return row !== undefined
}

const anyWish = preparedFor((db, what: 'posted' | 'published', { communityId }: Blanks<'communityId'>) =>
  db
    .select({ id: wishes.id })
    .from(wishes)
    .where(
      and(
        eq(wishes.communityId, communityId),
        gt(what === 'posted' ? wishes.postedAt : wishes.publishedAt, new Date(0)),
      ),
    )
    .limit(1),
)

/** What a community has so far, counted only as far as the first steps need. */
export async function soFar(db: Db, communityId: string, today: string): Promise<SoFar> {
  const grids = await gridsOf(db, communityId)
  const [found] = await countsSoFar(db, { communityId, today, gridIds: grids.map(({ id }) => id) })
  const open = grids.filter(({ isClosed }) => !isClosed)
  const listed = await buildingCounts(
    db,
    open.map(({ id }) => id),
  )
  return {
    grids: open.length,
    gridsWithBuildings: listed.size,
    workers: found?.workers ?? 0,
    residents: found?.residents ?? 0,
    agreed: found?.agreed ?? 0,
    volunteers: (found?.volunteers ?? 0) + (found?.active ?? 0),
    activeVolunteers: found?.active ?? 0,
    hasPosted: await hasEver(db, communityId, 'posted'),
    hasPublished: await hasEver(db, communityId, 'published'),
    hasEdition: (found?.editions ?? 0) > 0,
  }
}

const atMost = sql.raw(String(enoughResidents))

const countsSoFar = prepared((db, { communityId, today, gridIds }: Blanks<'communityId' | 'today' | 'gridIds'>) =>
  db
    .select({
      workers: sql<number>`(select count(*) from ${roles} where ${and(
        isOneOf(roles.areaId, gridIds),
        eq(roles.role, 'gridWorker'),
        lte(roles.fromDay, today),
        or(isNull(roles.untilDay), gt(roles.untilDay, today)),
      )})`,
      residents: sql<number>`(select count(*) from (select 1 from ${residents} where ${and(
        isOneOf(residents.gridId, gridIds),
        isNull(residents.endedAt),
      )} limit ${atMost}))`,
      agreed: sql<number>`(select count(*) from (select 1 from ${residents} where ${and(
        isOneOf(residents.gridId, gridIds),
        isNull(residents.endedAt),
      )} and exists (select 1 from ${consents} as given where given.resident_id = ${residents}.id and given.given = 1) limit ${atMost}))`,
      volunteers: stateCount('inactive', communityId),
      active: stateCount('active', communityId),
      editions: sql<number>`(select count(*) from (select 1 from ${editions} where ${eq(editions.communityId, communityId)} limit 1))`,
    })
    .from(areas)
    .where(eq(areas.id, communityId)),
)

const stateCount = (state: 'inactive' | 'active', communityId: Blank) =>
  sql<number>`(select count(*) from (select 1 from ${volunteers} where ${and(
    eq(volunteers.communityId, communityId),
    eq(volunteers.state, state),
  )} limit 1))`
