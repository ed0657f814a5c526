import { and, asc, eq, gte, lt, or, sql } from 'drizzle-orm'
import { areaSlugs, areas } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'

type Area = typeof areas.$inferSelect
/** A community, with the columns that other areas leave empty. */
export type Community = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly path: string
  readonly zone: string
  readonly region: string | null
  readonly phone: string
  readonly opens: string
  readonly closes: string
}
export type Grid = {
  readonly id: string
  readonly communityId: string
  readonly name: string
  readonly isClosed: boolean
}

const communityOf = (area: Area): Community => ({
  id: area.id,
  slug: area.slug ?? area.id,
  name: area.name,
  path: area.path,
  zone: area.zone ?? 'Asia/Shanghai',
  region: area.region,
  phone: area.phone ?? '',
  opens: area.opens ?? '10:00',
  closes: area.closes ?? '18:30',
})

export async function allCommunities(db: Db): Promise<readonly Community[]> {
  const rows = await everyCommunity(db, {})
  return rows.map(communityOf)
}

const everyCommunity = prepared((db) =>
  db.select().from(areas).where(eq(areas.kind, 'community')).orderBy(asc(areas.path)),
)

export async function communityBySlug(db: Db, slug: string): Promise<Community | null> {
  const [row] = await communityWithSlug(db, { slug })
  return row ? communityOf(row) : null
}

const communityWithSlug = prepared((db, { slug }: Blanks<'slug'>) =>
  db
    .select()
    .from(areas)
    .where(and(eq(areas.slug, slug), eq(areas.kind, 'community'))),
)

/** The community that once had this address, so that old links lead on. */
export async function communityByOldSlug(db: Db, slug: string): Promise<Community | null> {
  const [old] = await db.select().from(areaSlugs).where(eq(areaSlugs.slug, slug))
  return old ? communityById(db, old.areaId) : null
}

const communityWithId = prepared((db) =>
  db
    .select()
    .from(areas)
    .where(and(eq(areas.id, sql.placeholder('id')), eq(areas.kind, 'community'))),
)

export async function communityById(db: Db, id: string): Promise<Community | null> {
  const [row] = await communityWithId(db, { id })
  return row ? communityOf(row) : null
}

export async function communitiesById(db: Db, ids: readonly string[]): Promise<readonly Community[]> {
  if (!ids.length) return []
  const rows = await areasWithIds(db, { ids })
  return rows.filter((row) => row.kind === 'community').map(communityOf)
}

const areasWithIds = prepared((db, { ids }: Blanks<'ids'>) =>
  db.select().from(areas).where(isOneOf(areas.id, ids)).orderBy(asc(areas.path)),
)

/** Every grid, closed ones as well: past months are counted in them. */
export async function gridsOf(db: Db, communityId: string): Promise<readonly Grid[]> {
  const rows = await partsOf(db, { communityId })
  return rows
    .filter((row) => row.kind === 'grid')
    .map(({ id, name, closedAt }) => ({ id, name, communityId, isClosed: closedAt !== null }))
}

const partsOf = prepared((db, { communityId }: Blanks<'communityId'>) =>
  db
    .select({ id: areas.id, name: areas.name, kind: areas.kind, closedAt: areas.closedAt })
    .from(areas)
    .where(eq(areas.parentId, communityId))
    .orderBy(asc(areas.position)),
)

/** An area of any kind, with the community that it is or belongs to. */
export type AreaLine = {
  readonly id: string
  readonly kind: Area['kind']
  readonly parentId: string | null
  readonly path: string
  readonly name: string
  readonly communityId: string | null
  readonly isClosed: boolean
}

export const areaLineOf = ({
  id,
  kind,
  parentId,
  path,
  name,
  closedAt,
}: Omit<AreaLine, 'communityId' | 'isClosed'> & { readonly closedAt: Date | null }): AreaLine => ({
  id,
  kind,
  parentId,
  path,
  name,
  communityId: kind === 'community' ? id : kind === 'grid' ? parentId : null,
  isClosed: closedAt !== null,
})

const lineColumns = {
  id: areas.id,
  kind: areas.kind,
  parentId: areas.parentId,
  path: areas.path,
  name: areas.name,
  closedAt: areas.closedAt,
}

/** The areas at these paths and all areas in them, each before its parts. */
export async function areasWithin(db: Db, paths: readonly string[]): Promise<readonly AreaLine[]> {
  if (!paths.length) return []
  const within = paths.map((path) => and(gte(areas.path, path), lt(areas.path, `${path.slice(0, -1)}0`)))
  const rows = await db
    .select(lineColumns)
    .from(areas)
    .where(or(...within))
    .orderBy(asc(areas.position), asc(areas.name), asc(areas.id))
  return inTreeOrder(rows.map(areaLineOf))
}

/** Each area is followed by its parts; areas of one parent stay in the given order. */
function inTreeOrder(lines: readonly AreaLine[]): readonly AreaLine[] {
  const ids = new Set(lines.map(({ id }) => id))
  const partsOf = Map.groupBy(lines, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : ''))
  const below = (parentId: string): readonly AreaLine[] =>
    (partsOf.get(parentId) ?? []).flatMap((line) => [line, ...below(line.id)])
  return below('')
}

/** The areas that contain a community, from the top. */
export async function areasAbove(db: Db, community: Pick<Community, 'id' | 'path'>): Promise<readonly AreaLine[]> {
  const steps = community.path.split('/').slice(0, -2)
  const paths = steps.map((_, index) => `${steps.slice(0, index + 1).join('/')}/`)
  const rows = await db.select(lineColumns).from(areas).where(isOneOf(areas.path, paths)).orderBy(asc(areas.path))
  return rows.map(areaLineOf)
}

/** One area of any kind. */
export async function areaById(db: Db, id: string): Promise<AreaLine | null> {
  const [row] = await areaWithId(db, { id })
  return row ? areaLineOf(row) : null
}

const areaWithId = prepared((db, { id }: Blanks<'id'>) => db.select(lineColumns).from(areas).where(eq(areas.id, id)))
