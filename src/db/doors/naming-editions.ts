import { and, asc, desc, eq, gte, isNull, type SQL, sql } from 'drizzle-orm'
import { editions, editionWishes, wishDetails, wishes } from '#db/schema/tables.ts'
import { type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { PublishingDoor } from '#domain/doors/door.ts'
import type { Edition } from '#domain/doors/edition.ts'

/** A message in the group or a sheet on the notice board that names certain wishes, by their lines. */
export type NamingEdition = {
  readonly door: PublishingDoor
  readonly number: number
  readonly madeAt: Date
  readonly positions: readonly number[]
}

const atMost = 20

/** Messages since that day, and sheets that are up, which name a wish of the resident. The latest first. */
export const editionsNaming = (db: Db, residentId: string, since: Date): Promise<readonly NamingEdition[]> =>
  naming(
    db,
    and(
      eq(wishDetails.residentId, residentId),
      isNull(editions.endedAt),
      sql`(${editions.door} = 'board' or ${editions.madeAt} >= ${Math.floor(since.getTime() / 1000)})`,
    ),
  )

/**
 * Of the community's messages since that day, and its sheets that are up: those that name a wish whose resident has
 * withdrawn the consent since they were made.
 */
export async function toBeRecalled(db: Db, communityId: string, since: Date): Promise<readonly NamingEdition[]> {
  return [
    ...byEdition(await withdrawnIn(db, 'group', { communityId, since })),
    ...byEdition(await withdrawnIn(db, 'board', { communityId, since })),
  ]
}

/** The lines of one edition whose resident has withdrawn the consent since it was made. */
export async function withdrawnLines(db: Db, { id, endedAt }: Edition): Promise<readonly number[]> {
  if (endedAt) return []
  const [found] = await naming(db, and(eq(editions.id, id), isWithdrawn))
  return found?.positions ?? []
}

/** Either the card's title was hidden, or the wish withdrawn with the consent, since the edition was made. */
const isWithdrawn = sql`(${wishDetails.titleHiddenAt} >= ${editions.madeAt} or (${wishes.state} = 'withdrawn'
  and ${wishes.endReason} = 'consent-withdrawn' and ${wishes.endedAt} >= ${editions.madeAt}))`

const withdrawnIn = preparedFor((db, door: PublishingDoor, { communityId, since }: Blanks<'communityId' | 'since'>) =>
  linesWhere(
    db,
    and(
      eq(editions.communityId, communityId),
      eq(editions.door, door),
      isNull(editions.endedAt),
      isWithdrawn,
      door === 'group' ? gte(editions.madeAt, since) : undefined,
    ),
  ),
)

const naming = async (db: Db, where: SQL | undefined): Promise<readonly NamingEdition[]> =>
  byEdition(await linesWhere(db, where))

const linesWhere = (db: Db, where: SQL | undefined) =>
  db
    .select({
      door: editions.door,
      number: editions.number,
      madeAt: editions.madeAt,
      position: editionWishes.position,
    })
    .from(editions)
    .innerJoin(editionWishes, eq(editionWishes.editionId, editions.id))
    .innerJoin(wishes, eq(wishes.id, editionWishes.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .where(where)
    .orderBy(desc(editions.madeAt), asc(editions.door), asc(editionWishes.position))
    .limit(atMost * 10)

function byEdition(rows: Awaited<ReturnType<typeof linesWhere>>): readonly NamingEdition[] {
  const found = new Map<string, NamingEdition>()
  for (const { position, ...edition } of rows) {
    const key = `${edition.door} ${edition.number}`
    const positions = [...(found.get(key)?.positions ?? []), position]
    found.set(key, { ...edition, positions })
  }
  return [...found.values()].slice(0, atMost)
}
