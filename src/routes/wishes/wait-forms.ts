import { newId } from '#auth/hashing.ts'
import { communityById } from '#db/community/area-rows.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import { volunteerFile } from '#db/people/volunteer-rows.ts'
import { requestedBy } from '#db/wishes/claim-requests.ts'
import { type Door, doorOfLetter, enteredDoorOf } from '#domain/doors/door.ts'
import { actorId } from '#domain/people/actor.ts'
import { endOfDay, isDay } from '#domain/time/workdays.ts'
import { postponeReasons } from '#domain/vocabulary.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import type { Read, Typed } from './move-read.ts'

// Forms about waiting: dates that change, and joint claims. They only make orders; the domain checks the rules.

const only = (order: Order): Read => ({ ok: true, move: { orders: [order] } })

export async function readPostpone(typed: Typed, c: C, wish: Wish): Promise<Read> {
  const { waits, moves } = c.get('text')
  const community = await communityById(c.get('services').store.db, wish.communityId)
  const reason = postponeReasons.find((one) => one === typed.reason)
  if (!community || !isDay(typed.until ?? '')) return { ok: false, sentence: waits.chooseDay, field: 'until' }
  if (!reason) return { ok: false, sentence: moves.chooseReason, field: 'reason' }
  return only({ action: 'postpone', until: endOfDay(typed.until ?? '', community.zone), reason })
}

export async function readClaim(typed: Typed, c: C, wish: Wish): Promise<Read> {
  const { db } = c.get('services').store
  const actor = c.get('actor')
  const own = actor.kind === 'person' ? actor.id : ''
  const id = typed.volunteer ?? own
  const volunteer = await volunteerOf(db, id, wish.communityId)
  if (!volunteer && id !== own) return { ok: false, sentence: c.get('text').moves.chooseVolunteer, field: 'volunteer' }
  const door = id === own ? doorOfLetter(typed.d) : await doorFor(c, wish, id, typed)
  if (!door) return { ok: false, sentence: c.get('text').moves.chooseDoor, field: 'door' }
  const known = volunteer ?? { id: own, unitId: null, isActive: true }
  const claim = { action: 'claim', claimId: newId(), volunteer: known, isExtra: typed.extra === 'yes', door } as const
  // Only a branch that is on the volunteer's file can claim.
  const forBranch = typed.branch === 'yes' && Boolean((await volunteerFile(db, wish.communityId, id))?.branch)
  return only({ ...claim, isJoint: typed.joint === 'yes', forBranch })
}

/** A volunteer who asked for the approval did so on the program's own page; any other claim came in as the form says. */
async function doorFor(c: C, wish: Wish, volunteerId: string, typed: Typed): Promise<Door | null> {
  const isRequested =
    typed.door === 'web' && (await requestedBy(c.get('services').store.db, wish.id)).includes(volunteerId)
  return isRequested ? 'web' : enteredDoorOf(typed.door)
}

export async function readRequest(_typed: Typed, c: C, wish: Wish): Promise<Read> {
  const own = actorId(c.get('actor'))
  const volunteer = await volunteerOf(c.get('services').store.db, own, wish.communityId)
  return only({ action: 'request', volunteer: volunteer ?? { id: own, unitId: null, isActive: false } })
}

export async function readJoin(typed: Typed, c: C, wish: Wish): Promise<Read> {
  const actor = c.get('actor')
  const own = actor.kind === 'person' ? actor.id : ''
  const volunteer = await volunteerOf(c.get('services').store.db, own, wish.communityId)
  const known = volunteer ?? { id: own, unitId: null, isActive: false }
  const quantity = Number((typed.quantity ?? '').normalize('NFKC').trim() || Number.NaN)
  return only({ action: 'join', volunteer: known, quantity })
}
