import { type Act, isNewlyRed, step } from '#domain/wish/act.ts'
import { toBePublic } from '#domain/wish/endings.ts'
import { explain } from '#domain/wish/notes/explain.ts'
import { refuse } from '#domain/wish/refusals.ts'

type PublishOrder = { readonly publicText: string; readonly approvesValue: boolean }

export const publishAct: Act<'publish', PublishOrder> = {
  needs: ({ publicText }, wish) => [
    { kind: 'file' },
    { kind: 'consents' },
    { kind: 'private-words', title: publicText },
    { kind: 'scope', itemId: wish.itemId, title: publicText },
    { kind: 'oddities', content: wish, title: publicText },
  ],

  decide: (wish, order, _actor, { rules, ruleVersion, known }) => {
    if (known.outOfScope) return refuse({ why: 'out-of-scope', ...known.outOfScope })
    const missing = toBePublic.filter((purpose) => !known.consents.includes(purpose))
    if (missing.length) return refuse({ why: 'no-consent', missing })
    if (!wish.itemId && !order.publicText) return refuse({ why: 'no-public-text' })
    if (known.privateWord) return refuse({ why: 'private-words', ...known.privateWord })
    const valueFen = wish.valueFen ?? 0
    if (valueFen > rules.valueLimitFen && !order.approvesValue)
      return refuse({ why: 'needs-approval', limitFen: rules.valueLimitFen, valueFen })
    const odd = explain(order, known)
    if (!odd.ok) return odd
    const data = { ...odd.data, approvedValue: valueFen > rules.valueLimitFen }
    return step({ ruleVersion: wish.publishedAt ? wish.ruleVersion : ruleVersion, data })
  },

  apply: (wish, { at }) => ({ publishedAt: wish.publishedAt ?? at }),

  applyToClaim: () => null,

  informs: (event) => (isNewlyRed(event) ? ['poster', 'fitting'] : ['poster']),

  isPublic: true,
}
