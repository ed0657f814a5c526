import type { Community } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { volunteerFile } from '#db/people/volunteer-rows.ts'
import { gridOfBuilding } from '#db/residents/resident-rows.ts'
import type { Cursor } from '#db/store/paginate.ts'
import { type BoardCard, type BoardFilter, boardOf, boardPage, cursorOf } from '#db/wishes/board-rows.ts'
import { openSlotsOf } from '#db/wishes/wish-rows.ts'
import { hasTimeBefore } from '#domain/board/free-slots.ts'
import { bestFits, type Fit, type Volunteer } from '#domain/board/matching.ts'
import { actorId, isVolunteerOf } from '#domain/people/actor.ts'
import { dueAt } from '#domain/time/workdays.ts'
import { type Urgency, urgencies } from '#domain/vocabulary.ts'
import type { C } from '#http/context.ts'

/** The best are chosen among this many wishes that have waited longest; all others appear in the plain order only. */
const looked = 200
const picked = 8

type Shown = {
  readonly order: 'fit' | 'plain' | null
  readonly picks: readonly Fit<BoardCard>[]
  readonly cards: readonly BoardCard[]
  readonly next: Cursor | null
}

/**
 * A volunteer's first page starts with the wishes that suit them, unless the link asks for the plain order. Everyone
 * else, and every later page, gets the plain order. On a later page, a wish from the first part appears again at its
 * usual position.
 */
export async function shownTo(c: C, community: Community, filter: BoardFilter, after: Cursor | null): Promise<Shown> {
  const { db } = c.get('services').store
  const actor = c.get('actor')
  const plain = async (order: Shown['order']): Promise<Shown> => {
    return { order, picks: [], ...(await boardOf(db, community.id, filter, after)) }
  }
  if (!isVolunteerOf(actor, community.id)) return plain(null)
  if (after !== null || c.req.query('order') === 'plain')
    return plain(c.req.query('order') === 'plain' ? 'plain' : 'fit')

  const { cards, next } = await boardOf(db, community.id, filter, null, looked)
  const volunteer = await volunteerFor(c, community, actorId(actor))
  const picks = bestFits(cards, volunteer, c.get('services').now(), picked)
  const names = new Set(picks.map(({ wish }) => wish.id))
  const rest = cards.filter((card) => !names.has(card.id))
  const shown = rest.slice(0, boardPage - picks.length)
  const last = shown.at(-1)
  return {
    order: 'fit',
    picks,
    cards: shown,
    next: last && (next || rest.length > shown.length) ? cursorOf(last) : next,
  }
}

/**
 * What the volunteer stated when reporting in. The grid is the one of the building they named; the buildings of
 * residents are not used.
 */
async function volunteerFor(c: C, community: Community, id: string): Promise<Volunteer> {
  const { store, now } = c.get('services')
  const file = await volunteerFile(store.db, community.id, id)
  const { rules } = await rulesToday(store.db, community, now())
  const calendar = await calendarFor(store.db, community)
  const freeTimes = file?.freeTimes ?? []
  // Volunteers who stated no free times are not told that they have time.
  const hasTimeFor = (urgency: Urgency) =>
    freeTimes.length > 0 &&
    hasTimeBefore({
      calendar,
      freeTimes,
      callFrom: null,
      callUntil: null,
      now: now(),
      dueAt: dueAt(calendar, now(), rules.deliverWithin[urgency]),
    })
  return {
    id,
    strengths: file?.strengths ?? [],
    gridId: file?.building ? await gridOfBuilding(store.db, community.id, file.building) : null,
    hasTime: Object.fromEntries(urgencies.map((urgency) => [urgency, hasTimeFor(urgency)])) as Volunteer['hasTime'],
  }
}

const offered = 3

/**
 * What a volunteer is offered whose claim came too late: three other wishes that suit them, the best first; if there
 * are fewer, those that have waited longest. Nothing if they have reached their limit, because another claim would be
 * refused.
 */
export async function othersFor(
  c: C,
  community: Community,
  personId: string,
  lostId: string,
): Promise<readonly Fit<BoardCard>[]> {
  const { store, now } = c.get('services')
  const { rules } = await rulesToday(store.db, community, now())
  if ((await openSlotsOf(store.db, personId)).counted >= rules.openClaimsPerVolunteer) return []
  const { cards } = await boardOf(store.db, community.id, {}, null, looked)
  const open = cards.filter((card) => card.id !== lostId && ![card.postedBy, card.barredId].includes(personId))
  const fits = bestFits(open, await volunteerFor(c, community, personId), now(), offered)
  const names = new Set(fits.map(({ wish }) => wish.id))
  const rest = open.filter(({ id }) => !names.has(id)).map((wish) => ({ wish, reasons: [] }))
  return [...fits, ...rest].slice(0, offered)
}
