import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { isOpenRole } from '#db/people/role-rows.ts'
import { residents, roles, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'

/** How many people have a role in each of these areas now. */
export async function peopleIn(db: Db, areaIds: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: roles.areaId, count: count() })
    .from(roles)
    .where(and(isOneOf(roles.areaId, areaIds), isOpenRole(now)))
    .groupBy(roles.areaId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

/** How many residents each of these grids has. */
export async function residentsIn(db: Db, gridIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: residents.gridId, count: count() })
    .from(residents)
    .where(and(isOneOf(residents.gridId, gridIds), isNull(residents.endedAt)))
    .groupBy(residents.gridId)
  return new Map(rows.map((row) => [row.id, row.count]))
}

/** The residents of a grid in these buildings; in all of them if none is named. */
export async function residentsToMove(db: Db, gridId: string, buildings: readonly string[]) {
  return db
    .select({ id: residents.id })
    .from(residents)
    .where(
      and(
        eq(residents.gridId, gridId),
        isNull(residents.endedAt),
        buildings.length ? isOneOf(residents.building, buildings) : undefined,
      ),
    )
    .orderBy(asc(residents.building), asc(residents.unit), asc(residents.door), asc(residents.id))
}

/** The buildings of a grid with the number of residents in each. */
export async function buildingsOf(db: Db, gridId: string) {
  return db
    .select({ building: residents.building, count: count() })
    .from(residents)
    .where(and(eq(residents.gridId, gridId), isNull(residents.endedAt)))
    .groupBy(residents.building)
    .orderBy(asc(residents.building))
}

/** How many wishes of a grid no one has claimed, which move with their residents, and how many are under way. */
export async function wishesToMove(db: Db, gridId: string) {
  const rows = await db
    .select({ state: wishes.state, count: count() })
    .from(wishes)
    .where(
      and(
        eq(wishes.gridId, gridId),
        inArray(wishes.state, ['draft', 'submitted', 'open', 'claimed', 'delivered', 'unconfirmed', 'referred']),
      ),
    )
    .groupBy(wishes.state)
  const sum = (states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((total, row) => total + row.count, 0)
  return {
    open: sum(['draft', 'submitted', 'open']),
    underWay: sum(['claimed', 'delivered', 'unconfirmed', 'referred']),
  }
}
