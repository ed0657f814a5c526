import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { type ImportPlace, judge } from '#actions/lists/judge-list.ts'
import { keepUpload } from '#actions/lists/keep-list.ts'
import { seenOf, takeImport } from '#actions/lists/take-list.ts'
import { newId } from '#auth/hashing.ts'
import { communityById, gridsOf } from '#db/community/area-rows.ts'
import { importOf } from '#db/lists/list-rows.ts'
import { areas } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import { isGridWorkerOf, isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

export const sample = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../../../public/samples/${name}`, import.meta.url)))

/** A CSV as a grid worker would type it. */
export const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))
export const headings = '姓名,网格,住址,电话,心愿,数量,预算'

/** The grids of the cast's community under the names that the samples use; the third of the samples is not there. */
export async function nameGrids(store: Store): Promise<void> {
  const rename = (id: string, name: string) => store.db.update(areas).set({ name }).where(eq(areas.id, id))
  await store.commit([rename('grid1', '第一网格'), rename('grid2', '第二网格')])
}

export async function placeOf({ store }: Services, actor: Person): Promise<ImportPlace> {
  const community = await communityById(store.db, 'hongqi')
  if (!community) throw new Error('hongqi is gone')
  const grids = await gridsOf(store.db, community.id)
  const isOwn = (id: string) => isSecretaryOf(actor, community.id) || isGridWorkerOf(actor, id)
  return { community, grids, ownGridIds: grids.map(({ id }) => id).filter(isOwn) }
}

/** Uploads, and gives the preview's id. */
export async function upload(services: Services, actor: Person, bytes: Uint8Array, fileName = 'list.csv') {
  const { community } = await placeOf(services, actor)
  const kept = await keepUpload(services, actor, newId(), community, { bytes, fileName })
  if (!kept.ok) throw new Error(JSON.stringify(kept))
  return kept.answer
}

export async function rowsOf(services: Services, actor: Person, id: string) {
  const kept = await importOf(services.store.db, id, actor.id, services.now())
  if (!kept?.draft) throw new Error('no such preview')
  return judge(services, await placeOf(services, actor), kept.draft)
}

/** Presses the button as on the page: 'taken', or why not. */
export async function take(services: Services, actor: Person, id: string): Promise<string> {
  const seen = seenOf(await rowsOf(services, actor, id))
  const took = await takeImport(services, actor, await placeOf(services, actor), newId(), { id, seen })
  return took.ok ? 'taken' : took.why
}

export async function takenOf(services: Services, actor: Person, id: string) {
  const taken = (await importOf(services.store.db, id, actor.id, services.now()))?.taken
  if (!taken) throw new Error('not taken')
  return taken
}
