import { actorId, isSecretaryOf, isStaffOf, isVolunteerOf } from '#domain/people/actor.ts'
import { seconds } from '#domain/time/seconds.ts'
import { addDays, dueAt, endOfDay, localDay, localMonth, midnight, nextMonth } from '#domain/time/workdays.ts'
import { isResidentsReason } from '#domain/vocabulary.ts'
import { hasNote, lowestFree, step, type Takes } from '#domain/wish/act-step.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'

/** From the claim to the door. */
export const claiming: Takes<'claim' | 'schedule' | 'postpone' | 'join' | 'leave' | 'inform' | 'release'> = {
  claim: (wish, order, actor, situation) => {
    const { volunteer, claimId } = order
    const { now, rules, promised, calendar, known } = situation
    const by = actorId(actor)
    const isEntered = by !== volunteer.id
    if (!volunteer.isActive) return refuse({ why: 'not-active' })
    // Staff claim for a named volunteer; for oneself one has to be one.
    const mayClaim = isEntered ? isStaffOf(actor, wish) : isVolunteerOf(actor, wish.communityId)
    if (!mayClaim) return refuse({ why: 'not-allowed', action: 'claim' })
    if (volunteer.id === wish.postedBy) return refuse({ why: 'one-side' })
    if (known.codeShownTo.includes(volunteer.id) || known.codeShownTo.includes(by)) return refuse({ why: 'knows-code' })
    if (volunteer.id === wish.barredId) return refuse({ why: 'new-owner' })

    // Nobody approves an extra one for themselves.
    const mayExceed = order.isExtra && isEntered && isSecretaryOf(actor, wish.communityId)
    const slot = lowestFree(known.slots)
    const limit = rules.openClaimsPerVolunteer
    if ((slot > limit || known.openClaims >= limit) && !mayExceed)
      return refuse({ why: 'person-limit', limit, frees: known.slotFrees })
    const month = localMonth(now, calendar.zone)
    const monthSlot = volunteer.unitId ? lowestFree(known.unitSlots) : null
    if (monthSlot && monthSlot > rules.claimsPerUnitMonth && !mayExceed) {
      const frees = midnight(`${nextMonth(month)}-01`, calendar.zone)
      return refuse({ why: 'unit-limit', limit: rules.claimsPerUnitMonth, frees })
    }

    const due = dueAt(calendar, now, promised.deliverWithin[wish.urgency])
    return step({
      round: wish.round + 1,
      unitId: volunteer.unitId,
      dueAt: due,
      promiseAt: wish.promiseAt ?? due,
      data: {
        ...{ claimId, personId: volunteer.id, slot, month, monthSlot, isExtra: mayExceed },
        ...(order.isJoint && wish.quantity > 1 ? { isJoint: true } : {}),
        ...(order.forBranch ? { forBranch: true } : {}),
      },
    })
  },

  schedule: (_wish, order, _actor, { now, rules, known }) => {
    if (!isVisitTime(order.visitAt, now)) return refuse({ why: 'bad-visit-time' })
    if (known.weekVisits >= rules.visitsPerWeek) return refuse({ why: 'household-week', limit: rules.visitsPerWeek })
    return step({ data: { visitAt: seconds(order.visitAt) } })
  },

  release: (wish, order) => {
    if (!hasNote(order, 'handover')) return refuse({ why: 'reason-missing' })
    return step({ unitId: null, dueAt: null, data: { claimId: wish.claimId } })
  },

  postpone: (wish, { until, reason }, actor, { now, rules, calendar }) => {
    if (wish.postponed >= rules.postponements) return refuse({ why: 'postponed-enough', limit: rules.postponements })
    const isSecretary = isSecretaryOf(actor, wish.communityId)
    if (wish.claimPostponed && !isSecretary) return refuse({ why: 'postponed-once' })
    const isEnterers = !isSecretary && actorId(actor) !== wish.claimantId
    const latest = endOfDay(addDays(localDay(now, calendar.zone), rules.postponeDays), calendar.zone)
    const from = wish.dueAt && wish.dueAt > now ? wish.dueAt : now
    if (until <= from || until > latest) return refuse({ why: 'bad-postponement', from, until: latest })
    const isResidents = isResidentsReason(reason)
    const moves = isResidents && wish.promiseAt !== null && until > wish.promiseAt
    return step({
      dueAt: wish.state === 'claimed' ? until : wish.dueAt,
      promiseAt: moves ? until : wish.promiseAt,
      data: {
        claimId: wish.claimId,
        reason,
        until: seconds(until),
        // Who asked for it knows; everybody else who was promised a day has to be told.
        tell: wish.state === 'claimed' && !isResidents,
        // Counts as the volunteer's own postponement of this claim; a secretary's is the community's.
        ...(isEnterers ? { forVolunteer: true } : {}),
      },
    })
  },

  join: (wish, { volunteer, quantity }, actor, { known }) => {
    const by = actorId(actor)
    if (!volunteer.isActive) return refuse({ why: 'not-active' })
    if (volunteer.id !== by) return refuse({ why: 'not-allowed', action: 'join' })
    if (by === wish.postedBy) return refuse({ why: 'one-side' })
    if (known.codeShownTo.includes(by)) return refuse({ why: 'knows-code' })
    if (by === wish.barredId) return refuse({ why: 'new-owner' })
    if (!wish.isJoint || by === wish.claimantId || wish.joiners.some((one) => one.personId === by))
      return refuse({ why: 'not-joint' })
    const left = shareLeft(wish)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > left) return refuse({ why: 'share-taken', left })
    return step({ data: { claimId: wish.claimId, personId: by, unit: volunteer.unitId, quantity } })
  },

  leave: (wish, { personId = '' }, actor) => {
    const own = actorId(actor)
    const whose = personId && isSecretaryOf(actor, wish.communityId) ? personId : own
    if (!wish.joiners.some((one) => one.personId === whose)) return refuse({ why: 'not-allowed', action: 'leave' })
    return step({ data: { claimId: wish.claimId, personId: whose } })
  },

  inform: (wish) => (wish.tellSince ? step({}) : refuse({ why: 'not-told' })),
}

const latestVisit = 60 * 24 * 3600 * 1000

/** To come, and within 60 days. */
export const isVisitTime = (visitAt: Date, now: Date): boolean =>
  visitAt > now && visitAt.getTime() - now.getTime() < latestVisit

/** How many of the things nobody has taken on; one stays with the lead. */
export const shareLeft = (wish: Pick<Wish, 'quantity' | 'joiners'>): number =>
  wish.quantity - 1 - wish.joiners.reduce((sum, one) => sum + one.quantity, 0)
