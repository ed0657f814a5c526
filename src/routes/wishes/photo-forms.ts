import { clearDropped, keepPhoto, putAside, removePhotos } from '#actions/wishes/keep-photo.ts'
import type { Move } from '#actions/wishes/move-wish.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import { readFile } from '#http/form/read-form.ts'

type WithPhoto = {
  readonly ok: true
  readonly move: Pick<Move, 'also'>
  /** Whether a file was sent, which has to be chosen again if the form comes back. */
  readonly isChosen: boolean
  /** To be called after the move: removes the replaced photo or, if nothing was delivered, the new one. */
  settle(isKept: boolean): Promise<void>
}

export const withoutPhoto: WithPhoto = { ok: true, move: {}, isChosen: false, settle: async () => {} }

/** The photo from a delivery's form, stored until the delivery is recorded. Only a photo from the claimant is read. */
export async function photoWith(
  c: C,
  wish: Wish,
): Promise<WithPhoto | { readonly ok: false; readonly sentence: string }> {
  const services = c.get('services')
  const actor = c.get('actor')
  const bytes = await readFile(c, 'photo')
  if (!bytes || actor.kind !== 'person' || actor.id !== wish.claimantId || wish.state !== 'claimed') return withoutPhoto
  const aside = await putAside(services, actor, wish, bytes)
  if (!aside.ok) return { ok: false, sentence: c.get('text').photos.fault[aside.fault] }
  return {
    ok: true,
    isChosen: true,
    move: { also: (store, after) => keepPhoto(store, after, aside.id, after.deliveredAt ?? services.now()) },
    settle: (isKept) => (isKept ? clearDropped(services, wish.id) : removePhotos(services, [aside.id])),
  }
}
