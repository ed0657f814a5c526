import { and, asc, count, desc, eq, inArray, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import {
  areas,
  claims,
  people,
  receipts,
  receiverWords,
  residents,
  units,
  wishDetails,
  wishes,
} from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { shownAmount, shownTitle } from '#db/wishes/shown-title.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'
import { type Actor, areasOf, communitiesOf } from '#domain/people/actor.ts'
import type { Speaker, State } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** The wish of a token that has not been ended. The domain decides whether it has expired. */
export async function wishByReceipt(db: Db, hash: string): Promise<Wish | null> {
  const [row] = await db
    .select({ wish: wishes })
    .from(receipts)
    .innerJoin(wishes, eq(wishes.id, receipts.wishId))
    .where(and(eq(receipts.id, hash), isNull(receipts.endedAt)))
  return row ? wishOf(row.wish) : null
}

/** When and by whom the slip that is valid now was printed; null where there is none. */
export async function validReceiptOf(db: Db, wishId: string) {
  const [row] = await db
    .select({ madeAt: receipts.madeAt, madeBy: people.name, followedAt: receipts.followedAt })
    .from(receipts)
    .leftJoin(people, eq(people.id, receipts.madeBy))
    .where(and(eq(receipts.wishId, wishId), isNull(receipts.endedAt)))
  return row ? { madeAt: row.madeAt, madeBy: row.madeBy ?? '', isFollowed: row.followedAt !== null } : null
}

/** The visitor's name and work unit, for the household only. */
export async function visitorNames(db: Db, personId: string, unitId: string | null) {
  const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId))
  const [unit] = unitId ? await db.select({ name: units.name }).from(units).where(eq(units.id, unitId)) : []
  return { name: person?.name ?? '', unit: unit?.name ?? null }
}

/** The states in which a slip is useful, which are those before the delivery. */
export const slipStates = ['submitted', 'open', 'claimed'] as const satisfies readonly State[]

/** A wish for whose resident a slip can be printed. The name is for the person who hands it out and is not printed. */
export type ForSlip = {
  readonly id: string
  readonly code: string
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
  readonly words: string
  readonly gridName: string
  readonly residentName: string
}

type Asked = {
  readonly communityId: string
  /** The reader's own grids; null for the whole community. */
  readonly gridIds: readonly string[] | null
  readonly personId: string
}

const atOnce = 40

/** Wishes without a slip, newest first. People who have a part in the delivery do not see them. */
export const withoutSlip = (db: Db, asked: Asked) =>
  rowsWhere(
    db,
    and(
      mayPrint(asked),
      notExists(
        db
          .select({ one: sql`1` })
          .from(receipts)
          .where(and(eq(receipts.wishId, wishes.id), isNull(receipts.endedAt))),
      ),
    ),
  )

/** The chosen wishes for which this reader may print a slip, in the order in which they are handed out: by door. */
export const chosenForSlip = (db: Db, asked: Asked, codes: readonly string[]) =>
  rowsWhere(db, and(mayPrint(asked), isOneOf(wishes.code, codes)), [
    areas.position,
    sql`${residents.place}, length(${residents.building}), ${residents.building}`,
    sql`length(${residents.unit}), ${residents.unit}, length(${residents.door}), ${residents.door}`,
    wishes.code,
  ])

const mayPrint = ({ communityId, gridIds, personId }: Asked): SQL | undefined =>
  and(
    eq(wishes.communityId, communityId),
    inArray(wishes.state, [...slipStates]),
    gridIds ? isOneOf(wishes.gridId, gridIds) : undefined,
    sql`coalesce(${wishes.claimantId}, '') <> ${personId} and coalesce(${wishes.enteredBy}, '') <> ${personId}`,
    isNull(residents.endedAt),
  )

const newestFirst = [desc(wishes.postedAt), asc(wishes.code)]

