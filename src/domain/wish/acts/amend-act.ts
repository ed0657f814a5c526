import { isSecretaryOf } from '#domain/people/actor.ts'
import { type Act, isNewlyRed, step } from '#domain/wish/act.ts'
import { contentData, contentOf } from '#domain/wish/content-data.ts'
import { explain } from '#domain/wish/notes/explain.ts'
import { refuse } from '#domain/wish/refusals.ts'
import type { Content } from '#domain/wish/wish.ts'

type AmendOrder = { readonly content: Content; readonly fields: readonly string[]; readonly hasRepeatReason: boolean }

/** The fields that can make a wish odd or expensive; a changed note or urgency needs no new explanation. */
const weighed: readonly string[] = ['itemId', 'quantity', 'measure', 'valueFen', 'category', 'words', 'specification']

export const amendAct: Act<'amend', AmendOrder> = {
  needs: ({ content, fields }) => [
    { kind: 'file' },
    { kind: 'repeat', itemId: content.itemId },
    { kind: 'scope', itemId: content.itemId, title: '' },
    ...(fields.some((name) => weighed.includes(name)) ? [{ kind: 'oddities', content, title: '' } as const] : []),
    { kind: 'texts', fields },
  ],

  decide: (wish, order, actor, { rules, known }) => {
    if (known.outOfScope) return refuse({ why: 'out-of-scope', ...known.outOfScope })
    const { content, fields } = order
    const valueFen = content.valueFen ?? 0
    const isAnother = fields.includes('itemId') || fields.includes('words')
    if (known.repeat && !order.hasRepeatReason && isAnother)
      return refuse({ why: 'repeat', ...known.repeat, days: rules.repeatDays })
    const odd = explain(order, known)
    if (!odd.ok) return odd
    if (wish.state === 'open' && valueFen > rules.valueLimitFen && !isSecretaryOf(actor, wish.communityId))
      return refuse({ why: 'needs-approval', limitFen: rules.valueLimitFen, valueFen })
    return step({
      content,
      data: { ...contentData(content), fields, ...(known.repeat && isAnother ? { again: true } : {}), ...odd.data },
    })
  },

  apply: (wish, { at, state, data }) => ({
    ...contentOf(data),
    ...(state === 'open' && !wish.publishedAt ? { publishedAt: at } : {}),
  }),

  applyToClaim: () => null,

  informs: (event) => {
    const { state, data } = event
    const hasChanged = (data.fields as readonly string[] | undefined)?.includes('urgency') === true
    return [
      'claimant',
      // What the secretary has published is odd only now.
      ...(state === 'open' && data.odd ? (['secretaries'] as const) : []),
      ...(hasChanged && isNewlyRed(event) ? (['fitting'] as const) : []),
    ]
  },

  isPublic: false,
}
