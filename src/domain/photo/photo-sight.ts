import { type Actor, isStaffOf } from '#domain/people/actor.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import type { Wish } from '#domain/wish/wish.ts'

type StoredPhoto = { readonly round: number; readonly at: Date }

/** Whether a photo is of the present delivery, not of one that was undone or an earlier volunteer's. */
export const isOfDelivery = (photo: StoredPhoto, wish: Wish): boolean =>
  wish.deliveredAt !== null && photo.round === wish.round && photo.at >= wish.deliveredAt

const isClaimant = (actor: Actor, wish: Wish) => actor.kind === 'person' && actor.id === wish.claimantId

/**
 * A photo is visible to staff of the area and to the volunteer who delivered, unless the resident agreed that everyone
 * may see it.
 */
export const maySeePhoto = (actor: Actor, wish: Wish, isAgreed: boolean): boolean =>
  isStaffOf(actor, wish) || isClaimant(actor, wish) || (isAgreed && isPublic(wish))

/** Until the receiving side has confirmed or reopened. */
export const mayAddPhoto = (actor: Actor, wish: Wish): boolean =>
  isClaimant(actor, wish) && (wish.state === 'delivered' || wish.state === 'unconfirmed')

export const mayRemovePhoto = (actor: Actor, wish: Wish): boolean => isStaffOf(actor, wish) || isClaimant(actor, wish)
