import { and, asc, eq, gte, lt, ne, or } from 'drizzle-orm'
import { areas } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'

export type Supervised = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly zone: string
  readonly path: string
}

/**
 * The communities in and below these areas, in tree order. A path ends with a slash, and '0' is the character after it.
 */
export async function communitiesUnder(db: Db, paths: readonly string[]): Promise<readonly Supervised[]> {
  if (!paths.length) return []
  const below = paths.slice(0, 40).map((path) => and(gte(areas.path, path), lt(areas.path, `${path.slice(0, -1)}0`)))
  const rows = await db
    .select({ id: areas.id, slug: areas.slug, name: areas.name, zone: areas.zone, path: areas.path })
    .from(areas)
    .where(and(eq(areas.kind, 'community'), or(...below)))
    .orderBy(asc(areas.parentId), asc(areas.position), asc(areas.path))
  return rows.map(({ slug, zone, ...row }) => ({ ...row, slug: slug ?? row.id, zone: zone ?? 'Asia/Shanghai' }))
}

export type Level = 'prefecture' | 'county' | 'township' | 'community'
export type Under = {
  readonly id: string
  readonly kind: Level
  readonly name: string
  readonly path: string
  readonly slug: string | null
}

/** Those areas and all below them down to the communities, each before those inside it, in the areas' own order. */
export async function placesUnder(db: Db, paths: readonly string[]): Promise<readonly Under[]> {
  if (!paths.length) return []
  const below = paths.slice(0, 40).map((path) => and(gte(areas.path, path), lt(areas.path, `${path.slice(0, -1)}0`)))
  const rows = await db
    .select({
      id: areas.id,
      kind: areas.kind,
      name: areas.name,
      path: areas.path,
      slug: areas.slug,
      parentId: areas.parentId,
      position: areas.position,
    })
    .from(areas)
    .where(and(ne(areas.kind, 'grid'), or(...below)))
  const known = new Set(rows.map(({ id }) => id))
  const inOrder = [...rows].sort((a, b) => a.position - b.position || (a.path < b.path ? -1 : 1))
  const from = (parentId: string): typeof rows =>
    inOrder.filter((row) => row.parentId === parentId).flatMap((row) => [row, ...from(row.id)])
  const tops = inOrder.filter(({ parentId }) => !parentId || !known.has(parentId))
  return tops.flatMap((top) => [top, ...from(top.id)]) as readonly Under[]
}
