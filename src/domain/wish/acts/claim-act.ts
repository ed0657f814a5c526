import type { Door } from '#domain/doors/door.ts'
import { actorId, isSecretaryOf, isStaffOf, isVolunteerOf } from '#domain/people/actor.ts'
import { dueAt, localMonth } from '#domain/time/workdays.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { limitReached } from '#domain/wish/claim/claim-limit.ts'
import type { Claim } from '#domain/wish/claim/claim-row.ts'
import { lowestFree } from '#domain/wish/claim/lowest-free.ts'
import { type Refusal, refuse } from '#domain/wish/refusals.ts'
import type { Known } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'

/** What a claim needs to know about a volunteer. */
export type Volunteer = { readonly id: string; readonly unitId: string | null; readonly isActive: boolean }

type ClaimOrder = {
  readonly claimId: string
  readonly volunteer: Volunteer
  readonly isExtra: boolean
  /** Missing only in events from before the program recorded doors. */
  readonly door?: Door
  /** Other volunteers may join and bring a part. */
  readonly isJoint?: boolean
  /** The claim is made for this member's Party branch. */
  readonly forBranch?: boolean
  /** Of a batch that the volunteer's unit has adopted: the unit's contact may claim for a member who agreed. */
  readonly forUnit?: boolean
}

export const claimAct: Act<'claim', ClaimOrder> = {
  needs: ({ volunteer: { id, unitId }, forUnit }) => [
    { kind: 'slots', personId: id },
    ...(unitId ? [{ kind: 'unit-slots' as const, unitId }] : []),
    ...(unitId && forUnit ? [{ kind: 'unit-contact' as const, unitId }] : []),
  ],

  decide: (wish, order, actor, situation) => {
    const { volunteer, claimId } = order
    const { now, promised, calendar, known } = situation
    const by = actorId(actor)
    const isEntered = by !== volunteer.id
    // Staff claim for a named volunteer, a unit's contact for a member; people who claim for themselves must be volunteers.
    const isContact = known.unitContact === by && isVolunteerOf(actor, wish.communityId)
    const mayClaim = isEntered ? isStaffOf(actor, wish) || isContact : isVolunteerOf(actor, wish.communityId)
    if (volunteer.isActive && !mayClaim) return refuse({ why: 'not-allowed', action: 'claim' })
    const refusal = whyNotClaim(wish, volunteer, by, known)
    if (refusal) return refuse(refusal)

    // No one can approve an extra claim for themselves.
    const mayExceed = order.isExtra && isEntered && isSecretaryOf(actor, wish.communityId)
    const reached = limitReached(known, volunteer.unitId, situation)
    if (reached && !mayExceed) return refuse(reached)

    const due = dueAt(calendar, now, promised.deliverWithin[wish.urgency])
    return step({
      round: wish.round + 1,
      unitId: volunteer.unitId,
      dueAt: due,
      promiseAt: wish.promiseAt ?? due,
      data: {
        claimId,
        personId: volunteer.id,
        slot: lowestFree(known.slots),
        month: localMonth(now, calendar.zone),
        monthSlot: volunteer.unitId ? lowestFree(known.unitSlots) : null,
        isExtra: mayExceed,
        ...(order.door ? { door: order.door } : {}),
        ...(order.isJoint && wish.quantity > 1 ? { isJoint: true } : {}),
        ...(order.forBranch ? { forBranch: true } : {}),
      },
    })
  },

  apply: (wish, { actorId: by, at, data }) => ({
    claimId: data.claimId as string,
    claimantId: data.personId as string,
    enteredBy: by === data.personId ? null : by,
    claimedAt: at,
    firstClaimedAt: wish.firstClaimedAt ?? at,
    isJoint: data.isJoint === true,
    forBranch: data.forBranch === true,
  }),

  applyToClaim: (event, claimId) => ({ kind: 'begin', claim: begun(event, claimId) }),

  informs: () => ['poster', 'claimant'],

  isPublic: true,
}

/** Why this volunteer can never claim this wish, whatever else they have claimed; `by` is the person who presses. */
export function whyNotClaim(
  wish: Pick<Wish, 'postedBy' | 'barredId'>,
  { id, isActive }: Volunteer,
  by: string,
  { codeShownTo }: Pick<Known, 'codeShownTo'>,
): Refusal | null {
  if (!isActive) return { why: 'not-active' }
  if (id === wish.postedBy) return { why: 'one-side' }
  if (codeShownTo.includes(id) || codeShownTo.includes(by)) return { why: 'knows-code' }
  return id === wish.barredId ? { why: 'new-owner' } : null
}

const begun = (event: WishEvent, id: string): Claim => {
  const { stream, communityId, gridId, round, unitId, actorId: by, at, dueAt: due, data } = event
  return {
    id,
    wishId: stream,
    communityId,
    gridId,
    round,
    personId: data.personId as string,
    unitId,
    enteredBy: by,
    slot: data.slot as number,
    month: data.month as string,
    monthSlot: data.monthSlot as number | null,
    claimedAt: at,
    dueAt: due as Date,
    deliveredAt: null,
    callbackDueAt: null,
    calledAt: null,
    saidAt: null,
    triesSpentAt: null,
    answer: null,
    satisfaction: null,
    contactUntil: null,
    endedAt: null,
    endReason: null,
    extra: data.isExtra === true,
    sparedAt: null,
    door: (data.door as Door | undefined) ?? null,
  }
}
