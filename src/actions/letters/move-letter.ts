import { communityRulesOf } from '#actions/community/community-rules.ts'
import { isWrittenBy } from '#actions/event-log.ts'
import { letterByCode, type PlacedLetter } from '#db/letters/letter-rows.ts'
import { type Statement, type Store, takenKey } from '#db/store/store.ts'
import { decideLetter, type LetterOrder, type LetterRefusal } from '#domain/letters/decide-letter.ts'
import type { Letter } from '#domain/letters/letter.ts'
import { type LetterActor, letterPartiesOf } from '#domain/letters/letter-parties.ts'
import { actorId } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { letterStatements } from './letter-statements.ts'

export type LetterMove = {
  readonly code: string
  readonly order: LetterOrder
  /** The letter's seq when the form was made. */
  readonly seen: number
  /** What was typed: the answer, why it is passed on, what the writer said. */
  readonly note?: string
  readonly also?: (store: Store, letter: Letter) => readonly Statement[]
}

type LetterMoved =
  | { readonly ok: true; readonly letter: Letter; readonly isAgain: boolean }
  | { readonly ok: false; readonly letter: Letter; readonly refusal: LetterRefusal }

/**
 * Every change of a letter goes through this function: the event and the new state together, or nothing. Null for a letter
 * that the actor may not see. A form sent twice changes nothing more; of two people the second gets the fresh letter.
 */
export async function moveLetter(
  services: Services,
  actor: LetterActor,
  { code, order, seen, note = '', also }: LetterMove,
): Promise<LetterMoved | null> {
  const { store } = services
  const found = await letterByCode(store.db, code)
  if (!found || !mayKnow(actor, found)) return null
  const { letter: before, place } = found
  if (seen !== before.seq) return overtaken(services, actor, order, seen, before)
  const verdict = decideLetter(before, place, order, actor, await communityRulesOf(services, before.communityId))
  if (!verdict.ok) return { ok: false, letter: before, refusal: verdict.refusal }
  const { letter, event } = verdict
  try {
    const statements = await letterStatements(services, { letter, event, note })
    await store.commit([...statements, ...(also?.(store, letter) ?? [])])
    return { ok: true, letter, isAgain: false }
  } catch (error) {
    if (takenKey(error) === null) throw error
    const fresh = await letterByCode(store.db, code)
    return fresh && mayKnow(actor, fresh) ? overtaken(services, actor, order, seen, fresh.letter) : null
  }
}

/** The letter has been changed since the form was made; if by the same press, the act has been done already. */
async function overtaken(
  { store }: Services,
  actor: LetterActor,
  { act }: LetterOrder,
  seen: number,
  letter: Letter,
): Promise<LetterMoved> {
  const by = actor.kind === 'writer' ? 'writer' : actorId(actor)
  const isAgain = await isWrittenBy(store, letter.id, { seen, action: `letter-${act}`, by })
  return isAgain ? { ok: true, letter, isAgain } : { ok: false, letter, refusal: { why: 'overtaken' } }
}

const mayKnow = (actor: LetterActor, { letter, place }: PlacedLetter): boolean =>
  letterPartiesOf(actor, letter, place).length > 0
