import { type ActWithForm, hasNote, step } from '#domain/wish/act.ts'
import { refuse } from '#domain/wish/refusals.ts'

/** The street's answer to a wish that has waited so long that the clock asked the supervisors to look at it. */
export const adviseAct: ActWithForm<'advise'> = {
  form: { note: 'street', isNoteNeeded: true },

  needs: () => [],

  decide: (wish, order) => {
    if (!wish.stepsDone.includes('street')) return refuse({ why: 'not-asked' })
    return hasNote(order, 'street') ? step({}) : refuse({ why: 'words-missing' })
  },

  apply: () => ({}),
  applyToClaim: () => null,
  informs: () => ['secretaries', 'gridWorkers'],
  isPublic: true,
}
