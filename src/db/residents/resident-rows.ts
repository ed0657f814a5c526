import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { listedBuildings } from '#db/community/building-rows.ts'
import { residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { onlyIf } from '#db/store/only-if.ts'
import { paginate } from '#db/store/paginate.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type Facts, saysWhere, whetherSame } from '#domain/lists/same-person.ts'
import { gridFinder } from '#domain/places/grid-buildings.ts'
import { addressFrom, addressKey, addressOf } from '#domain/reading/addresses.ts'
import { nameKey } from '#domain/reading/names.ts'
import type { ConsentPurpose, State } from '#domain/vocabulary.ts'
import { agreesTo } from './consent-rows.ts'

export type Resident = typeof residents.$inferSelect

/** A resident's file by id. Callers first decide whether the reader may see it. */
export async function residentOf(db: Db, id: string): Promise<Resident | null> {
  const [row] = await db.select().from(residents).where(eq(residents.id, id))
  return row ?? null
}

/** False as well where there is no such file yet. */
export async function isFileEnded(db: Db, id: string): Promise<boolean> {
  const [row] = await db.select({ endedAt: residents.endedAt }).from(residents).where(eq(residents.id, id))
  return Boolean(row?.endedAt)
}

/**
 * The file's id while the file has not ended and its resident agrees to these purposes, else null. If the file ends, or
 * a consent is withdrawn, at the moment a wish is written, the wish's commit is refused.
 */
export const standingFile = (id: string, agreed: readonly ConsentPurpose[] = []): SQL<string> =>
  onlyIf(
    sql.join(
      [
        sql`exists (select 1 from residents as file where file.id = ${id} and file.ended_at is null)`,
        ...(agreed.length ? [agreesTo(sql`${id}`, agreed)] : []),
      ],
      sql` and `,
    ),
    sql`${id}`,
  ) as SQL<string>

type Asked = {
  readonly communityId: string
  /** The grids to list: all that the reader may see, or the chosen one of them. */
  readonly gridIds: readonly string[]
  /** A part of a name, a building or a phone. */
  readonly search?: string
  /** The last resident of the previous page. */
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * Files in order of their doors, house numbers as numbers (2 before 10); `next` is the cursor of the following page.
 */
export async function residentsPage(db: Db, { communityId, gridIds, search, after, limit }: Asked) {
  const start = after ? await residentOf(db, after) : null
  const query = db
    .select()
    .from(residents)
    .where(
      and(
        isOneOf(residents.gridId, gridIds),
        eq(residents.communityId, communityId),
        isNull(residents.endedAt),
        search ? matching(search) : undefined,
        start && gridIds.includes(start.gridId) ? sql`(${placeOf(residents)}) > (${placeOf(start)})` : undefined,
      ),
    )
    .orderBy(placeOf(residents))
  const { rows, last } = await paginate(query, limit)
  return { rows, next: last?.id ?? null }
}

/** The stored `nameKey`; until the clock has computed it, the name without the usual separators. */
export const lettersOfName = sql<string>`coalesce(${residents.nameKey}, lower(replace(replace(${residents.name}, '·', ''), ' ', '')))`

/**
 * Ordered by length and then by character, which sorts house numbers by value. Takes the columns, or the values of one
 * row.
 */
const placeOf = ({ gridId, place, building, unit, door, id }: typeof residents | Resident): SQL =>
  sql`${gridId}, ${place}, length(${building}), ${building}, length(${unit}), ${unit}, length(${door}), ${door}, ${id}`

/**
 * Residents by a part of the name however it is written, its pinyin or initials, a door, or four digits of a phone.
 * LIKE is not used because D1 limits patterns to 50 bytes, which is sixteen Han characters.
 */
export function matching(search: string): SQL | undefined {
  const text = search.normalize('NFKC').trim()
  const digits = text.replace(/\D/g, '')
  const letters = nameKey(search)
  const { place, building, unit, door } = addressOf(text)
  const sound = /^[a-z\s]+$/i.test(text) ? text.toLowerCase().replace(/\s/g, '') : ''
  const house = addressFrom({ building: text, unit: '', door: '' }, '').building
  return or(
    sql`instr(${residents.name}, ${text}) > 0`,
    letters ? sql`instr(${lettersOfName}, ${letters}) > 0` : undefined,
    sound ? sql`instr(${residents.pinyin}, ${sound}) = 1 or instr(${residents.initials}, ${sound}) = 1` : undefined,
    digits.length >= 4 ? sql`instr(replace(${residents.phones}, '-', ''), ${digits}) > 0` : undefined,
    building
      ? and(
          eq(residents.building, building),
          place ? sql`instr(${residents.place}, ${place}) > 0` : undefined,
          unit ? eq(residents.unit, unit) : undefined,
          door ? eq(residents.door, door) : undefined,
        )
      : undefined,
    house ? eq(residents.building, house) : undefined,
    [...text].length >= 2 ? sql`instr(${residents.place}, ${text}) > 0` : undefined,
  )
}

type Twin = Pick<Resident, 'gridId' | 'name' | 'place' | 'building' | 'unit' | 'door' | 'phones'>

/**
 * A file in the same grid with the same name and the same door or phone: the resident has already been entered. Ended
 * files do not count.
 */
export async function twinOf(db: Db, twin: Twin, except: string | null): Promise<string | null> {
  const rows = await db
    .select()
    .from(residents)
    .where(and(eq(residents.gridId, twin.gridId), eq(lettersOfName, nameKey(twin.name)), isNull(residents.endedAt)))
    .limit(20)
  return rows.find((row) => row.id !== except && isBehind(row, twin))?.id ?? null
}

/** All residents of that name with the same door or one of the phones, in these grids. */
export async function namesakesOf(db: Db, gridIds: readonly string[], typed: Omit<Twin, 'gridId'>) {
  const rows = await db
    .select()
    .from(residents)
    .where(and(isOneOf(residents.gridId, gridIds), eq(lettersOfName, nameKey(typed.name)), isNull(residents.endedAt)))
    .limit(20)
  return rows.filter((row) => isBehind(row, typed)).map((row) => row.id)
}

/**
 * By the rule that lists follow. A warning, not a verdict: where the rule is unsure, two with the same part of an address
 * or a common phone are asked about.
 */
function isBehind(row: Resident, typed: Omit<Twin, 'gridId'>): boolean {
  const sameness = whetherSame(factsOf(row), factsOf(typed))
  if (sameness !== 'unsure') return sameness === 'same'
  return addressKey(row) === addressKey(typed) || row.phones.some((phone) => typed.phones.includes(phone))
}

const factsOf = (one: Omit<Twin, 'gridId'>): Facts => ({
  name: one.name,
  phones: one.phones,
  homes: [one].filter(saysWhere),
})

type WishOfResident = {
  readonly code: string
  readonly itemId: string | null
  readonly words: string
  readonly state: State
  readonly postedAt: Date
}

/** The latest 50 wishes of a resident, newest first. */
export async function wishesOfResident(db: Db, residentId: string): Promise<readonly WishOfResident[]> {
  const rows = await db
    .select({
      code: wishes.code,
      itemId: wishes.itemId,
      words: wishDetails.words,
      state: wishes.state,
      postedAt: wishes.postedAt,
    })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .where(eq(wishDetails.residentId, residentId))
    .orderBy(desc(wishes.postedAt), desc(wishes.id))
    .limit(50)
  return rows.map((row) => ({ ...row, state: row.state as State }))
}

/** The grid that lists the building, else the one with most files of it, however its number is written; null where none has it. */
export async function gridOfBuilding(db: Db, communityId: string, typed: string): Promise<string | null> {
  return (await gridsOfBuildings(db, communityId, [typed])).get(typed) ?? null
}

const gridsByBuilding = prepared((db, { communityId, buildings }: Blanks<'communityId' | 'buildings'>) =>
  db
    .select({ building: residents.building, gridId: residents.gridId })
    .from(residents)
    .where(and(eq(residents.communityId, communityId), isOneOf(residents.building, buildings)))
    .groupBy(residents.building, residents.gridId)
    .orderBy(desc(sql`count(*)`)),
)

/** The same for many buildings in one query: the grid by the building as it was typed. */
export async function gridsOfBuildings(
  db: Db,
  communityId: string,
  typed: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const read = new Map(
    [...new Set(typed)].map((one) => [one, addressFrom({ building: one, unit: '', door: '' }, '').building]),
  )
  const buildings = [...new Set(read.values())].filter(Boolean)
  if (!buildings.length) return new Map()
  const listedGrid = gridFinder(await listedBuildings(db, communityId))
  const rows = await gridsByBuilding(db, { communityId, buildings })
  const most = new Map(rows.toReversed().map(({ building, gridId }) => [building, gridId]))
  return new Map(
    [...read].flatMap(([one, building]) => {
      const written = addressOf(one)
      const where = written.building ? written : { place: '', building, unit: '', door: '' }
      const gridId = listedGrid(where) ?? most.get(building)
      return gridId ? [[one, gridId] as const] : []
    }),
  )
}

/** Those of these grids that have files of that building. */
export async function gridsOfBuilding(
  db: Db,
  gridIds: readonly string[],
  building: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ gridId: residents.gridId })
    .from(residents)
    .where(and(isOneOf(residents.gridId, gridIds), eq(residents.building, building)))
  return rows.map((row) => row.gridId)
}
