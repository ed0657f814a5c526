import { day } from '#domain/time/durations.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** Days after a wish is closed until the address on its slip expires. */
const daysAfterClosing = 30

type Closing = Pick<Wish, 'endedAt' | 'confirmedAt' | 'state' | 'triesSpentAt'>

/** When the page of a slip expires; null while the wish is not closed. A reopened wish is not closed any more. */
export function receiptEndsAt({ endedAt, confirmedAt, state, triesSpentAt }: Closing): Date | null {
  const closedAt = endedAt ?? confirmedAt ?? (state === 'unconfirmed' ? triesSpentAt : null)
  return closedAt && new Date(closedAt.getTime() + daysAfterClosing * day)
}
