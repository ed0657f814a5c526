import { and, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { areas, monthCorrections, months, roles, units } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { type EventRow, type Life, lifeFrom } from './fold-life.ts'

export type Place = { readonly id: string; readonly slug: string; readonly zone: string; readonly name: string }

/** All communities of the installation, or only the named one. */
export async function placesOf({ db }: SqliteStore, slug: string | undefined): Promise<readonly Place[]> {
  const rows = await db
    .select()
    .from(areas)
    .where(and(eq(areas.kind, 'community'), isNotNull(areas.slug), slug ? eq(areas.slug, slug) : undefined))
  return rows.map(placeOf)
}

const placeOf = ({ id, slug, zone, name }: typeof areas.$inferSelect): Place => ({
  id,
  name,
  slug: slug ?? id,
  zone: zone ?? 'Asia/Shanghai',
})

/** The id of the community's present secretary, who may read its report; null if it has none. */
export async function secretaryOf({ db }: SqliteStore, { id, zone }: Place, now: Date): Promise<string | null> {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
  const [row] = await db
    .select({ personId: roles.personId })
    .from(roles)
    .where(
      and(
        eq(roles.role, 'secretary'),
        eq(roles.areaId, id),
        lte(roles.fromDay, today),
        or(isNull(roles.untilDay), gte(roles.untilDay, today)),
      ),
    )
  return row?.personId ?? null
}

/** An area above the communities with a present supervisor, who reads its report, and the communities in it. */
export type Area = {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly readerId: string
  readonly places: readonly (Place & { readonly path: string })[]
  readonly below: readonly { readonly id: string; readonly path: string }[]
}

export async function areasOf({ db }: SqliteStore, now: Date): Promise<readonly Area[]> {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
  const rows = await db.select().from(areas).orderBy(areas.path)
  const held = await db
    .select({ readerId: roles.personId, path: areas.path })
    .from(roles)
    .innerJoin(areas, eq(areas.id, roles.areaId))
    .where(
      and(
        eq(roles.role, 'supervisor'),
        lte(roles.fromDay, today),
        or(isNull(roles.untilDay), gte(roles.untilDay, today)),
      ),
    )
  return rows.flatMap(({ id, name, path, kind }) => {
    const readerId = held.find((one) => path.startsWith(one.path))?.readerId
    if (!readerId || kind === 'community' || kind === 'grid') return []
    const inside = rows.filter((row) => row.path.startsWith(path) && row.path !== path && row.kind !== 'grid')
    const places = inside.filter((row) => row.kind === 'community').map((row) => ({ ...placeOf(row), path: row.path }))
    const below = inside.filter((row) => !row.path.slice(path.length, -1).includes('/'))
    return [{ id, name, path, readerId, places, below }]
  })
}

/** The id of a present supervisor of the place; null if there is none. */
export async function supervisorOf(store: SqliteStore, { id }: Place, now: Date): Promise<string | null> {
  const above = (await areasOf(store, now)).find(({ places }) => places.some((place) => place.id === id))
  return above?.readerId ?? null
}

/** The position and time of the month's signature; null while it is not signed. */
export async function signatureOf({ db }: SqliteStore, { id }: Place, month: string) {
  const [row] = await db
    .select({ lastEvent: months.lastEvent, at: months.signedAt })
    .from(months)
    .where(and(eq(months.communityId, id), eq(months.month, month)))
  return row ?? null
}

/** The sum of the corrections to each figure since the signature. */
export async function correctedBy({ db }: SqliteStore, { id }: Place, month: string) {
  const rows = await db
    .select()
    .from(monthCorrections)
    .where(and(eq(monthCorrections.communityId, id), eq(monthCorrections.month, month)))
  return rows.map(({ figure, oldValue, newValue }) => ({ figure, by: newValue - (oldValue ?? 0) }))
}

export async function namesOf({ db }: SqliteStore, { id }: Place) {
  const grids = await db.select({ id: areas.id, name: areas.name }).from(areas).where(eq(areas.parentId, id))
  const own = await db.select({ id: units.id, name: units.name }).from(units).where(eq(units.communityId, id))
  const byId = (rows: readonly { id: string; name: string }[]) => new Map(rows.map((row) => [row.id, row.name]))
  return { grids: byId(grids), units: byId(own) }
}

/** Every wish of the place, computed from its events up to a position of the log, one after the other. */
export function* livesOf({ raw }: SqliteStore, { id }: Place, until: number): Generator<Life, void, void> {
  // Only events of a wish have a state.
  const rows = raw
    .prepare("select * from events where community_id = ? and pos <= ? and state <> '' order by stream, seq")
    .iterate(id, until) as Iterable<EventRow>
  let own: EventRow[] = []
  for (const row of rows) {
    if (own[0] && own[0].stream !== row.stream) {
      yield lifeFrom(own)
      own = []
    }
    own.push(row)
  }
  if (own.length) yield lifeFrom(own)
}
