import { type Actor, actorId, isSecretaryOf, isStaffOf, isVolunteerOf } from './actor.ts'
import { addWorkdays, dueAt, endOfDay, localDay, localMonth, midnight, nextMonth } from './calendar.ts'
import { countTry } from './callback.ts'
import type { EventData, WishEvent } from './events.ts'
import type { Action } from './lifecycle.ts'
import type { Order } from './orders.ts'
import { partiesOf } from './parties.ts'
import { type Refusal, refuse } from './refusals.ts'
import { seconds } from './seconds.ts'
import type { Setting } from './setting.ts'
import type { Content, Wish } from './wish.ts'

/** What one act changes, beyond the state of the table. */
export type Step = Partial<Pick<WishEvent, 'state' | 'round' | 'unitId' | 'dueAt' | 'promiseAt' | 'ruleVersion'>> & {
  readonly content?: Content
  readonly data?: EventData
}

type Outcome = { readonly ok: true; readonly step: Step } | { readonly ok: false; readonly refusal: Refusal }
type Take<A extends Action> = (wish: Wish, order: Order<A>, actor: Actor, setting: Setting) => Outcome

const steps: { readonly [A in Action]: Take<A> } = {
  post: (wish, order, _actor, { rules, ruleVersion, known }) => {
    if (known.repeat && !order.hasRepeatReason)
      return refuse({ why: 'repeat', ...known.repeat, days: rules.repeatDays })
    const { content, code, typedAtSeconds } = order
    const opens =
      !rules.checkBeforePublishing && !order.isImport && mayOpenUnchecked(content, rules.valueLimitFen, known)
    return step({
      content,
      state: opens ? 'open' : 'submitted',
      ruleVersion: wish?.publishedAt ? wish.ruleVersion : ruleVersion,
      data: {
        ...contentData(content),
        ...(wish ? {} : { code }),
        ...(typedAtSeconds ? { typedAt: typedAtSeconds } : {}),
      },
    })
  },

  amend: (wish, order, actor, { rules, known }) => {
    const { content, fields } = order
    const valueFen = content.valueFen ?? 0
    const isAnother = fields.includes('itemId') || fields.includes('words')
    if (known.repeat && !order.hasRepeatReason && isAnother)
      return refuse({ why: 'repeat', ...known.repeat, days: rules.repeatDays })
    if (wish.state === 'open' && valueFen > rules.valueLimitFen && !isSecretaryOf(actor, wish.communityId))
      return refuse({ why: 'needs-approval', limitFen: rules.valueLimitFen, valueFen })
    return step({ content, data: { ...contentData(content), fields } })
  },

  publish: (wish, order, _actor, { rules, ruleVersion, known }) => {
    const missing = (['posting', 'card'] as const).filter((purpose) => !known.consents.includes(purpose))
    if (missing.length) return refuse({ why: 'no-consent', missing })
    if (!wish.itemId && !order.publicText) return refuse({ why: 'no-public-text' })
    if (known.privateWord) return refuse({ why: 'private-words', ...known.privateWord })
    const valueFen = wish.valueFen ?? 0
    if (valueFen > rules.valueLimitFen && !order.approvesValue)
      return refuse({ why: 'needs-approval', limitFen: rules.valueLimitFen, valueFen })
    const data = { approvedValue: valueFen > rules.valueLimitFen }
    return step({ ruleVersion: wish.publishedAt ? wish.ruleVersion : ruleVersion, data })
  },

  return: (_wish, order) => (hasNote(order, 'reason') ? step({}) : refuse({ why: 'reason-missing' })),

  claim: (wish, order, actor, setting) => {
    const { volunteer, claimId } = order
    const { now, rules, promised, calendar, known } = setting
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
      data: { claimId, personId: volunteer.id, slot, month, monthSlot, isExtra: mayExceed },
    })
  },

  schedule: (_wish, order, _actor, { now }) => {
    const within = 60 * 24 * 3600 * 1000
    const isSoon = order.visitAt > now && order.visitAt.getTime() - now.getTime() < within
    return isSoon ? step({ data: { visitAt: seconds(order.visitAt) } }) : refuse({ why: 'bad-visit-time' })
  },

  release: (wish, order) => {
    if (!hasNote(order, 'handover')) return refuse({ why: 'reason-missing' })
    return step({ unitId: null, dueAt: null, data: { claimId: wish.claimId } })
  },

  lapse: (wish, _order, _actor, { now, promised, calendar }) => {
    const until = lapsesAt(wish, calendar, promised.lapseAfter)
    if (now <= until) return refuse({ why: 'not-due', until })
    return step({ unitId: null, dueAt: null, data: { claimId: wish.claimId } })
  },

  deliver: (wish, _order, _actor, { now, promised, calendar, known }) => {
    if (known.codeShownTo.includes(wish.claimantId as string)) return refuse({ why: 'knows-code' })
    const contactUntil = seconds(now) + promised.contactHours * 3600
    const callbackDueAt = seconds(dueAt(calendar, now, promised.callbackWithin))
    return step({ data: { claimId: wish.claimId, callbackDueAt, contactUntil } })
  },

  undo: (wish, _order, actor, { now, promised, known }) => {
    const ageMs = now.getTime() - (wish.deliveredAt?.getTime() ?? 0)
    if (ageMs > promised.undoMinutes * 60_000 && !isSecretaryOf(actor, wish.communityId))
      return refuse({ why: 'undo-too-late', minutes: promised.undoMinutes })
    return step({ data: { claimId: wish.claimId, slot: lowestFree(known.slots) } })
  },

  confirm: (wish, order, actor, setting) => {
    const { known } = setting
    if (order.how === 'call') {
      if (!isCaller(actor, wish, setting)) return refuse({ why: 'not-allowed', action: 'confirm' })
      const { speaker, satisfaction } = order
      return step({ data: { claimId: wish.claimId, how: 'call', speaker, satisfaction } })
    }
    if (known.codeTriesLeft <= 0) return refuse({ why: 'code-locked' })
    if (!known.codeIsRight) return refuse({ why: 'wrong-code', left: known.codeTriesLeft - 1 })
    return step({ data: { claimId: wish.claimId, how: 'code' } })
  },

  try: (wish, { outcome }, _actor, { now, promised }) =>
    step({ data: { claimId: wish.claimId, outcome, ...countTry(wish, now, promised.callbackTries) } }),

  exhaust: (wish) => (wish.triesSpentAt ? step({ data: { claimId: wish.claimId } }) : refuse({ why: 'tries-left' })),

  rate: (wish, { speaker, satisfaction }) => step({ data: { claimId: wish.claimId, speaker, satisfaction } }),

  reopen: (wish, { reason, speaker, satisfaction }) =>
    step({
      unitId: null,
      dueAt: null,
      data: { claimId: wish.claimId, barredId: wish.claimantId, reason, speaker, satisfaction },
    }),

  refer: (_wish, { reason }) => step({ data: { reason } }),

  withdraw: (wish, { reason }) => step({ dueAt: null, data: { claimId: wish.claimId, reason } }),
}

