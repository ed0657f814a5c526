import { and, asc, eq, exists, isNull, not, notExists, or, type SQL, sql } from 'drizzle-orm'
import { people, roles, units, volunteers } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { paginate } from '#db/store/paginate.ts'
import type { Db } from '#db/store/store.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { isOpenRole, type RoleRow, roleRowsOf } from './role-rows.ts'
import type { VolunteerState } from './volunteer-rows.ts'

export type ListedPerson = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly state: VolunteerState
  /** The roles that are not over; for people who have left, the last ones. */
  readonly roles: readonly RoleRow[]
  readonly unit: string | null
  /** What a volunteer is good at. */
  readonly strengths: readonly string[]
}

type Asked = {
  /** Only roles in these areas count. */
  readonly areaIds: readonly string[]
  readonly role: RoleName | null
  /** Null: everyone who has not left. */
  readonly state: VolunteerState | null
  /** A part of a name, its pinyin or initials, four digits of a telephone number, or a part of a work unit's name. */
  readonly search: string
  /** The last person of the previous page. */
  readonly after?: string | undefined
  readonly now: Date
  readonly limit: number
}

/** Everyone with a role in these areas by name, each once; `next` is the cursor of the following page. */
export async function peoplePage(
  db: Db,
  asked: Asked,
): Promise<{ readonly rows: readonly ListedPerson[]; readonly next: string | null }> {
  const { areaIds, state, search, after, now, limit } = asked
  const [start] = after ? await db.select({ sound }).from(people).where(eq(people.id, after)) : []
  const query = db
    .select({ id: people.id, name: people.name, phone: people.phone, isWaiting: sql<number>`${isWaiting(db, asked)}` })
    .from(people)
    .where(
      and(
        sql`${people.id} in (${heldIn(db, asked)})`,
        isNull(people.erasedAt),
        search ? matchingPerson(db, search, areaIds) : stateIs(db, asked),
        start && after ? sql`(${sound}, ${people.id}) > (${start.sound}, ${after})` : undefined,
      ),
    )
    .orderBy(asc(sound), asc(people.id))
  const { rows, last } = await paginate(query, limit)
  const ids = rows.map(({ id }) => id)
  const held = await roleRowsOf(db, ids, now, areaIds)
  const offers = await offersOf(db, ids, areaIds)
  const listed = rows.map(({ isWaiting: waits, ...row }): ListedPerson => {
    const all = held.filter(({ personId }) => personId === row.id)
    const open = all.filter(({ isOver }) => !isOver)
    const seen: VolunteerState = open.length === 0 ? 'left' : waits === 1 ? 'inactive' : 'active'
    const { unit = null, strengths = [] } = offers.get(row.id) ?? {}
    return { ...row, state: state ?? seen, roles: open.length ? open : all.slice(-2), unit, strengths }
  })
  return { rows: listed, next: last?.id ?? null }
}

const sound = sql<string>`coalesce(${people.pinyin}, ${people.name})`

/** The people with a role in the areas: one that is open, unless people who have left or all are asked for. */
const heldIn = (db: Db, { areaIds, role, state, search, now }: Asked) =>
  db
    .select({ id: roles.personId })
    .from(roles)
    .where(
      and(
        isOneOf(roles.areaId, areaIds),
        role ? eq(roles.role, role) : undefined,
        state === 'left' || search ? undefined : isOpenRole(now),
      ),
    )

function stateIs(db: Db, asked: Asked): SQL | undefined {
  switch (asked.state) {
    case 'left':
      return notExists(openRole(db, asked))
    case 'inactive':
      return isWaiting(db, asked)
    case 'active':
      return not(isWaiting(db, asked) as SQL)
    case null:
      return undefined
  }
}

const openRole = (db: Db, { areaIds, now }: Asked, more?: SQL) =>
  db
    .select({ one: sql`1` })
    .from(roles)
    .where(and(eq(roles.personId, people.id), isOneOf(roles.areaId, areaIds), isOpenRole(now), more))

/** A volunteer who is not active yet, or staff without a password. */
const isWaiting = (db: Db, asked: Asked): SQL | undefined =>
  or(
    exists(
      db
        .select({ one: sql`1` })
        .from(volunteers)
        .where(
          and(
            eq(volunteers.personId, people.id),
            isOneOf(volunteers.communityId, asked.areaIds),
            eq(volunteers.state, 'inactive'),
          ),
        ),
    ),
    and(isNull(people.passwordHash), exists(openRole(db, asked, sql`${roles.role} <> 'volunteer'`))),
  )

/** LIKE is not used because D1 limits patterns to 50 bytes, which is sixteen Han characters. */
function matchingPerson(db: Db, search: string, areaIds: readonly string[]): SQL | undefined {
  const text = search.normalize('NFKC').trim()
  const digits = text.replace(/\D/g, '')
  const letters = /^[a-z\s]+$/i.test(text) ? text.toLowerCase().replace(/\s/g, '') : ''
  return or(
    sql`instr(${people.name}, ${text}) > 0`,
    letters ? sql`instr(${people.pinyin}, ${letters}) = 1 or instr(${people.initials}, ${letters}) = 1` : undefined,
    digits.length >= 4 ? sql`instr(${people.phone}, ${digits}) > 0` : undefined,
    exists(
      db
        .select({ one: sql`1` })
        .from(volunteers)
        .innerJoin(units, eq(units.id, volunteers.unitId))
        .where(
          and(
            eq(volunteers.personId, people.id),
            isOneOf(volunteers.communityId, areaIds),
            sql`instr(${units.name}, ${text}) > 0`,
          ),
        ),
    ),
  )
}

async function offersOf(db: Db, ids: readonly string[], communityIds: readonly string[]) {
  const rows = await db
    .select({ id: volunteers.personId, unit: units.name, strengths: volunteers.strengths })
    .from(volunteers)
    .leftJoin(units, eq(units.id, volunteers.unitId))
    .where(and(isOneOf(volunteers.personId, ids), isOneOf(volunteers.communityId, communityIds)))
  return new Map(rows.map((row) => [row.id, row]))
}
