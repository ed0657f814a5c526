import { clearDropped, keepPhoto, putAside, removePhotos } from '#actions/wishes/keep-photo.ts'
import type { Move } from '#actions/wishes/move-wish.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import { readFile } from '#http/read-form.ts'

type WithPhoto = {
  readonly ok: true
  readonly move: Pick<Move, 'also'>
  /** Whether a file was sent, that has to be chosen again if the form comes back. */
  readonly isChosen: boolean
  /** After the move: what was replaced goes, and where nothing was delivered what was put aside. */
  settle(isKept: boolean): Promise<void>
}

export const withoutPhoto: WithPhoto = { ok: true, move: {}, isChosen: false, settle: async () => {} }

/** The photo of a delivery's form, put aside until the delivery is written. Only the claimant's own is looked at. */
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
