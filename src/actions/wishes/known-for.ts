import { takeTry } from '#db/people/attempts.ts'
import { isFileEnded, residentOf } from '#db/residents/resident-rows.ts'
import {
  codeShownTo,
  consentsOf,
  type Details,
  latestNote,
  openSlotsOf,
  sameThingSince,
  unitSlotsOf,
  visitsBetween,
} from '#db/wishes/wish-rows.ts'
import { mondayOf } from '#domain/board/free-slots.ts'
import type { Actor } from '#domain/people/actor.ts'
import { type OutOfScope, scopeOf } from '#domain/reading/scope.ts'
import { addDays, localDay, localMonth, midnight } from '#domain/time/workdays.ts'
import type { Order } from '#domain/wish/orders.ts'
import { actionsFor } from '#domain/wish/parties.ts'
import { privateWordIn } from '#domain/wish/public-text.ts'
import { type Known, nothingKnown, type Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { isReceiptCode } from './receipt-code.ts'

type Asked = {
  readonly actor: Actor
  readonly wish: Wish
  readonly details: Details
  readonly order: Order
  readonly situation: Omit<Situation, 'known'>
  /** What the person typed as the receipt code, where they typed one. */
  readonly code?: string | undefined
}

/** Reads what deciding about this order needs, and nothing else. */
export async function knownFor(services: Services, asked: Asked): Promise<Known> {
  const known = await aboutOrder(services, asked)
  if (!endsWithTheFile(asked.order)) return known
  return { ...known, fileEnded: await isFileEnded(services.store.db, asked.details.residentId) }
}

/** What is new, or rings somebody; the claimant may still hand in the receipt code. */
const endsWithTheFile = (order: Order): boolean =>
  ['post', 'amend', 'publish', 'try', 'rate', 'reopen'].includes(order.action) ||
  (order.action === 'confirm' && order.how === 'call')

async function aboutOrder(services: Services, asked: Asked): Promise<Known> {
  const { db } = services.store
  const { actor, wish, details, order, situation } = asked
  const shown = { ...nothingKnown, codeShownTo: await codeShownTo(db, wish.id) }

  switch (order.action) {
    case 'claim': {
      const { volunteer } = order
      const { slots, frees, counted } = await openSlotsOf(db, volunteer.id)
      const month = localMonth(situation.now, situation.calendar.zone)
      const unitSlots = volunteer.unitId ? await unitSlotsOf(db, volunteer.unitId, month) : []
      return { ...shown, slots, slotFrees: frees, openClaims: counted, unitSlots }
    }
    case 'undo':
      return { ...shown, slots: wish.claimantId ? (await openSlotsOf(db, wish.claimantId)).slots : [] }
    case 'schedule':
      return { ...shown, weekVisits: await weekVisits(services, wish, details, order.visitAt, situation) }
    case 'publish': {
      const [consents, resident] = [await consentsOf(db, details.residentId), await residentOf(db, details.residentId)]
      const privateWord = resident ? privateWordIn(order.publicText, resident) : null
      return { ...shown, consents, privateWord, outOfScope: await scopeFor(services, asked, order) }
    }
    case 'post':
    case 'amend': {
      const thing = { itemId: order.content.itemId, words: details.words }
      const repeat = await repeatOf(services, details.residentId, thing, situation, wish.id)
      const outOfScope = await scopeFor(services, asked, order)
      return { ...shown, consents: await consentsOf(db, details.residentId), repeat, outOfScope }
    }
    case 'confirm': {
      // Only a try by somebody who may try is counted: strangers must not be able to shut the code.
      const isTry = order.how === 'code' && actionsFor(actor, wish, shown.codeShownTo).includes('confirm')
      return isTry ? { ...shown, ...(await tryCode(services, asked)) } : shown
    }
    default:
      return shown
  }
}

/** Everything that was written down about the wish, as it will be after this order. */
async function scopeFor(
  { store }: Services,
  { wish, details }: Asked,
  order: Order<'post' | 'amend' | 'publish'>,
): Promise<OutOfScope | null> {
  const { words, specification } = details
  const itemId = 'content' in order ? order.content.itemId : wish.itemId
  const note =
    order.notes?.find(({ kind }) => kind === 'claimer')?.text ?? (await latestNote(store.db, wish.id, 'claimer'))
  return scopeOf({ itemId, words, specification, note, title: 'publicText' in order ? order.publicText : '' })
}

/** Visits to the household agreed or made in the local week, from Monday, of that visit; this wish's own left out. */
async function weekVisits(
  { store }: Services,
  wish: Wish,
  { residentId }: Details,
  visitAt: Date,
  { calendar }: Pick<Situation, 'calendar'>,
): Promise<number> {
  const monday = mondayOf(localDay(visitAt, calendar.zone))
  const from = midnight(monday, calendar.zone)
  const until = midnight(addDays(monday, 7), calendar.zone)
  return visitsBetween(store.db, residentId, from, until, wish.id)
}

type Thing = { readonly itemId: string | null; readonly words: string }

/** The newest wish from behind the resident's door for the same thing within the rule's days (60 at first), other than `except`. */
export function repeatOf(
  { store }: Services,
  residentId: string,
  thing: Thing,
  { now, rules }: Pick<Situation, 'now' | 'rules'>,
  except: string | null,
) {
  const since = new Date(now.getTime() - rules.repeatDays * 24 * 3600 * 1000)
  return sameThingSince(store.db, residentId, thing, since, except)
}

/** Tries are counted over all the life of a round. */
export const codeWindowSeconds = 400 * 24 * 3600

/** A try is taken before the code is compared: parallel guesses count one by one. */
async function tryCode({ store, config }: Services, { wish, situation, code }: Asked) {
  const { count } = await takeTry(store, `receipt:${wish.id}:${wish.round}`, codeWindowSeconds, situation.now)
  const isRight = code !== undefined && isReceiptCode(config.secret, wish.id, wish.round, code)
  return { codeIsRight: isRight, codeTriesLeft: situation.promised.codeTries - count + 1 }
}
