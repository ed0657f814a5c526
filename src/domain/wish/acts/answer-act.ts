import { seconds } from '#domain/time/seconds.ts'
import type { Day } from '#domain/time/workdays.ts'
import type { AnswerWay, ToldWay } from '#domain/vocabulary.ts'
import { type Act, step } from '#domain/wish/act.ts'
import { contentData } from '#domain/wish/content-data.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Content } from '#domain/wish/wish.ts'
import type { EventData } from '#domain/wish/wish-events.ts'

type AnswerOrder =
  | {
      /** Answered at once, without an earlier wish. */
      readonly how: AnswerWay
      readonly code: string
      readonly communityId: string
      readonly content: Content
      /** The entry of the knowledge base that was used. */
      readonly knowledgeId: string | null
      readonly receivedAt?: Date | null
    }
  /** The office's answer to a referral, and how the resident was informed of it. */
  | { readonly how: 'referral'; readonly told: ToldWay; readonly toldOn?: Day }

export const answerAct: Act<'answer', AnswerOrder> = {
  needs: ({ notes = [] }) =>
    notes.flatMap(({ kind, text }) => (kind === 'answer' && text ? [{ kind: 'private-words', title: text }] : [])),

  decide: (wish, order, _actor, { ruleVersion, known }) => {
    // Only an office answers a wish that was referred; only a new request can be answered at once.
    if (wish && order.how !== 'referral') return refuse({ why: 'wrong-state', action: 'answer', state: wish.state })
    if (known.privateWord) return refuse({ why: 'private-words', ...known.privateWord })
    const said = { reason: 'answered', how: order.how }
    if (order.how === 'referral')
      return step({ dueAt: null, data: { ...said, told: order.told, toldOn: order.toldOn ?? null } })
    const { content, code, knowledgeId, receivedAt } = order
    const came: EventData = receivedAt ? { receivedAt: seconds(receivedAt) } : {}
    const data = { ...contentData(content), ...said, direct: true, code, knowledgeId, ...came }
    return step({ content, ruleVersion, data })
  },

  apply: (_wish, { at, data }) => ({ endedAt: at, endReason: data.reason as string, informSince: null }),

  applyToClaim: () => null,

  informs: () => ['poster'],

  isPublic: true,
}
