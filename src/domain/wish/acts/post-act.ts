import { seconds } from '#domain/time/seconds.ts'
import { type Act, isNewlyRed, step } from '#domain/wish/act.ts'
import { contentData, contentOf } from '#domain/wish/content-data.ts'
import { toBePublic } from '#domain/wish/endings.ts'
import { explain } from '#domain/wish/notes/explain.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Content } from '#domain/wish/wish.ts'

type PostOrder = {
  readonly code: string
  readonly communityId: string
  readonly content: Content
  readonly hasRepeatReason: boolean
  /** A wish from a list always waits for its check, even where the community publishes others at once. */
  readonly isImport: boolean
  /**
   * When the phone stored the form without a signal. No deadline is counted from it, because a phone's clock may be
   * wrong.
   */
  /** When the letter or work order arrived, if that was before the posting. */
  readonly receivedAt?: Date | null
}

export const postAct: Act<'post', PostOrder> = {
  needs: ({ content }) => [
    { kind: 'file' },
    { kind: 'consents' },
    { kind: 'repeat', itemId: content.itemId },
    { kind: 'scope', itemId: content.itemId, title: '' },
    { kind: 'oddities', content, title: '' },
    { kind: 'texts', fields: ['words', 'specification'] },
  ],

  decide: (wish, order, _actor, { rules, ruleVersion, known }) => {
    if (known.outOfScope) return refuse({ why: 'out-of-scope', ...known.outOfScope })
    if (known.repeat && !order.hasRepeatReason)
      return refuse({ why: 'repeat', ...known.repeat, days: rules.repeatDays })
    const odd = explain(order, known)
    if (!odd.ok) return odd
    const { content, code, receivedAt } = order
    const opens =
      !rules.checkBeforePublishing && !order.isImport && mayOpenUnchecked(content, rules.valueLimitFen, known)
    return step({
      content,
      state: opens ? 'open' : 'submitted',
      ruleVersion: wish?.publishedAt ? wish.ruleVersion : ruleVersion,
      data: {
        ...contentData(content),
        ...(known.repeat ? { again: true } : {}),
        ...odd.data,
        ...(wish ? {} : { code }),
        ...(receivedAt ? { receivedAt: seconds(receivedAt) } : {}),
      },
    })
  },

  apply: (wish, { at, state, data }) => ({
    ...contentOf(data),
    ...(state === 'open' && !wish.publishedAt ? { publishedAt: at } : {}),
  }),

  applyToClaim: () => null,

  informs: (event) => (isNewlyRed(event) ? ['secretaries', 'fitting'] : ['secretaries']),

  isPublic: false,
}

const mayOpenUnchecked = (content: Content, limitFen: number, known: Situation['known']) =>
  content.itemId !== null &&
  (content.valueFen ?? 0) <= limitFen &&
  // What had to be explained is the secretary's to decide.
  known.oddities.length === 0 &&
  toBePublic.every((purpose) => known.consents.includes(purpose))
