import { and, count, desc, eq, gt, inArray, isNull, lt, ne, notInArray, sql } from 'drizzle-orm'
import { claims, consents, events, notes, residents, views, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import { isComplete } from '#domain/reading/addresses.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'

type WishRow = typeof wishes.$inferSelect
/** A cast is enough: the columns contain only what the domain wrote, although the database types them as text. */
export const wishOf = (row: WishRow): Wish => row as Wish

const wishByCode = prepared((db) =>
  db
    .select()
    .from(wishes)
    .where(eq(wishes.code, sql.placeholder('code'))),
)

export async function loadWish(db: Db, code: string): Promise<Wish | null> {
  const [row] = await wishByCode(db, { code })
  return row ? wishOf(row) : null
}

export async function loadWishes(db: Db, codes: readonly string[]): Promise<readonly Wish[]> {
  const rows = await db.select().from(wishes).where(isOneOf(wishes.code, codes))
  return rows.map(wishOf)
}

export async function loadWishesById(db: Db, ids: readonly string[]): Promise<readonly Wish[]> {
  const rows = await db.select().from(wishes).where(isOneOf(wishes.id, ids))
  return rows.map(wishOf)
}

export type Details = typeof wishDetails.$inferSelect
const detailsByWish = prepared((db) =>
  db
    .select()
    .from(wishDetails)
    .where(eq(wishDetails.wishId, sql.placeholder('wishId'))),
)

export async function detailsOf(db: Db, wishId: string): Promise<Details | null> {
  const [row] = await detailsByWish(db, { wishId })
  return row ?? null
}

/**
 * The title confirmed at publishing, empty where the catalogue's name is the title; and whether the public may still
 * read it.
 */
export async function titleOfWish(db: Db, wishId: string) {
  const [row] = await db
    .select({ publicText: wishDetails.publicText, hiddenAt: wishDetails.titleHiddenAt })
    .from(wishDetails)
    .where(eq(wishDetails.wishId, wishId))
  return { publicText: row?.publicText ?? '', isHidden: row?.hiddenAt != null }
}

const openClaims = prepared((db) =>
  db
    .select({ slot: claims.slot, dueAt: claims.dueAt, extra: claims.extra })
    .from(claims)
    .where(and(eq(claims.personId, sql.placeholder('personId')), isNull(claims.endedAt))),
)

/** Slots of the person's open claims, the earliest due date among them, and how many count towards the limit. */
export async function openSlotsOf(db: Db, personId: string) {
  const rows = await openClaims(db, { personId })
  const dates = rows.map((row) => row.dueAt.getTime())
  const frees = dates.length ? new Date(Math.min(...dates)) : null
  return { slots: rows.map((row) => row.slot), frees, counted: rows.filter((row) => !row.extra).length }
}

const unitClaims = prepared((db) =>
  db
    .select({ slot: claims.monthSlot })
    .from(claims)
    .where(and(eq(claims.unitId, sql.placeholder('unitId')), eq(claims.month, sql.placeholder('month')))),
)

/** The slots a work unit has used in a month (`2026-11`): one for each claim that was not released. */
export async function unitSlotsOf(db: Db, unitId: string, month: string): Promise<readonly number[]> {
  const rows = await unitClaims(db, { unitId, month })
  return rows.flatMap((row) => (row.slot === null ? [] : [row.slot]))
}

const codeViews = prepared((db) =>
  db
    .select({ id: views.viewerId })
    .from(views)
    .where(and(eq(views.wishId, sql.placeholder('wishId')), inArray(views.page, ['code', 'slip']))),
)

/** Ids of the people who have seen a receipt code of this wish, in any round, or printed its slip with one. */
export async function codeShownTo(db: Db, wishId: string): Promise<readonly string[]> {
  const rows = await codeViews(db, { wishId })
  return [...new Set(rows.map((row) => row.id))]
}

/** The purposes for which the resident's latest answer is yes. */
export async function consentsOf(db: Db, residentId: string): Promise<readonly ConsentPurpose[]> {
  const rows = await answersOf(db, { residentId })
  const latest = new Map(rows.map((row) => [row.purpose, row.given]))
  return [...latest].filter(([, given]) => given).map(([purpose]) => purpose)
}

const answersOf = prepared((db, { residentId }: Blanks<'residentId'>) =>
  db
    .select({ purpose: consents.purpose, given: consents.given })
    .from(consents)
    .where(eq(consents.residentId, residentId))
    // Answers within one second are ordered as they were written.
    .orderBy(consents.at, sql`${consents}.rowid`),
)

type Thing = { readonly itemId: string | null; readonly words: string }

/** The newest wish for the same item in the same household since a day, other than `except`. */
export async function sameThingSince(db: Db, residentId: string, thing: Thing, since: Date, except: string | null) {
  const household = await householdOf(db, residentId)
  const rows = await db
    .select({ id: wishes.id, code: wishes.code, on: wishes.postedAt })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(
      and(
        inArray(wishDetails.residentId, [...household]),
        thing.itemId ? eq(wishes.itemId, thing.itemId) : and(isNull(wishes.itemId), eq(wishDetails.words, thing.words)),
        gt(wishes.postedAt, since),
        ne(wishes.state, 'withdrawn'),
        except ? ne(wishes.id, except) : undefined,
      ),
    )
    .orderBy(desc(wishes.postedAt))
    .limit(1)
  const [row] = rows
  return row ? { code: row.code, on: row.on } : null
}

/** The wish that is judged: of two wishes for one thing the later one is one more. `before` leaves out those that came after it. */
type Judged = { readonly id: string; readonly before: Date | null }

/** What the household has asked for since a day besides a wish; what was taken back or handed to an office is left out. */
export async function wishesSince(db: Db, residentId: string, since: Date, judged: Judged | null) {
  const household = await householdOf(db, residentId)
  const rows = await db
    .select({
      itemId: wishes.itemId,
      category: wishes.category,
      quantity: wishes.quantity,
      words: wishDetails.words,
    })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(
      and(
        inArray(wishDetails.residentId, [...household]),
        gt(wishes.postedAt, since),
        notInArray(wishes.state, ['withdrawn', 'referred', 'answered']),
        judged ? ne(wishes.id, judged.id) : undefined,
        judged?.before ? lt(wishes.postedAt, judged.before) : undefined,
      ),
    )
    .limit(mostOfYear)
  return rows.map((row) => ({ ...row, category: row.category as Category }))
}

/** A household of more has been asked about long before. */
const mostOfYear = 500

/** Why a wish was odd or expensive, in the order it was said; the words are empty where they have been erased. */
export async function explanationsOf(db: Db, wishId: string) {
  const rows = await db
    .select({ seq: events.seq, actorId: events.actorId, data: events.data, text: notes.text })
    .from(events)
    .leftJoin(notes, and(eq(notes.stream, events.stream), eq(notes.seq, events.seq), eq(notes.kind, 'odd')))
    .where(and(eq(events.stream, wishId), inArray(events.action, ['post', 'amend', 'publish'])))
    .orderBy(events.seq)
  return rows.flatMap(({ actorId, data, text }) => {
    const keys = (data.odd ?? []) as readonly string[]
    return keys.length ? [{ actorId, keys, text: text ?? '' }] : []
  })
}

/** Visits agreed or made at the resident's door from `from` until before `until`, for wishes other than `except`. */
export async function visitsBetween(
  db: Db,
  residentId: string,
  from: Date,
  until: Date,
  except: string,
): Promise<number> {
  const when = sql`coalesce(${wishes.deliveredAt}, ${wishes.visitAt})`
  const [row] = await db
    .select({ count: count() })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(
      and(
        isOneOf(wishDetails.residentId, await householdOf(db, residentId)),
        ne(wishes.id, except),
        sql`${when} >= ${seconds(from)} and ${when} < ${seconds(until)}`,
      ),
    )
  return row?.count ?? 0
}

/** Ids of the residents at the same door; only the resident where the door is unknown. */
async function householdOf(db: Db, residentId: string): Promise<readonly string[]> {
  const [own] = await db.select().from(residents).where(eq(residents.id, residentId))
  if (!own || !isComplete(own)) return [residentId]
  const rows = await db
    .select({ id: residents.id })
    .from(residents)
    .where(
      and(
        eq(residents.communityId, own.communityId),
        eq(residents.place, own.place),
        eq(residents.building, own.building),
        eq(residents.unit, own.unit),
        eq(residents.door, own.door),
      ),
    )
    .limit(20)
  return rows.map((row) => row.id)
}

/** The latest note of a kind in a stream; empty where there is none or it has been erased. */
export async function latestNote(db: Db, stream: string, kind: string): Promise<string> {
  const [row] = await db
    .select({ text: notes.text })
    .from(notes)
    .where(and(eq(notes.stream, stream), eq(notes.kind, kind)))
    .orderBy(desc(notes.seq))
    .limit(1)
  return row?.text ?? ''
}
