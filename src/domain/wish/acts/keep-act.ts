import { type Act, step } from '#domain/wish/act.ts'

/** The resident was asked and still needs the wish. */
export const keepAct: Act<'keep'> = {
  needs: () => [],
  decide: () => step({}),
  apply: (_wish, { at }) => ({ askedAt: at }),
  applyToClaim: () => null,
  informs: () => ['poster'],
  isPublic: false,
}