/** Dispatches to the step of the order's action; the table above is keyed by the same name, which the compiler cannot see. */
export const stepOf = (wish: Wish | null, order: Order, actor: Actor, setting: Setting): Outcome =>
  (steps[order.action] as Take<Action>)(wish as Wish, order, actor, setting)

/** The instant after which an overdue claim returns to the board. */
export const lapsesAt = (wish: Wish, calendar: Setting['calendar'], workdays: number): Date =>
  endOfDay(addWorkdays(calendar, localDay(wish.dueAt as Date, calendar.zone), workdays), calendar.zone)

const step = (made: Step): Outcome => ({ ok: true, step: made })

const hasNote = (order: Order, kind: string) => order.notes?.some((n) => n.kind === kind && n.text.trim()) ?? false

const isCaller = (actor: Actor, wish: Wish, { known }: Setting) =>
  partiesOf(actor, wish, known.codeShownTo).includes('caller')

const mayOpenUnchecked = (content: Content, limitFen: number, known: Setting['known']) =>
  content.itemId !== null &&
  (content.valueFen ?? 0) <= limitFen &&
  (['posting', 'card'] as const).every((purpose) => known.consents.includes(purpose))

const lowestFree = (taken: readonly number[]): number => {
  const used = new Set(taken)
  let slot = 1
  while (used.has(slot)) slot++
  return slot
}

const contentData = ({ itemId, quantity, measure, valueFen, ageBand }: Content): EventData => ({
  itemId,
  quantity,
  measure,
  valueFen,
  ageBand,
})
