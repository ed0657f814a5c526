import { and, asc, count, eq, gte, lt, min, sql } from 'drizzle-orm'
import { areas, people, units, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Cursor, paginate } from '#db/store/paginate.ts'
import { type Blanks, prepared, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type Category, categories } from '#domain/catalogue/catalogue-codes.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import type { AgeBand, State, Urgency } from '#domain/vocabulary.ts'
import { rankOf } from '#domain/vocabulary.ts'
import { shownTitle } from './shown-title.ts'

/** What anyone may see of a wish: an allow-list without a field for a resident. */
export type PublicCard = {
  readonly id: string
  readonly code: string
  readonly state: State
  readonly itemId: string | null
  readonly isUntitled: boolean
  readonly category: Category
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
  readonly gridId: string
  readonly gridName: string
  readonly ageBand: AgeBand | null
  readonly urgency: Urgency
  readonly publishedAt: Date
  /** Codes of the clock's steps so far, among them how far it was escalated. */
  readonly stepsDone: readonly string[]
  readonly postedBy: string
  readonly barredId: string | null
}

export type BoardFilter = {
  readonly gridId?: string | undefined
  readonly category?: Category | undefined
  readonly urgency?: Urgency | undefined
}
/** With the columns that sort the board, which are no more private than the card. */
export type BoardCard = PublicCard & {
  readonly weighsFrom: Date
  readonly promiseAt: Date | null
  readonly round: number
}

const boardPage = 16

/** The open wishes by priority (domain/board/board-priority.ts). `after` is the last card of the previous page. */
export async function boardOf(
  db: Db,
  communityId: string,
  { gridId, category, urgency }: BoardFilter,
  after: Cursor | null,
  limit = boardPage,
) {
  const shape = { grid: !!gridId, category: !!category, urgency: !!urgency, after: !!after }
  const rank = urgency ? rankOf(urgency) : null
  const values = { communityId, gridId: gridId ?? null, category: category ?? null, rank }
  const cursor = { at: after?.at ?? null, id: after?.id ?? null }
  const query = { limit: (most: number) => openCards(db, shape, { ...values, ...cursor, most }) }
  const { rows, last } = await paginate(query, limit)
  return { cards: rows as BoardCard[], next: last && cursorOf(last as BoardCard) }
}

type OpenCards = Readonly<Record<'grid' | 'category' | 'urgency' | 'after', boolean>>
const openCards = preparedFor(
  (
    db,
    shape: OpenCards,
    {
      communityId,
      gridId,
      category,
      rank,
      at,
      id,
      most,
    }: Blanks<'communityId' | 'gridId' | 'category' | 'rank' | 'at' | 'id' | 'most'>,
  ) =>
    db
      .select(cardColumns)
      .from(wishes)
      .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
      .innerJoin(areas, eq(areas.id, wishes.gridId))
      .where(
        and(
          eq(wishes.communityId, communityId),
          eq(wishes.state, 'open'),
          shape.grid ? eq(wishes.gridId, gridId) : undefined,
          shape.category ? eq(wishes.category, category) : undefined,
          shape.urgency ? eq(wishes.rank, rank) : undefined,
          shape.after ? sql`(${wishes.weighsFrom}, ${wishes.id}) > (${at}, ${id})` : undefined,
        ),
      )
      .orderBy(asc(wishes.weighsFrom), asc(wishes.id))
      .limit(most),
)

/** From the last card of a page: the next page begins after it. */
export const cursorOf = ({ weighsFrom, id }: Pick<BoardCard, 'weighsFrom' | 'id'>): Cursor => ({ at: weighsFrom, id })

const cardColumns = {
  id: wishes.id,
  code: wishes.code,
  state: wishes.state,
  ...shownTitle,
  category: wishes.category,
  quantity: wishes.quantity,
  measure: wishes.measure,
  gridId: wishes.gridId,
  gridName: areas.name,
  ageBand: wishes.ageBand,
  urgency: wishes.urgency,
  publishedAt: wishes.publishedAt,
  stepsDone: wishes.stepsDone,
  postedBy: wishes.postedBy,
  barredId: wishes.barredId,
  weighsFrom: wishes.weighsFrom,
  promiseAt: wishes.promiseAt,
  round: wishes.round,
}

/**
 * The number of open wishes in each category. The categories are listed in the query so that it reads the index of open
 * ones; otherwise the planner reads every wish the community ever had.
 */
export async function openByCategory(db: Db, communityId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await openCounts(db, { communityId })
  return new Map(rows.map((row) => [row.category, row.count]))
}

const openCounts = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select({ category: wishes.category, count: count() })
    .from(wishes)
    .where(and(eq(wishes.communityId, communityId), isOneOf(wishes.category, categories), eq(wishes.state, 'open')))
    .groupBy(wishes.category),
)

/** The number confirmed in the period, how many of them were published before it, and the shortest time from publication to delivery among them, in hours. */
export async function confirmedSince(db: Db, communityId: string, from: Date, until: Date) {
  const [row] = await confirmed(db, { communityId, from, until })
  const hours = row?.seconds == null ? null : Math.max(1, Math.ceil(Number(row.seconds) / inSeconds(hour)))
  return { count: row?.count ?? 0, earlier: row?.earlier ?? 0, fastestHours: hours }
}

const confirmed = prepared((db, { communityId, from, until }: Blanks<'communityId' | 'from' | 'until'>) =>
  db
    .select({
      count: count(),
      earlier: sql<number>`coalesce(sum(${wishes.publishedAt} < ${from}), 0)`,
      seconds: min(sql<number>`${wishes.deliveredAt} - ${wishes.publishedAt}`),
    })
    .from(wishes)
    .where(and(eq(wishes.communityId, communityId), gte(wishes.confirmedAt, from), lt(wishes.confirmedAt, until))),
)

/** The work unit; the name only of a volunteer who agreed to it being public. */
export async function publicVolunteerOf(db: Db, unitId: string | null, personId: string | null) {
  const [unit] = unitId ? await db.select({ name: units.name }).from(units).where(eq(units.id, unitId)) : []
  const [person] = personId
    ? await db
        .select({ name: people.name })
        .from(people)
        .where(and(eq(people.id, personId), eq(people.nameIsPublic, true)))
    : []
  return { unitName: unit?.name ?? null, volunteerName: person?.name ?? null }
}

export const gridNames = async (db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (!ids.length) return new Map()
  const rows = await db.select({ id: areas.id, name: areas.name }).from(areas).where(isOneOf(areas.id, ids))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** These wishes as the board shows them, in the order of the ids; those that were never published are left out. */
export async function cardsById(db: Db, ids: readonly string[]): Promise<readonly PublicCard[]> {
  if (!ids.length) return []
  const rows = await cardsWithIds(db, { ids })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row?.publishedAt ? [row as PublicCard] : []
  })
}

const cardsWithIds = prepared((db, { ids }: Blanks<'ids'>) =>
  db
    .select(cardColumns)
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .where(isOneOf(wishes.id, ids)),
)

/** One wish as the board shows it; null where it has never been published. */
export async function boardCard(db: Db, wishId: string): Promise<PublicCard | null> {
  const [card] = await cardsById(db, [wishId])
  return card ?? null
}
