import { instantOf, type WishEvent } from './wish-events.ts'

/** One round of a wish: a row of `claims`. */
export type Claim = {
  readonly id: string
  readonly wishId: string
  readonly communityId: string
  readonly gridId: string
  readonly round: number
  readonly personId: string
  readonly unitId: string | null
  readonly enteredBy: string
  readonly slot: number
  readonly month: string
  readonly monthSlot: number | null
  readonly claimedAt: Date
  readonly dueAt: Date
  readonly deliveredAt: Date | null
  readonly callbackDueAt: Date | null
  readonly calledAt: Date | null
  /** When the last try that the rules ask for was in vain: exhausted, unless somebody was reached after all. */
  readonly triesSpentAt: Date | null
  readonly answer: 'received' | 'not-received' | null
  readonly satisfaction: string | null
  readonly contactUntil: Date | null
  readonly endedAt: Date | null
  readonly endReason: string | null
  readonly extra: boolean
  /** When it was decided that nobody rings any more, because the file has ended. */
  readonly sparedAt: Date | null
}

type ClaimChange =
  | { readonly kind: 'begin'; readonly claim: Claim }
  | { readonly kind: 'change'; readonly id: string; readonly set: Partial<Claim>; readonly tries?: 1 }

/** What an event does to its claim's row; null where it touches none. */
export function claimChange(event: WishEvent): ClaimChange | null {
  const { action, at, data } = event
  const id = data.claimId as string | null
  if (action === 'claim') return { kind: 'begin', claim: begun(event) }
  if (!id) return null
  const change = (set: Partial<Claim>) => ({ kind: 'change' as const, id, set })
  const satisfaction = (data.satisfaction ?? null) as string | null

  switch (action) {
    case 'deliver': {
      const callbackDueAt = instantOf(data.callbackDueAt)
      const contactUntil = instantOf(data.contactUntil)
      return change({ deliveredAt: at, callbackDueAt, contactUntil, endedAt: at, endReason: 'delivered' })
    }
    case 'undo': {
      const cleared = {
        deliveredAt: null,
        callbackDueAt: null,
        contactUntil: null,
        endedAt: null,
        endReason: null,
        triesSpentAt: null,
      }
      return change({ ...cleared, slot: data.slot as number })
    }
    case 'postpone':
      return change(event.state === 'claimed' ? { dueAt: event.dueAt as Date } : {})
    case 'replan': {
      const callbackDueAt = instantOf(data.callbackDueAt)
      return change({
        ...(event.state === 'claimed' ? { dueAt: event.dueAt as Date } : {}),
        ...(callbackDueAt ? { callbackDueAt } : {}),
      })
    }
    case 'spare':
      // What was asked, or asked in vain, stays counted; the rest is due no more.
      if (data.called === true) return null
      return change({ sparedAt: at, ...(data.spent === true ? {} : { callbackDueAt: null }) })
    case 'release':
    case 'lapse':
    case 'withdraw':
      return change({ endedAt: at, endReason: action, monthSlot: null, contactUntil: at })
    case 'confirm':
      return change({ answer: 'received', ...(data.how === 'call' ? { calledAt: at, satisfaction } : {}) })
    case 'rate':
      return change({ calledAt: at, satisfaction })
    case 'reopen':
      return change({ answer: 'not-received', calledAt: at, satisfaction, contactUntil: at })
    case 'try':
      return { ...change(data.spent === true ? { triesSpentAt: at } : {}), tries: 1 }
    default:
      return null
  }
}

const begun = ({ stream, communityId, gridId, round, unitId, actorId, at, dueAt, data }: WishEvent): Claim => ({
  id: data.claimId as string,
  wishId: stream,
  communityId,
  gridId,
  round,
  personId: data.personId as string,
  unitId,
  enteredBy: actorId,
  slot: data.slot as number,
  month: data.month as string,
  monthSlot: data.monthSlot as number | null,
  claimedAt: at,
  dueAt: dueAt as Date,
  deliveredAt: null,
  callbackDueAt: null,
  calledAt: null,
  triesSpentAt: null,
  answer: null,
  satisfaction: null,
  contactUntil: null,
  endedAt: null,
  endReason: null,
  extra: data.isExtra === true,
  sparedAt: null,
})
