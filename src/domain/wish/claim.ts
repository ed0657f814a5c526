import { acts } from './acts.ts'
import type { ClaimChange } from './claim-row.ts'
import type { WishEvent } from './wish-events.ts'

/** What an event changes in the row of its claim; null where it changes nothing. */
export function claimChange(event: WishEvent): ClaimChange | null {
  const { claimId } = event.data
  return typeof claimId === 'string' ? acts[event.action].applyToClaim(event, claimId) : null
}
