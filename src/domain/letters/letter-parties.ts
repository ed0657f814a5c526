import { type Actor, isSecretaryOf, isWorkerIn, type Person } from '#domain/people/actor.ts'
import type { Letter } from './letter.ts'
import { type LetterAct, type LetterParty, type LetterSide, letterActs, letterStep } from './letter-life.ts'

/** The letter's place in the tree, for the supervisors above it. */
export type LetterPlace = { readonly communityId: string; readonly path: string }

/** The writer, who knows the number and the key of their letter and has no account. */
type LetterWriter = { readonly kind: 'writer'; readonly letterId: string }
export type LetterActor = Actor | LetterWriter

/** Whether the person supervises an area that contains the community. */
const supervises = (actor: Actor, { path }: Pick<LetterPlace, 'path'>): actor is Person =>
  actor.kind === 'person' && actor.roles.some(({ role, path: area }) => role === 'supervisor' && path.startsWith(area))

const receives = (actor: Actor, place: LetterPlace, side: LetterSide): boolean =>
  side === 'community' ? isSecretaryOf(actor, place.communityId) : supervises(actor, place)

/** Everything that the actor is in relation to the letter. An actor who is nothing must not learn that it exists. */
export function letterPartiesOf(actor: LetterActor, letter: Letter, place: LetterPlace): readonly LetterParty[] {
  if (actor.kind === 'clock') return ['clock']
  if (actor.kind === 'writer') return actor.letterId === letter.id ? ['writer'] : []
  if (actor.kind !== 'person') return []
  const { side, handlerId, answeredBy } = letter
  const isReceiver = receives(actor, place, side)
  const isColleague = side === 'community' ? isWorkerIn(actor, place.communityId) : isReceiver
  const isHandler = handlerId === actor.id && isColleague
  const parties: readonly (LetterParty | false)[] = [
    isReceiver && 'receiver',
    isHandler && 'handler',
    // A grid worker sees a letter only if they deal with it or have a call to make.
    isColleague &&
      letter.state === 'answered' &&
      letter.hasPhone &&
      answeredBy !== actor.id &&
      handlerId !== actor.id &&
      'caller',
  ]
  return parties.filter((party) => party !== false)
}

/** What the actor can do with the letter now. */
export function letterActsOf(actor: LetterActor, letter: Letter, place: LetterPlace): readonly LetterAct[] {
  const parties = letterPartiesOf(actor, letter, place)
  return letterActs.filter((act) => {
    const { from, by } = letterStep(act)
    return from.includes(letter.state) && by.some((party) => parties.includes(party)) && isPossible(act, letter)
  })
}

const isPossible = (act: LetterAct, { side, mayPublish }: Letter): boolean => {
  if (act === 'entrust') return side === 'street'
  if (act === 'raise') return side === 'community'
  return act === 'publish' ? mayPublish : true
}
