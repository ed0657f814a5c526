import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#auth/hashing.ts'
import { photos } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { droppedOf, photosToForget } from '#db/wishes/photo-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import { type PhotoFault, readPhoto } from '#domain/photo/photo.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

type PutAside = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: PhotoFault }

/**
 * Reads a photo, removes its metadata and stores it. It is not part of a delivery until `keepPhoto` is committed. The
 * row is written before the file, so that the clock can find what is left if something fails in between.
 */
export async function putAside(services: Services, by: Person, wish: Wish, bytes: Uint8Array): Promise<PutAside> {
  const read = readPhoto(bytes)
  if (!read.ok) return read
  const { store, now } = services
  const id = newId()
  const { type, turn } = read
  const about = { wishId: wish.id, round: wish.round, personId: by.id, type, turn, bytes: read.bytes.length }
  await store.commit([store.db.insert(photos).values({ id, ...about, state: 'waiting', at: now() })])
  await services.photos.put(id, read.bytes, type)
  return { ok: true, id }
}

/** Makes a stored photo the one of this delivery; part of the caller's commit. The photo before it is dropped. */
export const keepPhoto = ({ db }: Store, wish: Wish, id: string, at: Date): readonly Statement[] => [
  db
    .update(photos)
    .set({ state: 'dropped' })
    .where(and(eq(photos.wishId, wish.id), eq(photos.state, 'kept'))),
  db
    .update(photos)
    .set({ state: 'kept', round: wish.round, at })
    .where(and(eq(photos.id, id), eq(photos.state, 'waiting'))),
]

/** Adds a photo after the delivery. The caller checks whether the person may. */
export async function addPhoto(services: Services, by: Person, wish: Wish, bytes: Uint8Array): Promise<PutAside> {
  const aside = await putAside(services, by, wish, bytes)
  if (!aside.ok) return aside
  await services.store.commit(keepPhoto(services.store, wish, aside.id, services.now()))
  await clearDropped(services, wish.id)
  return aside
}

/** Deletes the files of photos that were replaced or removed. */
export const clearDropped = async (services: Services, wishId: string): Promise<void> =>
  removePhotos(services, await droppedOf(services.store.db, wishId))

/** Hides the photos first, then deletes the files, then the rows. Safe to repeat after a failure. */
export async function removePhotos(services: Services, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const { store } = services
  const those = inArray(photos.id, [...ids])
  await store.commit([store.db.update(photos).set({ state: 'dropped' }).where(those)])
  for (const id of ids) await services.photos.remove(id)
  await store.commit([store.db.delete(photos).where(those)])
}

/** Run by the clock: at most a hundred at a time. */
export const forgetPhotos = async (services: Services): Promise<void> =>
  removePhotos(services, (await photosToForget(services.store.db, services.now())).slice(0, 90))
