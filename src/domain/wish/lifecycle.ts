import type { State } from '#domain/vocabulary.ts'

/** What a person can be in relation to a wish; one person may be several of these. See `partiesOf` in parties.ts. */
export type Party =
  | 'gridWorker'
  | 'secretary'
  | 'volunteer'
  | 'claimant'
  | 'enterer'
  | 'joiner'
  | 'caller'
  | 'supervisor'
  | 'codeHolder'
  | 'receiver'
  | 'clock'

type Transition = {
  readonly from: readonly (State | 'none')[]
  /**
   * 'same' leaves the state unchanged. Of two states the first is usual, and the second is possible in some situations.
   */
  readonly to: State | 'same' | readonly [State, State]
  readonly by: readonly Party[]
}

/**
 * What can happen to a wish: from which states, to which state, by whom. Buttons, permissions, words, the tests and the
 * diagram in docs/lifecycle.md are derived from this one table.
 */
export const lifecycle = {
  post: { from: ['none', 'draft'], to: ['submitted', 'open'], by: ['gridWorker', 'secretary'] },
  amend: { from: ['draft', 'submitted', 'open'], to: 'same', by: ['gridWorker', 'secretary'] },
  publish: { from: ['submitted'], to: 'open', by: ['secretary'] },
  return: { from: ['submitted'], to: 'draft', by: ['secretary'] },
  draft: { from: ['none'], to: 'draft', by: ['clock'] },
  request: { from: ['open'], to: 'same', by: ['volunteer'] },
  claim: { from: ['open'], to: 'claimed', by: ['volunteer', 'gridWorker', 'secretary'] },
  schedule: { from: ['claimed'], to: 'same', by: ['claimant', 'enterer'] },
  postpone: { from: ['open', 'claimed'], to: 'same', by: ['claimant', 'enterer', 'secretary'] },
  join: { from: ['claimed'], to: 'same', by: ['volunteer'] },
  leave: { from: ['claimed'], to: 'same', by: ['joiner', 'secretary'] },
  inform: { from: ['open', 'claimed', 'delivered'], to: 'same', by: ['gridWorker', 'secretary', 'claimant'] },
  remind: { from: ['submitted', 'claimed', 'delivered', 'referred'], to: 'same', by: ['clock'] },
  nudge: { from: ['claimed'], to: 'same', by: ['gridWorker', 'secretary'] },
  release: { from: ['claimed'], to: 'open', by: ['claimant', 'enterer', 'secretary'] },
  lapse: { from: ['claimed'], to: 'open', by: ['clock'] },
  escalate: { from: ['open'], to: 'same', by: ['clock'] },
  advise: { from: ['open'], to: 'same', by: ['supervisor'] },
  ask: { from: ['open'], to: 'same', by: ['clock'] },
  keep: { from: ['open'], to: 'same', by: ['gridWorker', 'secretary'] },
  carry: { from: ['open'], to: 'same', by: ['clock'] },
  replan: { from: ['submitted', 'open', 'claimed', 'delivered', 'fulfilled', 'referred'], to: 'same', by: ['clock'] },
  deliver: { from: ['claimed'], to: 'delivered', by: ['claimant', 'enterer'] },
  undo: { from: ['delivered'], to: 'claimed', by: ['claimant', 'enterer', 'secretary'] },
  confirm: { from: ['delivered', 'unconfirmed'], to: 'fulfilled', by: ['codeHolder', 'caller', 'receiver'] },
  try: { from: ['delivered', 'unconfirmed', 'fulfilled'], to: 'same', by: ['caller'] },
  exhaust: { from: ['delivered'], to: 'unconfirmed', by: ['clock'] },
  rate: { from: ['fulfilled'], to: 'same', by: ['caller', 'receiver'] },
  reopen: { from: ['delivered', 'unconfirmed', 'fulfilled'], to: 'open', by: ['caller', 'receiver'] },
  spare: {
    from: ['delivered', 'unconfirmed', 'fulfilled'],
    to: ['unconfirmed', 'fulfilled'],
    by: ['gridWorker', 'secretary', 'clock', 'receiver'],
  },
  repeat: { from: ['fulfilled'], to: 'same', by: ['clock'] },
  refer: { from: ['submitted', 'open'], to: 'referred', by: ['gridWorker', 'secretary'] },
  follow: { from: ['referred'], to: 'same', by: ['gridWorker', 'secretary'] },
  answer: { from: ['none', 'referred'], to: 'answered', by: ['gridWorker', 'secretary'] },
  withdraw: {
    from: ['draft', 'submitted', 'open', 'claimed', 'referred'],
    to: 'withdrawn',
    by: ['gridWorker', 'secretary', 'receiver'],
  },
} as const satisfies Record<string, Transition>

export type Action = keyof typeof lifecycle
export const actions = Object.keys(lifecycle) as Action[]
/** The row of the table, with the types that all rows share. */
export const transition = (action: Action): Transition => lifecycle[action]

/** The states in which a published wish still needs something to be done. */
export const openStates = ['open', 'claimed', 'delivered', 'unconfirmed'] as const satisfies readonly State[]
/** Ended without being fulfilled; every figure counts these separately. */
export const endedStates = ['withdrawn', 'referred', 'answered'] as const satisfies readonly State[]
/** The public may see a wish once it has been published. */
export const isPublic = (wish: { readonly publishedAt: Date | null }): boolean => wish.publishedAt !== null
