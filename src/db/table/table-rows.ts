import { and, desc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { isSlipped } from '#db/desk/overdue-rows.ts'
import { matching } from '#db/residents/resident-rows.ts'
import { areas, people, residents, units, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { beforeCursor, type Cursor, paginate } from '#db/store/paginate.ts'
import { type Blank, type Blanks, preparedFor } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { titleOrWords } from '#db/wishes/shown-title.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Where } from '#domain/reading/addresses.ts'
import { nameKey } from '#domain/reading/names.ts'
import type { TableFilter } from '#domain/table/table-filter.ts'
import type { Source, State, Urgency } from '#domain/vocabulary.ts'

/** A wish as staff see it in a list: without telephones, and with the words that were typed until it has a title. */
export type TableRow = Where & {
  readonly id: string
  readonly code: string
  readonly seq: number
  readonly state: State
  readonly itemId: string | null
  readonly quantity: number
  readonly measure: string
  readonly publicText: string
  readonly category: Category
  readonly urgency: Urgency
  readonly source: Source
  readonly gridId: string
  readonly gridName: string
  readonly postedAt: Date
  readonly publishedAt: Date | null
  readonly endedAt: Date | null
  readonly dueAt: Date | null
  readonly callbackDueAt: Date | null
  readonly residentId: string | null
  readonly residentName: string
  readonly claimantName: string
  readonly unitName: string
}

/** What was typed into the search, and the items of the catalogue that it may mean. */
export type TableSearch = { readonly words: string; readonly itemIds: readonly string[] }

/** Where the reader works. `gridIds` null: every grid of the community. */
export type TablePlace = { readonly communityId: string; readonly gridIds: readonly string[] | null }

type Asked = TablePlace & {
  readonly filter: TableFilter
  readonly search: TableSearch | null
  readonly now: Date
  readonly after: Cursor | null
  readonly limit: number
}

/** Wishes in every state, the latest posted first; `next` is the cursor of the following page. */
export async function tablePage(db: Db, asked: Asked) {
  const { communityId, gridIds, filter, search, now, after, limit } = asked
  if (!search) return plainPage(db, asked)
  const query = rowsOf(db, {})
    .where(
      and(
        eq(wishes.communityId, communityId),
        // Said on the first page as well, so that the database walks the index by this column.
        after ? beforeCursor(wishes.postedAt, wishes.id, after) : lte(wishes.postedAt, now),
        filter.gridId ? eq(wishes.gridId, filter.gridId) : gridIds ? isOneOf(wishes.gridId, gridIds) : undefined,
        filter.state ? eq(wishes.state, filter.state) : undefined,
        filter.category ? eq(wishes.category, filter.category) : undefined,
        filter.urgency ? eq(wishes.urgency, filter.urgency) : undefined,
        filter.source ? eq(wishes.source, filter.source) : undefined,
        filter.isOverdue ? isOverdue(db, now) : undefined,
        isFound(search),
      ),
    )
    .orderBy(desc(wishes.postedAt), desc(wishes.id))
  const { rows, last } = await paginate(query, limit)
  return { rows: rows as TableRow[], next: last && { at: last.postedAt, id: last.id } }
}

async function plainPage(db: Db, { communityId, gridIds, filter, now, after, limit }: Asked) {
  const { gridId, state, category, urgency, source, isOverdue: isLate } = filter
  const shape: PlainShape = {
    grids: gridId ? 'one' : gridIds ? 'some' : 'all',
    state: !!state,
    category: !!category,
    urgency: !!urgency,
    source: !!source,
    isLate,
    isAfter: after !== null,
  }
  const values = { communityId, gridIds: gridId ?? gridIds, now, at: after?.at ?? null, id: after?.id ?? null }
  const given = { state: state ?? null, category: category ?? null, urgency: urgency ?? null, source: source ?? null }
  const query = { limit: (most: number) => plainRows(db, shape, { ...values, ...given, most }) }
  const { rows, last } = await paginate(query, limit)
  return { rows: rows as TableRow[], next: last && { at: last.postedAt, id: last.id } }
}

type PlainShape = Readonly<Record<'state' | 'category' | 'urgency' | 'source' | 'isLate' | 'isAfter', boolean>> & {
  readonly grids: 'one' | 'some' | 'all'
}
type PlainBlanks = Blanks<
  'communityId' | 'gridIds' | 'now' | 'at' | 'id' | 'state' | 'category' | 'urgency' | 'source' | 'most'
>
const plainRows = preparedFor((db, shape: PlainShape, blanks: PlainBlanks) =>
  rowsOf(db, {})
    .where(
      and(
        eq(wishes.communityId, blanks.communityId),
        shape.isAfter
          ? sql`(${wishes.postedAt}, ${wishes.id}) < (${blanks.at}, ${blanks.id})`
          : lte(wishes.postedAt, blanks.now),
        shape.grids === 'one' ? eq(wishes.gridId, blanks.gridIds) : undefined,
        shape.grids === 'some' ? isOneOf(wishes.gridId, blanks.gridIds) : undefined,
        shape.state ? eq(wishes.state, blanks.state) : undefined,
        shape.category ? eq(wishes.category, blanks.category) : undefined,
        shape.urgency ? eq(wishes.urgency, blanks.urgency) : undefined,
        shape.source ? eq(wishes.source, blanks.source) : undefined,
        shape.isLate ? isOverdue(db, blanks.now) : undefined,
      ),
    )
    .orderBy(desc(wishes.postedAt), desc(wishes.id))
    .limit(blanks.most),
)

/** The ticked wishes of the table, by grid and door. Those of other places are left out. */
export async function tickedRows(db: Db, { communityId, gridIds }: TablePlace, codes: readonly string[]) {
  const rows = await rowsOf(db, {})
    .where(
      and(
        isOneOf(wishes.code, codes),
        eq(wishes.communityId, communityId),
        gridIds ? isOneOf(wishes.gridId, gridIds) : undefined,
      ),
    )
    .orderBy(...byDoor)
  return rows as TableRow[]
}

const columns = {
  id: wishes.id,
  code: wishes.code,
  seq: wishes.seq,
  state: wishes.state,
  ...titleOrWords,
  category: wishes.category,
  urgency: wishes.urgency,
  source: wishes.source,
  gridId: wishes.gridId,
  gridName: areas.name,
  postedAt: wishes.postedAt,
  publishedAt: wishes.publishedAt,
  endedAt: wishes.endedAt,
  dueAt: wishes.dueAt,
  callbackDueAt: wishes.callbackDueAt,
  residentId: residents.id,
  residentName: sql<string>`coalesce(${residents.name}, '')`,
  place: sql<string>`coalesce(${residents.place}, '')`,
  building: sql<string>`coalesce(${residents.building}, '')`,
  unit: sql<string>`coalesce(${residents.unit}, '')`,
  door: sql<string>`coalesce(${residents.door}, '')`,
  claimantName: sql<string>`coalesce(${people.name}, '')`,
  unitName: sql<string>`coalesce(${units.name}, '')`,
}

/** In the order of the doors; house numbers sort by value. */
export const byDoor = [
  areas.position,
  residents.place,
  sql`length(${residents.building}), ${residents.building}, length(${residents.unit}), ${residents.unit}`,
  sql`length(${residents.door}), ${residents.door}`,
  wishes.code,
]

/** The wishes with everything that a list of staff says of them, and `more` columns. */
export const rowsOf = <More extends Record<string, SQLiteColumn | SQL>>(db: Db, more: More) =>
  db
    .select({ ...columns, ...more })
    .from(wishes)
    .innerJoin(areas, eq(areas.id, wishes.gridId))
    .leftJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .leftJoin(residents, eq(residents.id, wishDetails.residentId))
    .leftJoin(people, eq(people.id, wishes.claimantId))
    .leftJoin(units, eq(units.id, wishes.unitId))

const isOverdue = (db: Db, now: Date | Blank): SQL | undefined =>
  or(...(['overdue', 'callback', 'referral'] as const).map((name) => isSlipped(db, name, now)))

/** By a part of the number, the thing, the resident (name, pinyin, door, telephone), the volunteer or the unit. */
function isFound({ words, itemIds }: TableSearch): SQL | undefined {
  const text = words.normalize('NFKC').trim()
  const digits = text.replace(/[\s-]/g, '')
  const letters = nameKey(text)
  const claimant = sql`lower(replace(replace(${people.name}, '·', ''), ' ', ''))`
  return or(
    /^\d{4,8}$/.test(digits) ? sql`instr(replace(${wishes.code}, '-', ''), ${digits}) > 0` : undefined,
    /^\d{4,11}$/.test(digits) ? sql`instr(${people.phone}, ${digits}) > 0` : undefined,
    itemIds.length ? inArray(wishes.itemId, itemIds.slice(0, mostItems)) : undefined,
    sql`instr(${wishDetails.words}, ${text}) > 0`,
    sql`instr(${wishDetails.publicText}, ${text}) > 0`,
    letters ? sql`instr(${claimant}, ${letters}) > 0` : undefined,
    sql`instr(${units.name}, ${text}) > 0`,
    matching(text),
  )
}

/** How many items fit into one statement in addition to its other parameters. */
const mostItems = 40
