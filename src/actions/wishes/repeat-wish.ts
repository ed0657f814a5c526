import { newId, randomDigits } from '#auth/hashing.ts'
import { isFileEnded, residentOf, standingFile } from '#db/residents/resident-rows.ts'
import { wishDetails } from '#db/schema/tables.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { detailsOf, loadWish } from '#db/wishes/wish-rows.ts'
import { clock } from '#domain/people/actor.ts'
import { decide } from '#domain/wish/decide.ts'
import { nothingKnown } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { wishCode } from '#domain/wish/wish-code.ts'
import type { Services } from '#src/services.ts'
import { circleOf } from './circle.ts'
import { type Move, moveWish } from './move-wish.ts'
import { prepareMove } from './prepare-move.ts'
import { situationOf } from './situation-of.ts'
import { statementsOf } from './write-wish.ts'

/**
 * Repeats a monthly wish as a draft that the grid worker checks: the step of the old wish and the first event of the
 * new one, in one commit. False if it was not due, or another clock was quicker.
 */
export async function repeatWish(services: Services, code: string): Promise<boolean> {
  const { store } = services
  const wish = await loadWish(store.db, code)
  const details = wish && (await detailsOf(store.db, wish.id))
  if (!wish || !details) return false
  // If the file has ended nothing is repeated. This is recorded as an event, so that a replay gives the same result.
  if (await isFileEnded(store.db, details.residentId))
    return (await moveWish(services, clock, spared(code)))?.ok ?? false
  const draftId = newId()
  const repeated = await prepareMove(services, clock, wish, { orders: [{ action: 'repeat', draftId }], details })
  if (!repeated.ok) return false
  const draft = await draftOf(services, wish, draftId)
  const { residentId, words, publicText, specification } = details
  const row = store.db
    .insert(wishDetails)
    .values({ wishId: draftId, residentId: standingFile(residentId), words, publicText, specification })
  try {
    const [first, ...rest] = [...repeated.statements, ...draft]
    if (!first) return false
    await store.commit([first, ...rest, row])
    return true
  } catch (error) {
    if (takenKey(error) === null) throw error
    return false
  }
}

const spared = (code: string): Move => ({ code, orders: [{ action: 'spare', isCalled: true }] })

async function draftOf(services: Services, wish: Wish, id: string): Promise<readonly Statement[]> {
  const { store } = services
  const situation = { ...(await situationOf(services, wish.communityId, null)), known: nothingKnown }
  const details = await detailsOf(store.db, wish.id)
  const resident = details && (await residentOf(store.db, details.residentId))
  // The draft uses the resident's present grid and age band, because they may have moved or grown older.
  const place = { gridId: resident?.gridId ?? wish.gridId, ageBand: resident?.ageBand ?? wish.ageBand }
  const { itemId, category, quantity, measure, valueFen, urgency, source, every, communityId, postedBy } = wish
  const content = { itemId, category, quantity, measure, valueFen, urgency, source, every, ...place }
  const code = wishCode(randomDigits(7))
  const order = { action: 'draft', code, communityId, content, postedBy, repeatOf: wish.id } as const
  const verdict = decide(id, null, order, clock, situation)
  if (!verdict.ok) throw new Error(`no draft: ${verdict.refusal.why}`)
  const { event, wish: after } = verdict
  return statementsOf(store, { before: null, after, event, notes: [], circle: await circleOf(services, event, after) })
}
