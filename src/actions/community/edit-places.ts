import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { placeEvent, registerEvent } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { amendResident, editedFile } from '#actions/residents/edit-resident.ts'
import { newId } from '#auth/hashing.ts'
import { type AreaLine, areaById, communityByOldSlug, communityBySlug } from '#db/community/area-rows.ts'
import { residentsToMove } from '#db/community/place-rows.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { areaSlugs, areas, gridBuildings, residents, roles, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { versionNow } from '#db/store/version-of.ts'
import type { CommunitySettings } from '#domain/community-settings.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { ResidentFields } from '#domain/people/resident.ts'
import { mayMoveResidents, mayShape, partOf } from '#domain/people/role-areas.ts'
import type { Services } from '#src/services.ts'
import { editedHours } from './edit-calendar.ts'

type Faulty = { readonly ok: false; readonly why: 'slug-taken' | 'name-taken' }
type NewPart = { readonly name: string; readonly settings: CommunitySettings | null }

/** Adds a part to an area: a county, a street, a community with its settings, or a grid. Null if the actor may not. */
export async function addPart(
  services: Services,
  actor: Person,
  key: string,
  parent: AreaLine,
  { name, settings }: NewPart,
): Promise<OnceAnswer<{ readonly areaId: string }> | KeyReused | Faulty | null> {
  const { store, now } = services
  const { db } = store
  const kind = partOf(parent.kind)
  if (!kind || parent.isClosed || !mayShape(actor, kind, parent)) return null
  if (kind === 'community' && !settings) return null
  return once(services, actor, { key, action: 'add-part', body: [parent.id, name, settings] }, async () => {
    if (settings && (await isTaken(services, settings.slug, null)))
      return { ok: false as const, why: 'slug-taken' as const }
    const same = and(eq(areas.parentId, parent.id), eq(areas.name, name), isNull(areas.closedAt))
    const [twin] = await db.select({ id: areas.id }).from(areas).where(same)
    if (twin) return { ok: false as const, why: 'name-taken' as const }
    const id = newId()
    const position = sql<number>`(select coalesce(max(position), -1) + 1 from areas as twin where twin.parent_id = ${parent.id})`
    const row = { id, kind, parentId: parent.id, path: `${parent.path}${id}/`, name, position }
    const more = settings ? { ...settings, zone: 'Asia/Shanghai' } : {}
    const communityId = kind === 'community' ? id : (parent.communityId ?? parent.id)
    const event = { communityId, actorId: actor.id, now: now(), data: { areaId: id } }
    const statements = [
      db.insert(areas).values({ ...row, ...more }),
      registerEvent(store, { ...event, action: 'area-added' }),
    ]
    return { ok: true as const, statements, answer: { areaId: id } }
  })
}

/** Changes the name. 'changed' if another person has changed it since the form was made; null if the actor may not. */
export async function renameArea(
  { store, now }: Services,
  actor: Person,
  area: AreaLine,
  { before, name }: { readonly before: string; readonly name: string },
): Promise<'saved' | 'changed' | null> {
  if (!mayShape(actor, area.kind, area)) return null
  if (before === name) return 'saved'
  const change = store.db
    .update(areas)
    .set({ name: onlyIf(sql`${areas.name} = ${before}`, sql`${name}`) })
    .where(eq(areas.id, area.id))
  return refusedAsChanged(() =>
    store.commit([change, areaEvent({ store, now }, actor, area, 'area-amended', ['name'])]),
  )
}

/** Exchanges the area with the one before or after it in the same parent. Null if the actor may not, or it is at that end. */
export async function reorderArea(
  services: Services,
  actor: Person,
  area: AreaLine,
  step: 'up' | 'down',
): Promise<'saved' | null> {
  const { store } = services
  const { db } = store
  if (!mayShape(actor, area.kind, area) || area.parentId === null) return null
  const siblings = await db
    .select({ id: areas.id })
    .from(areas)
    .where(eq(areas.parentId, area.parentId))
    .orderBy(asc(areas.position), asc(areas.name), asc(areas.id))
  const ids = siblings.map(({ id }) => id)
  const from = ids.indexOf(area.id)
  const to = step === 'up' ? from - 1 : from + 1
  const other = ids[to]
  if (other === undefined) return null
  const order = ids.with(to, area.id).with(from, other)
  const event = areaEvent(services, actor, area, 'area-amended', ['position'])
  const moved = order.map((id, position) => db.update(areas).set({ position }).where(eq(areas.id, id)))
  await store.commit([event, ...moved])
  return 'saved'
}

