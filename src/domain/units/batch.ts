import type { State } from '#domain/vocabulary.ts'

/** A claim with its approval takes about forty statements, and a request on Workers is limited to a thousand. */
export const mostInBatch = 20

/**
 * `open`: no member has it. `waiting`: a member agreed, and a limit asks for the secretary's approval. `left-out`: someone
 * else has claimed it, or it has ended.
 */
export const partStates = ['open', 'waiting', 'claimed', 'delivered', 'fulfilled', 'left-out'] as const
export type PartState = (typeof partStates)[number]

type Part = {
  readonly state: State
  readonly claimantId: string | null
  /** The member who took it or agreed to. */
  readonly personId: string | null
  /** The member has claimed it since and has it no more: given back, too late, or not received. */
  readonly isOver: boolean
}

export function partStateOf({ state, claimantId, personId, isOver }: Part): PartState {
  if (state === 'open') return personId !== null && !isOver ? 'waiting' : 'open'
  if (personId === null || claimantId !== personId) return 'left-out'
  if (state === 'claimed' || state === 'fulfilled') return state
  return state === 'delivered' || state === 'unconfirmed' ? 'delivered' : 'left-out'
}

/** What a reader is to a work unit: staff and the contact see its members' names, a member only their own. */
export type UnitTie = 'secretary' | 'staff' | 'contact' | 'member'

type Bought = { readonly name: string; readonly measure: string; readonly quantity: number }

/** What to buy: the same item in the same measure is one line. What is left out is not bought. */
export function shoppingList(things: readonly Bought[]): readonly (Bought & { readonly wishes: number })[] {
  const groups = Map.groupBy(things, ({ name, measure }) => JSON.stringify([name, measure]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ ...first, quantity: group.reduce((sum, { quantity }) => sum + quantity, 0), wishes: group.length }]
  })
}
