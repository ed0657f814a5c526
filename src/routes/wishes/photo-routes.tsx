import { Hono } from 'hono'
import { addPhoto, removePhotos } from '#actions/wishes/keep-photo.ts'
import { photoById, photoOfWish } from '#db/wishes/photo-rows.ts'
import { withTurn } from '#domain/photo/exif.ts'
import { mayAddPhoto, mayRemovePhoto, maySeePhoto } from '#domain/photo/photo-sight.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { readableWish } from '#http/address-loaders.ts'
import type { C, Env } from '#http/context.ts'
import { readFile, readForm } from '#http/form/read-form.ts'
import { anyoneMay, signedIn } from '#http/guards.ts'
import { page } from '#http/respond.tsx'
import { isPhotoAgreed } from './photo-view.ts'
import { showWish } from './wish-view.tsx'

export const photos = new Hono<Env>()

/** Names no person or place. Readers who may not see the photo get 404. */
photos.get('/photos/:id{[0-9a-f]+}', anyoneMay, async (c) => {
  const { store, photos } = c.get('services')
  const found = await photoById(store.db, c.req.param('id'))
  if (!found || !maySeePhoto(c.get('actor'), found.wish, await isPhotoAgreed(c, found.wish))) return page.notFound(c)
  const bytes = await photos.get(found.photo.id)
  if (!bytes) return page.notFound(c)
  // Browsers have to ask again each time, because consent may be withdrawn; photos for insiders are not cached at all.
  const headers = { 'content-type': found.photo.type, 'content-disposition': 'inline' }
  return c.body(withTurn(bytes, found.photo.turn) as Uint8Array<ArrayBuffer>, 200, headers)
})

photos.post('/wishes/:code{[0-9-]+}/photo', signedIn, readableWish, async (c) => {
  const wish = c.get('wish')
  await readForm(c)
  const { photos: words } = c.get('text')
  if (!mayAddPhoto(c.get('actor'), wish)) return refused(c, wish, 409, words.notNow)
  const bytes = await readFile(c, 'photo')
  if (!bytes) return refused(c, wish, 422, words.chooseOne)
  const added = await addPhoto(c.get('services'), c.get('person'), wish, bytes)
  return added.ok ? c.redirect(`/wishes/${wish.code}#photo`, 303) : refused(c, wish, 422, words.fault[added.fault])
})

photos.post('/wishes/:code{[0-9-]+}/photo/remove', signedIn, readableWish, async (c) => {
  const wish = c.get('wish')
  if (!mayRemovePhoto(c.get('actor'), wish)) return page.notAllowed(c)
  const photo = await photoOfWish(c.get('services').store.db, wish)
  if (photo) await removePhotos(c.get('services'), [photo.id])
  return c.redirect(`/wishes/${wish.code}`, 303)
})

const refused = (c: C, wish: Wish, status: 409 | 422, sentence: string) =>
  showWish(c, wish.code, { status, said: { sentence, isRefusal: true, action: 'deliver', typed: {} } })
