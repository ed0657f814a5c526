import {
  type Actor,
  isGridWorkerOf,
  isSecretaryOf,
  isSupervisorOf,
  isVolunteerOf,
  type Receiver,
} from '#domain/people/actor.ts'
import { type Action, actions, type Party, transition } from './lifecycle.ts'
import type { Wish } from './wish.ts'

type Place = Pick<Wish, 'id' | 'communityId' | 'gridId' | 'claimantId' | 'enteredBy' | 'deliveredBy' | 'joiners'>

/**
 * What an actor is in relation to a wish. The person who calls back must be independent: a grid worker or secretary of
 * the community who neither claimed the wish, entered the claim nor recorded the delivery, and who never showed the
 * receipt code (`codeShownTo` has the ids of those who did). If staff entered the claim for a volunteer on the
 * telephone, the volunteer calls them again with news, and they or the secretary record it, as long as they work there.
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
  // Someone who has seen the code could use it to confirm their own record.
  const hearsCode = isEnterer && !codeShownTo.includes(actor.id)
  return [
    ...(isGridWorkerOf(actor, wish.gridId) ? (['gridWorker'] as const) : []),
    ...(isSecretaryOf(actor, wish.communityId) ? (['secretary'] as const) : []),
    ...(isVolunteerOf(actor, wish.communityId) ? (['volunteer'] as const) : []),
    ...(wish.claimantId === actor.id ? (['claimant', 'codeHolder'] as const) : []),
    ...(isEnterer ? (['enterer'] as const) : []),
    ...(hearsCode ? (['codeHolder'] as const) : []),
    ...(isJoiner ? (['joiner'] as const) : []),
    ...(isStaff && !isOneSided ? (['caller'] as const) : []),
    ...(isSupervisorOf(actor, wish.communityId) ? (['supervisor'] as const) : []),
  ]
}

/** Whether this person claimed the wish, helps with it, entered the claim, recorded the delivery or has seen the code. */
export const isOnTheOtherSide = (personId: string, wish: Place, codeShownTo: readonly string[]): boolean =>
  wish.joiners.some((one) => one.personId === personId) ||
  [wish.claimantId, wish.enteredBy, wish.deliveredBy, ...codeShownTo].includes(personId)

/** A claimant who is signed in and finds the slip cannot use it to confirm their own delivery. */
const speaksFor = (receiver: Receiver, wish: Place, codeShownTo: readonly string[]): boolean =>
  receiver.wishIds.includes(wish.id) &&
  !(receiver.signedInId !== null && isOnTheOtherSide(receiver.signedInId, wish, codeShownTo))

/**
 * The actions for which this actor gets a button on this wish. Only the table is applied here; limits are checked when
 * the button is pressed.
 */
export function actionsFor(actor: Actor, wish: Wish, codeShownTo: readonly string[] = []): readonly Action[] {
  const parties = partiesOf(actor, wish, codeShownTo)
  // Volunteers get no button that can only lead to a refusal; staff may still enter a claim for another volunteer.
  const isOwnSide = actor.kind === 'person' && [wish.postedBy, wish.barredId].includes(actor.id)
  const may = isOwnSide ? parties.filter((party) => party !== 'volunteer') : parties
  const hasSeenCode = actor.kind === 'person' && codeShownTo.includes(actor.id)
  return actions.filter((action) => {
    const { from, by } = transition(action)
    if (action === 'deliver' && hasSeenCode) return false
    if (action === 'advise' && !wish.stepsDone.includes('street')) return false
    return from.includes(wish.state) && by.some((party) => may.includes(party))
  })
}
