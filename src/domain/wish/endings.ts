import type { ConsentPurpose, EndReason, State, WithdrawReason } from '#domain/vocabulary.ts'
import type { Wish } from './wish.ts'

/**
 * What the end of a file does to one of its wishes: undelivered wishes are withdrawn, for the others the call-back is
 * dropped.
 */
export type Ending = 'withdraw' | 'spare'

/** A wish with what its last claim records about the call-back. */
export type WishAndCall = {
  readonly wish: Wish
  readonly isCalled: boolean
  readonly isSpared: boolean
}

const undelivered: readonly State[] = ['draft', 'submitted', 'open', 'claimed', 'referred']

/** Null where the wish is over and would cause neither a call nor a repeat. */
export function endingOf({ wish, isCalled, isSpared }: WishAndCall, now: Date): Ending | null {
  if (undelivered.includes(wish.state)) return 'withdraw'
  if (wish.state === 'delivered') return 'spare'
  if (wish.state === 'unconfirmed') return isSpared ? null : 'spare'
  if (wish.state !== 'fulfilled') return null
  const isToCall = !isCalled && wish.callbackDueAt !== null && wish.callbackDueAt >= now
  return isToCall || wish.nextStep === 'repeat' ? 'spare' : null
}

/** The reason recorded for each. The ledger shows all of them as 已撤回. */
export const withdrawnAs = {
  moved: 'moved',
  deceased: 'deceased',
  asked: 'consent-withdrawn',
} as const satisfies Record<EndReason, WithdrawReason>

/** The consents without which a wish cannot be published. */
export const toBePublic = ['posting', 'card'] as const satisfies readonly ConsentPurpose[]

/**
 * The states in which withdrawing a consent also withdraws the wish. Without the consent to post, no wish remains.
 * Without the consent to a public card, nothing may be public, and what is not published yet waits.
 */
export const endsWithConsent: { readonly [purpose in ConsentPurpose]?: readonly State[] } = {
  posting: undelivered,
  card: ['open', 'claimed'],
}
