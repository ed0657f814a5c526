import { and, asc, eq, gte, lt, or } from 'drizzle-orm'
import { areas } from './schema.ts'
import type { Db } from './store.ts'

type Supervised = { readonly id: string; readonly slug: string; readonly name: string; readonly zone: string }

/** The communities in and below these places of the tree, in its order. A path ends with a slash, which '0' follows. */
export async function communitiesUnder(db: Db, paths: readonly string[]): Promise<readonly Supervised[]> {
  if (!paths.length) return []
  const below = paths.slice(0, 40).map((path) => and(gte(areas.path, path), lt(areas.path, `${path.slice(0, -1)}0`)))
  const rows = await db
    .select({ id: areas.id, slug: areas.slug, name: areas.name, zone: areas.zone, parentId: areas.parentId })
    .from(areas)
    .where(and(eq(areas.kind, 'community'), or(...below)))
    .orderBy(asc(areas.parentId), asc(areas.position), asc(areas.path))
  return rows.map(({ id, slug, name, zone }) => ({ id, slug: slug ?? id, name, zone: zone ?? 'Asia/Shanghai' }))
}
