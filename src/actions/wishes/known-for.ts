import { isSlipCode } from '#actions/receipts/slip-code.ts'
import { takeTry } from '#db/people/attempts.ts'
import { isFileEnded, residentOf } from '#db/residents/resident-rows.ts'
import { unitById } from '#db/units/unit-rows.ts'
import { requestedBy } from '#db/wishes/claim-requests.ts'
import {
  codeShownTo,
  consentsOf,
  type Details,
  explanationsOf,
  latestNote,
  openSlotsOf,
  sameThingSince,
  unitSlotsOf,
  visitsBetween,
  wishesSince,
} from '#db/wishes/wish-rows.ts'
import { mondayOf } from '#domain/board/free-slots.ts'
import type { Actor } from '#domain/people/actor.ts'
import { type OutOfScope, scopeOf } from '#domain/reading/scope.ts'
import { day, inSeconds } from '#domain/time/durations.ts'
import { addDays, localDay, localMonth, midnight } from '#domain/time/workdays.ts'
import type { Written } from '#domain/wish/notes/note-words.ts'
import { countedIn, daysOfYear, type Oddity, odditiesOf, yearOf } from '#domain/wish/notes/oddities.ts'
import { privateWordIn } from '#domain/wish/notes/public-text.ts'
import { needsOf, type Order } from '#domain/wish/orders.ts'
import { actionsFor } from '#domain/wish/parties.ts'
import { type Known, type Need, nothingKnown, type Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { isReceiptCode } from './receipt-code.ts'

type Asked = {
  readonly actor: Actor
  readonly wish: Wish
  readonly details: Details
  readonly order: Order
  readonly situation: Omit<Situation, 'known'>
  /** The receipt code as the person typed it, if they did. */
  readonly code?: string | undefined
}

/** Reads what is needed to decide this order, and nothing else. */
export async function knownFor(services: Services, asked: Asked): Promise<Known> {
  const { order, wish } = asked
  const shown = { ...nothingKnown, codeShownTo: await codeShownTo(services.store.db, wish.id) }
  const found: Partial<Known>[] = []
  for (const need of needsOf(order, wish)) found.push(await read(need, services, { ...asked, shown }))
  return Object.assign(shown, ...found)
}

type Reading = Asked & { readonly shown: Known }
type Reader<N extends Need> = (need: N, services: Services, reading: Reading) => Promise<Partial<Known>>

const readers: { readonly [K in Need['kind']]: Reader<Extract<Need, { readonly kind: K }>> } = {
  file: async (_need, { store }, { details }) => ({ fileEnded: await isFileEnded(store.db, details.residentId) }),

  consents: async (_need, { store }, { details }) => ({ consents: await consentsOf(store.db, details.residentId) }),

  repeat: async ({ itemId }, services, { details, wish, situation }) => {
    const thing = { itemId, words: details.words }
    return { repeat: await repeatOf(services, details.residentId, thing, situation, wish.id) }
  },

  scope: async ({ itemId, title }, services, reading) => ({
    outOfScope: await scopeFor(services, reading, itemId, title),
  }),

  oddities: async ({ content, title }, services, reading) => {
    const { wish, details, situation } = reading
    const about = { ...content, ...wordsOf(details), title }
    const said = await explanationsOf(services.store.db, wish.id)
    return {
      oddities: await odditiesFor(services, details.residentId, about, situation, {
        ...wish,
        isOld: reading.order.action === 'publish',
      }),
      explained: said.flatMap(({ keys }) => keys),
    }
  },

  texts: async ({ fields }, _services, { details }) => ({
    texts: textsOf(details.words, details.specification, fields),
  }),

  'private-words': async ({ title }, { store }, { details }) => {
    const resident = await residentOf(store.db, details.residentId)
    return { privateWord: resident ? privateWordIn(title, resident) : null }
  },

  slots: async ({ personId }, { store }) => {
    const { slots, frees, counted } = await openSlotsOf(store.db, personId)
    return { slots, slotFrees: frees, openClaims: counted }
  },

  'unit-slots': async ({ unitId }, { store }, { situation }) => {
    const month = localMonth(situation.now, situation.calendar.zone)
    return { unitSlots: await unitSlotsOf(store.db, unitId, month) }
  },

  'unit-contact': async ({ unitId }, { store }) => ({
    unitContact: (await unitById(store.db, unitId))?.contactId ?? null,
  }),

  requests: async (_need, { store }, { wish }) => ({ requestedBy: await requestedBy(store.db, wish.id) }),

  'week-visits': async ({ visitAt }, services, { wish, details, situation }) => ({
    weekVisits: await weekVisits(services, wish, details, visitAt, situation),
  }),

  'receipt-code': async (_need, services, reading) => {
    // Only people who may try use up a try, so that strangers cannot lock the code.
    const { actor, wish, order, shown } = reading
    const mayTry = actionsFor(actor, wish, shown.codeShownTo).includes(order.action)
    return mayTry ? tryCode(services, reading) : {}
  },
}

// The table is keyed by the need's own kind, which the compiler cannot follow.
const read: Reader<Need> = (need, services, reading) => (readers[need.kind] as Reader<Need>)(need, services, reading)

/** The wish's own words; for an amendment only those that it changes. */
export const textsOf = (
  words: string,
  specification: string,
  fields: readonly string[] = ['words', 'specification'],
): readonly Written[] => [
  ...(fields.includes('words') ? [{ kind: 'wish', text: words } as const] : []),
  ...(fields.includes('specification') ? [{ kind: 'specification', text: specification } as const] : []),
]

const wordsOf = ({ words, specification }: Pick<Details, 'words' | 'specification'>) => ({ words, specification })

type Judged = Pick<Wish, 'id' | 'repeatOf' | 'postedAt'> & { readonly isOld: boolean }

/**
 * What is odd or expensive about a wish; `wish` is the wish itself as it was before. One that stays as it was posted (`isOld`) is
 * not the third because of two that came later. Every month by agreement is often on purpose.
 */
export async function odditiesFor(
  { store }: Services,
  residentId: string,
  about: Parameters<typeof countedIn>[0],
  { now, rules }: Pick<Situation, 'now' | 'rules'>,
  wish: Judged | null,
): Promise<readonly Oddity[]> {
  const counted = countedIn(about)
  const { item } = counted
  const since = new Date(now.getTime() - daysOfYear * 24 * 3600 * 1000)
  const before =
    item?.category === 'goods' && !wish?.repeatOf
      ? await wishesSince(
          store.db,
          residentId,
          since,
          wish && { id: wish.id, before: wish.isOld ? wish.postedAt : null },
        )
      : []
  const year = yearOf(item, before)
  return odditiesOf(counted, { limitFen: rules.valueLimitFen, year })
}

/** All texts of the wish as they will be after this order. */
async function scopeFor(
  { store }: Services,
  { wish, details, order }: Asked,
  itemId: string | null,
  title: string,
): Promise<OutOfScope | null> {
  const { words, specification } = details
  const note =
    order.notes?.find(({ kind }) => kind === 'claimer')?.text ?? (await latestNote(store.db, wish.id, 'claimer'))
  return scopeOf({ itemId, words, specification, note, title })
}

/** Visits to the household arranged or made in the same local week (from Monday), without this wish's own. */
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

/**
 * The newest wish of the same household for the same item within the rule's days (60 by default), other than `except`.
 */
export function repeatOf(
  { store }: Services,
  residentId: string,
  thing: Thing,
  { now, rules }: Pick<Situation, 'now' | 'rules'>,
  except: string | null,
) {
  const since = new Date(now.getTime() - rules.repeatDays * day)
  return sameThingSince(store.db, residentId, thing, since, except)
}

/** Tries are counted over the whole time of a round. */
export const codeWindowSeconds = inSeconds(400 * day)

/** The try is counted before the code is compared, so that parallel guesses count one by one. */
async function tryCode({ store, config }: Services, { wish, situation, code }: Asked) {
  const { count } = await takeTry(store, `receipt:${wish.id}:${wish.round}`, codeWindowSeconds, situation.now)
  const isRight =
    code !== undefined &&
    (isReceiptCode(config.secret, wish.id, wish.round, code) || isSlipCode(config.secret, wish.id, wish.reopened, code))
  return { codeIsRight: isRight, codeTriesLeft: situation.promised.codeTries - count + 1 }
}
