import { photoOfWish } from '#db/wishes/photo-rows.ts'
import { consentsOf, detailsOf } from '#db/wishes/wish-rows.ts'
import { mayAddPhoto, mayRemovePhoto, maySeePhoto } from '#domain/photo/photo-sight.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import type { WishView } from '#views/wishes/wish-view-data.ts'

/** The photo part of a wish's page for this reader. */
export async function photoFor(c: C, wish: Wish): Promise<Pick<WishView, 'photo' | 'mayAddPhoto'>> {
  const actor = c.get('actor')
  const mayAdd = mayAddPhoto(actor, wish)
  const photo = wish.deliveredAt && (await photoOfWish(c.get('services').store.db, wish))
  const isShownToAll = photo !== null && (await isPhotoAgreed(c, wish))
  if (!photo || !maySeePhoto(actor, wish, isShownToAll)) return { photo: null, mayAddPhoto: mayAdd }
  return { photo: { id: photo.id, isShownToAll, mayRemove: mayRemovePhoto(actor, wish) }, mayAddPhoto: mayAdd }
}

/**
 * Whether the resident agreed to show a photo of the item, and has withdrawn neither this consent nor the one to the
 * title.
 */
export async function isPhotoAgreed(c: C, wish: Wish): Promise<boolean> {
  const { db } = c.get('services').store
  const details = await detailsOf(db, wish.id)
  return (
    details !== null && details.titleHiddenAt === null && (await consentsOf(db, details.residentId)).includes('photo')
  )
}
