import { isSecretaryOf } from '#domain/people/actor.ts'
import { seconds } from '#domain/time/seconds.ts'
import { dueAt } from '#domain/time/workdays.ts'
import { contentData, hasNote, step, type Takes } from '#domain/wish/act-step.ts'
import { toBePublic } from '#domain/wish/endings.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Content } from '#domain/wish/wish.ts'
import type { EventData } from '#domain/wish/wish-events.ts'

/** From the doorstep to the board, and out of it again to an office or by withdrawal. */
export const intake: Takes<
  'post' | 'amend' | 'publish' | 'return' | 'keep' | 'refer' | 'follow' | 'answer' | 'withdraw'
> = {
  post: (wish, order, _actor, { rules, ruleVersion, known }) => {
    if (known.outOfScope) return refuse({ why: 'out-of-scope', ...known.outOfScope })
    if (known.repeat && !order.hasRepeatReason)
      return refuse({ why: 'repeat', ...known.repeat, days: rules.repeatDays })
    const { content, code, typedAtSeconds, receivedAt } = order
    const opens =
      !rules.checkBeforePublishing && !order.isImport && mayOpenUnchecked(content, rules.valueLimitFen, known)
    return step({
      content,
      state: opens ? 'open' : 'submitted',
      ruleVersion: wish?.publishedAt ? wish.ruleVersion : ruleVersion,
      data: {
        ...contentData(content),
        ...(known.repeat ? { again: true } : {}),
        ...(wish ? {} : { code }),
        ...(typedAtSeconds ? { typedAt: typedAtSeconds } : {}),
        ...(receivedAt ? { receivedAt: seconds(receivedAt) } : {}),
      },
    })
  },

  amend: (wish, order, actor, { rules, known }) => {
    if (known.outOfScope) return refuse({ why: 'out-of-scope', ...known.outOfScope })
    const { content, fields } = order
    const valueFen = content.valueFen ?? 0
    const isAnother = fields.includes('itemId') || fields.includes('words')
    if (known.repeat && !order.hasRepeatReason && isAnother)
      return refuse({ why: 'repeat', ...known.repeat, days: rules.repeatDays })
    if (wish.state === 'open' && valueFen > rules.valueLimitFen && !isSecretaryOf(actor, wish.communityId))
      return refuse({ why: 'needs-approval', limitFen: rules.valueLimitFen, valueFen })
    return step({
      content,
      data: { ...contentData(content), fields, ...(known.repeat && isAnother ? { again: true } : {}) },
    })
  },

  publish: (wish, order, _actor, { rules, ruleVersion, known }) => {
    if (known.outOfScope) return refuse({ why: 'out-of-scope', ...known.outOfScope })
    const missing = toBePublic.filter((purpose) => !known.consents.includes(purpose))
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

  keep: () => step({}),

  refer: (_wish, { reason }, _actor, { now, promised, calendar }) =>
    step({ dueAt: dueAt(calendar, now, promised.referWithin), data: { reason } }),

  follow: (_wish, { outcome }) => step({ data: { outcome } }),

  answer: (wish, order, _actor, { ruleVersion }) => {
    // A wish that was referred is answered by the office; only what was never written down is answered at once.
    if (wish && order.how !== 'referral') return refuse({ why: 'wrong-state', action: 'answer', state: wish.state })
    const said = { reason: 'answered', how: order.how }
    if (order.how === 'referral')
      return step({ dueAt: null, data: { ...said, told: order.told, toldOn: order.toldOn ?? null } })
    const { content, code, knowledgeId, receivedAt } = order
    const came: EventData = receivedAt ? { receivedAt: seconds(receivedAt) } : {}
    const data = { ...contentData(content), ...said, direct: true, code, knowledgeId, ...came }
    return step({ content, ruleVersion, data })
  },

  withdraw: (wish, { reason }) => step({ dueAt: null, data: { claimId: wish.claimId, reason } }),
}

const mayOpenUnchecked = (content: Content, limitFen: number, known: Situation['known']) =>
  content.itemId !== null &&
  (content.valueFen ?? 0) <= limitFen &&
  toBePublic.every((purpose) => known.consents.includes(purpose))