/** Telephone, office hours and address of a community. The old address leads on to the new one. */
export async function amendCommunity(
  services: Services,
  actor: Person,
  area: AreaLine,
  before: CommunitySettings,
  after: CommunitySettings,
): Promise<'saved' | 'changed' | 'slug-taken' | null> {
  const { store } = services
  const { db } = store
  if (area.kind !== 'community' || !mayShape(actor, 'community', area)) return null
  const fields = (Object.keys(after) as (keyof CommunitySettings)[]).filter((name) => before[name] !== after[name])
  if (!fields.length) return 'saved'
  const isMoved = before.slug !== after.slug
  if (isMoved && (await isTaken(services, after.slug, area.id))) return 'slug-taken'
  const isSame = sql`${areas.slug} = ${before.slug} and ${areas.phone} = ${before.phone} and ${areas.opens} = ${before.opens} and ${areas.closes} = ${before.closes} and ${areas.region} is ${before.region}`
  const change = db
    .update(areas)
    .set({ ...after, name: onlyIf(isSame, areas.name) })
    .where(eq(areas.id, area.id))
  const addresses = isMoved
    ? [
        db.delete(areaSlugs).where(eq(areaSlugs.slug, after.slug)),
        db.insert(areaSlugs).values({ slug: before.slug, areaId: area.id }),
      ]
    : []
  try {
    return await refusedAsChanged(() =>
      store.commit([
        change,
        ...addresses,
        ...calendarEvents(services, actor, area.id, before, after),
        areaEvent(services, actor, area, 'area-amended', fields),
      ]),
    )
  } catch (error) {
    if (takenKey(error)?.includes('slug')) return 'slug-taken'
    throw error
  }
}

/**
 * Hours and region decide which days and times count, so a change of them is an event of the calendar too: caches end
 * with it, and a form of the hours that was opened before is refused as out of date.
 */
function calendarEvents(
  { store, now }: Services,
  actor: Person,
  communityId: string,
  before: CommunitySettings,
  { opens, closes, region }: CommunitySettings,
): readonly Statement[] {
  const { stream } = editedHours({ id: communityId })
  const event = { communityId, actorId: actor.id, now: now() }
  const hasNewHours = before.opens !== opens || before.closes !== closes
  return [
    ...(hasNewHours ? [placeEvent(store, stream, { ...event, action: 'hours-changed', data: { opens, closes } })] : []),
    ...(before.region !== region
      ? [placeEvent(store, stream, { ...event, action: 'region-changed', data: { region } })]
      : []),
  ]
}

/** An address that another community has or has had. */
async function isTaken({ store }: Services, slug: string, own: string | null): Promise<boolean> {
  const holder = (await communityBySlug(store.db, slug)) ?? (await communityByOldSlug(store.db, slug))
  return holder !== null && holder.id !== own
}

type Occupied = 'residents' | 'wishes' | 'roles' | 'parts'

/** What keeps an area from being closed, as conditions for the commit. */
const occupants: Readonly<Record<Occupied, (area: AreaLine) => SQL>> = {
  residents: ({ id }) =>
    sql`exists (select 1 from ${residents} where ${residents.gridId} = ${id} and ${residents.endedAt} is null)`,
  wishes: ({ id }) =>
    sql`exists (select 1 from ${wishes} where ${wishes.gridId} = ${id} and ${wishes.state} in ('draft', 'submitted', 'open', 'claimed', 'delivered', 'unconfirmed', 'referred'))`,
  roles: ({ id }) => sql`exists (select 1 from ${roles} where ${roles.areaId} = ${id} and ${roles.untilDay} is null)`,
  parts: ({ id }) => sql`exists (select 1 from areas as part where part.parent_id = ${id} and part.closed_at is null)`,
}

/**
 * Closes an area; it is never deleted, because past months are counted in it. Gives what still is in it, which must be
 * moved, ended or closed before; null if the actor may not.
 */
