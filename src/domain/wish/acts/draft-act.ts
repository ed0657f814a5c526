import { type Act, step } from '#domain/wish/act.ts'
import { contentData } from '#domain/wish/content-data.ts'
import type { Content } from '#domain/wish/wish.ts'

/** A monthly wish is repeated as a draft; `repeatOf` is the id of the wish before it. */
type DraftOrder = {
  readonly code: string
  readonly communityId: string
  readonly content: Content
  readonly postedBy: string
  readonly repeatOf: string
}

export const draftAct: Act<'draft', DraftOrder> = {
  needs: () => [],
  decide: (_wish, { content, code, postedBy, repeatOf }, _actor, { ruleVersion }) =>
    step({ content, ruleVersion, data: { ...contentData(content), code, postedBy, repeatOf } }),
  apply: () => ({}),
  applyToClaim: () => null,
  informs: () => ['gridWorkers'],
  isPublic: false,
}
