import { type Actor, isGridWorkerOf, isSecretaryOf, isVolunteerOf, type Receiver } from '#domain/people/actor.ts'
import { type Action, actions, type Party, transition } from './lifecycle.ts'
import type { Wish } from './wish.ts'

type Place = Pick<Wish, 'id' | 'communityId' | 'gridId' | 'claimantId' | 'enteredBy' | 'deliveredBy' | 'joiners'>

/**
 * What an actor is to a wish. One person, one side: a caller is a grid worker or secretary of the place who neither
 * claimed, entered the claim nor recorded the delivery, and who never showed the receipt code (`codeShownTo`, ids of
 * persons). A claim entered for a volunteer on the telephone is also in the hands of whoever entered it, while they work
 * there, and of the secretary: the volunteer rings them again, and they record what the volunteer says.
 */
export function partiesOf(actor: Actor, wish: Place, codeShownTo: readonly string[]): readonly Party[] {
  if (actor.kind === 'clock') return ['clock']
  if (actor.kind === 'anyone') return []
  if (actor.kind === 'receiver') return speaksFor(actor, wish, codeShownTo) ? ['receiver'] : []

  const isStaff = isGridWorkerOf(actor, wish.gridId) || isSecretaryOf(actor, wish.communityId)
  const isJoiner = wish.joiners.some((one) => one.personId === actor.id)
  const isOneSided = isOnTheOtherSide(actor.id, wish, codeShownTo)
  const isEntered = wish.enteredBy !== null && wish.claimantId !== actor.id
  const isEnterer = isEntered && isStaff && (wish.enteredBy === actor.id || isSecretaryOf(actor, wish.communityId))
  // Whoever has seen the code would confirm their own record with it.
  const isTold = isEnterer && !codeShownTo.includes(actor.id)
  return [
    ...(isGridWorkerOf(actor, wish.gridId) ? (['gridWorker'] as const) : []),
    ...(isSecretaryOf(actor, wish.communityId) ? (['secretary'] as const) : []),
    ...(isVolunteerOf(actor, wish.communityId) ? (['volunteer'] as const) : []),
    ...(wish.claimantId === actor.id ? (['claimant', 'codeHolder'] as const) : []),
    ...(isEnterer ? (['enterer'] as const) : []),
    ...(isTold ? (['codeHolder'] as const) : []),
    ...(isJoiner ? (['joiner'] as const) : []),
    ...(isStaff && !isOneSided ? (['caller'] as const) : []),
  ]
}

/** Whether this person claimed the wish, helps with it, entered the claim, recorded the delivery or has seen the code. */
export const isOnTheOtherSide = (personId: string, wish: Place, codeShownTo: readonly string[]): boolean =>
  wish.joiners.some((one) => one.personId === personId) ||
  [wish.claimantId, wish.enteredBy, wish.deliveredBy, ...codeShownTo].includes(personId)

/** A claimant who finds the slip and is signed in does not get to confirm their own delivery. */
const speaksFor = (receiver: Receiver, wish: Place, codeShownTo: readonly string[]): boolean =>
  receiver.wishIds.includes(wish.id) &&
  !(receiver.signedInId !== null && isOnTheOtherSide(receiver.signedInId, wish, codeShownTo))

/** The actions whose button may stand on this wish for this actor; what the table allows, before any limit is counted. */
export function actionsFor(actor: Actor, wish: Wish, codeShownTo: readonly string[] = []): readonly Action[] {
  const parties = partiesOf(actor, wish, codeShownTo)
  // A volunteer's button that can only lead to a refusal is not shown; staff may still enter somebody else's claim.
  const isOwnSide = actor.kind === 'person' && [wish.postedBy, wish.barredId].includes(actor.id)
  const may = isOwnSide ? parties.filter((party) => party !== 'volunteer') : parties
  const hasSeenCode = actor.kind === 'person' && codeShownTo.includes(actor.id)
  return actions.filter((action) => {
    const { from, by } = transition(action)
    if (action === 'deliver' && hasSeenCode) return false
    return from.includes(wish.state) && by.some((party) => may.includes(party))
  })
}
