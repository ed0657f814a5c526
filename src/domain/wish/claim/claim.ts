import { acts } from '#domain/wish/acts.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import type { ClaimChange } from './claim-row.ts'

/** What an event changes in the row of its claim; null where it changes nothing. */
export function claimChange(event: WishEvent): ClaimChange | null {
  const { claimId } = event.data
  return typeof claimId === 'string' ? acts[event.action].applyToClaim(event, claimId) : null
}
