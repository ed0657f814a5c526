import { type Act, step } from '#domain/wish/act.ts'

/** The resident was asked, and the wish is still needed. */
export const keepAct: Act<'keep'> = {
  needs: () => [],
  decide: () => step({}),
  apply: (_wish, { at }) => ({ askedAt: at }),
  applyToClaim: () => null,
  informs: () => ['poster'],
  isPublic: false,
}