const rowsWhere = (
  db: Db,
  where: SQL | undefined,
  order: readonly (SQL | SQLiteColumn)[] = newestFirst,
): Promise<readonly ForSlip[]> =>
  Promise.resolve(
    db
      .select({
        id: wishes.id,
        code: wishes.code,
        itemId: wishes.itemId,
        quantity: wishes.quantity,
        measure: wishes.measure,
        publicText: wishDetails.publicText,
        words: wishDetails.words,
        gridName: areas.name,
        residentName: residents.name,
      })
      .from(wishes)
      .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
      .innerJoin(residents, eq(residents.id, wishDetails.residentId))
      .innerJoin(areas, eq(areas.id, wishes.gridId))
      .where(where)
      .orderBy(...order)
      .limit(atOnce),
  )

/** A resident's message that staff have to read. */
export type ToRead = {
  readonly kind: 'correction' | 'thanks'
  readonly id: string
  readonly code: string
  readonly residentId: string
  readonly residentName: string
  readonly gridName: string
  readonly speaker: Speaker
  readonly text: string
  readonly at: Date
}

/** The messages to be read in these grids (null: the whole community), oldest first, and their number. */
export async function wordsToRead(db: Db, { communityId, gridIds }: Omit<Asked, 'personId'>) {
  const where = and(
    eq(receiverWords.communityId, communityId),
    isNull(receiverWords.readAt),
    // Thanks are for the secretary, who reads the whole community.
    gridIds ? and(isOneOf(receiverWords.gridId, gridIds), eq(receiverWords.kind, 'correction')) : undefined,
  )
  const [total] = await db.select({ count: count() }).from(receiverWords).where(where)
  if (!total?.count) return { count: 0, rows: [] }
  const rows: readonly ToRead[] = await db
    .select({
      id: receiverWords.id,
      kind: receiverWords.kind,
      code: wishes.code,
      residentId: wishDetails.residentId,
      residentName: residents.name,
      gridName: areas.name,
      speaker: receiverWords.speaker,
      text: receiverWords.text,
      at: receiverWords.at,
    })
    .from(receiverWords)
    .innerJoin(wishes, eq(wishes.id, receiverWords.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(where)
    .orderBy(asc(receiverWords.at), asc(receiverWords.id))
    .limit(atOnce)
  return { count: total.count, rows }
}

/** How many wait for this person: mistakes in their grids, and as secretary everything of the community. */
export async function wordsToReadCount(db: Db, actor: Actor): Promise<number> {
  const [grids, communities] = [areasOf(actor, 'gridWorker'), areasOf(actor, 'secretary')]
  const shape = { grids: grids.length > 0, communities: communities.length > 0 }
  if (!shape.grids && !shape.communities) return 0
  const [row] = await unreadWords(db, shape, { grids, communities, places: communitiesOf(actor) })
  return row?.count ?? 0
}

const unreadWords = preparedFor(
  (
    db,
    shape: Readonly<Record<'grids' | 'communities', boolean>>,
    { grids, communities, places }: Blanks<'grids' | 'communities' | 'places'>,
  ) =>
    db
      .select({ count: count() })
      .from(receiverWords)
      .where(
        and(
          isOneOf(receiverWords.communityId, places),
          isNull(receiverWords.readAt),
          or(
            shape.grids ? and(isOneOf(receiverWords.gridId, grids), eq(receiverWords.kind, 'correction')) : undefined,
            shape.communities ? isOneOf(receiverWords.communityId, communities) : undefined,
          ),
        ),
      ),
)

export async function wordById(db: Db, id: string) {
  const [row] = await db.select().from(receiverWords).where(eq(receiverWords.id, id))
  return row ?? null
}

export type Thanks = Awaited<ReturnType<typeof thanksFor>>[number]

/** What residents thanked this volunteer for, as the secretary has passed it on, latest first. */
export const thanksFor = (db: Db, personId: string) => thanks(db, { personId })

const thanks = prepared((db, { personId }: Blanks<'personId'>) =>
  db
    .select({
      ...shownTitle,
      ...shownAmount,
      code: wishes.code,
      text: receiverWords.text,
      passedAt: receiverWords.passedAt,
      satisfaction: claims.satisfaction,
    })
    .from(receiverWords)
    .innerJoin(wishes, eq(wishes.id, receiverWords.wishId))
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .leftJoin(claims, eq(claims.id, receiverWords.claimId))
    .where(and(eq(receiverWords.personId, personId), isNotNull(receiverWords.passedAt)))
    .orderBy(desc(receiverWords.passedAt), desc(receiverWords.id))
    .limit(20),
)
