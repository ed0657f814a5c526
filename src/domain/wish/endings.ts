import type { ConsentPurpose, EndReason, State, WithdrawReason } from '#domain/vocabulary.ts'
import type { Wish } from './wish.ts'

/** What the end of a file does to one of its wishes: what is not delivered is withdrawn, of the rest nobody is rung. */
export type Ending = 'withdraw' | 'spare'

/** A wish with what its last claim says of the call-back. */
export type Standing = {
  readonly wish: Wish
  readonly isCalled: boolean
  readonly isSpared: boolean
}

const undelivered: readonly State[] = ['draft', 'submitted', 'open', 'claimed', 'referred']

/** Null where the wish is over, and nothing of it would ring or come back. */
export function endingOf({ wish, isCalled, isSpared }: Standing, now: Date): Ending | null {
  if (undelivered.includes(wish.state)) return 'withdraw'
  if (wish.state === 'delivered') return 'spare'
  if (wish.state === 'unconfirmed') return isSpared ? null : 'spare'
  if (wish.state !== 'fulfilled') return null
  const isToCall = !isCalled && wish.callbackDueAt !== null && wish.callbackDueAt >= now
  return isToCall || wish.nextStep === 'repeat' ? 'spare' : null
}

/** The ledger shows 已撤回 for each of them. */
export const withdrawnAs = {
  moved: 'moved',
  deceased: 'deceased',
  asked: 'consent-withdrawn',
} as const satisfies Record<EndReason, WithdrawReason>

/** Without these no wish stands on the board. */
export const toBePublic = ['posting', 'card'] as const satisfies readonly ConsentPurpose[]

/**
 * The states in which a wish does not outlive a consent that is taken back. Without the one for posting nothing is left of
 * it; without the one for the card nothing may stand in public, and what is not published waits.
 */
export const endsWithConsent: { readonly [purpose in ConsentPurpose]?: readonly State[] } = {
  posting: undelivered,
  card: ['open', 'claimed'],
}