export async function closeArea(
  services: Services,
  actor: Person,
  area: AreaLine,
): Promise<{ readonly left: readonly Occupied[] } | null> {
  const { store, now } = services
  const { db } = store
  if (area.isClosed || !mayShape(actor, area.kind, area)) return null
  const left: Occupied[] = []
  for (const name of Object.keys(occupants) as Occupied[]) {
    const [row] = await db
      .select({ is: sql<number>`${occupants[name](area)}` })
      .from(areas)
      .where(eq(areas.id, area.id))
    if (row?.is) left.push(name)
  }
  if (left.length) return { left }
  const isEmpty = sql.join(
    Object.values(occupants).map((condition) => sql`not ${condition(area)}`),
    sql` and `,
  )
  const change = db
    .update(areas)
    .set({ closedAt: now(), name: onlyIf(isEmpty, areas.name) })
    .where(eq(areas.id, area.id))
  const closed = await refusedAsChanged(() =>
    store.commit([
      change,
      db.delete(gridBuildings).where(eq(gridBuildings.gridId, area.id)),
      areaEvent(services, actor, area, 'area-closed', []),
    ]),
  )
  return closed === 'saved' ? { left: [] } : { left: ['residents'] }
}

/**
 * Moves residents to another grid of the community, each with the wishes that no one has claimed, in a commit of their
 * own: this may be pressed again. Those with a wish under way stay until it is done. Gives how many moved and stayed;
 * null if the actor may not.
 */
export async function moveResidents(
  services: Services,
  actor: Person,
  from: AreaLine,
  toId: string,
  buildings: readonly string[],
): Promise<{ readonly moved: number; readonly stayed: number } | null> {
  const { db } = services.store
  const to = await areaById(db, toId)
  const isFitting = to?.kind === 'grid' && !to.isClosed && to.parentId === from.parentId && to.id !== from.id
  if (!isFitting || !mayMoveResidents(actor, from)) return null
  const mover = inSecretarysPlace(actor, from)
  let moved = 0
  let stayed = 0
  for (const { id } of await residentsToMove(db, from.id, buildings)) {
    const known = await residentOf(db, id)
    if (!known) continue
    const version = await versionNow(db, editedFile(known))
    const resident = (await residentOf(db, id)) ?? known
    const fields = { ...fieldsOf(resident), gridId: toId }
    const amended = await amendResident(services, mover, resident, { fields, version })
    if (amended.ok) moved += 1
    else stayed += 1
  }
  await moveBuildings(services, actor, from, to.id, buildings)
  return { moved, stayed }
}

/** An administrator moves residents with the rights of the community's secretary, and the events name the administrator. */
const inSecretarysPlace = (actor: Person, { communityId, path }: AreaLine): Person =>
  communityId === null || isSecretaryOf(actor, communityId)
    ? actor
    : { ...actor, roles: [...actor.roles, { role: 'secretary', areaId: communityId, communityId, path }] }

/** The list of the old grid follows its residents: these buildings, in whatever estate, or all of them if none is named. */
async function moveBuildings(
  { store, now }: Services,
  actor: Person,
  from: AreaLine,
  toId: string,
  buildings: readonly string[],
) {
  const { db } = store
  const communityId = from.communityId ?? from.id
  const isMoved = and(
    eq(gridBuildings.gridId, from.id),
    buildings.length ? isOneOf(gridBuildings.building, buildings) : undefined,
  )
  const rows = await db.select({ key: gridBuildings.key }).from(gridBuildings).where(isMoved)
  if (!rows.length) return
  const event = { communityId, actorId: actor.id, action: 'buildings-listed', now: now() } as const
  await store.commit([
    db.update(gridBuildings).set({ gridId: toId }).where(isMoved),
    registerEvent(store, { ...event, data: { areaId: from.id } }),
    registerEvent(store, { ...event, data: { areaId: toId } }),
  ])
}

function fieldsOf(resident: NonNullable<Awaited<ReturnType<typeof residentOf>>>): ResidentFields {
  const { gridId, name, sex, ageBand, place, building, unit, door, phones } = resident
  const { callFrom, callUntil, relativeName, relativePhone, hearing } = resident
  const address = { gridId, place, building, unit, door }
  const reach = { phones, callFrom, callUntil, relativeName, relativePhone, hearing }
  return { ...address, ...reach, name, sex, ageBand: ageBand as ResidentFields['ageBand'] }
}

const areaEvent = (
  { store, now }: Pick<Services, 'store' | 'now'>,
  actor: Person,
  area: AreaLine,
  action: 'area-amended' | 'area-closed',
  fields: readonly string[],
) =>
  registerEvent(store, {
    communityId: area.communityId ?? area.id,
    actorId: actor.id,
    action,
    data: { areaId: area.id, fields },
    now: now(),
  })

async function refusedAsChanged(commit: () => Promise<void>): Promise<'saved' | 'changed'> {
  try {
    await commit()
    return 'saved'
  } catch (error) {
    if (wasRefused(error, 'areas.name')) return 'changed'
    throw error
  }
}
