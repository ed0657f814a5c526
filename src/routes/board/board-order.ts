import type { Community } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { invitationsOf } from '#db/matching/invitations-seen.ts'
import { latestPlan } from '#db/matching/outcome-rows.ts'
import { volunteerFile } from '#db/people/volunteer-rows.ts'
import { gridOfBuilding } from '#db/residents/resident-rows.ts'
import type { Cursor } from '#db/store/paginate.ts'
import { type BoardCard, type BoardFilter, boardOf, cursorOf } from '#db/wishes/board-rows.ts'
import { openSlotsOf } from '#db/wishes/wish-rows.ts'
import { chancesFrom } from '#domain/matching/chance.ts'
import { type PageSetting, type Suited, suitedTo } from '#domain/matching/first-page.ts'
import type { Volunteer } from '#domain/matching/matching-model.ts'
import { actorId, isVolunteerOf } from '#domain/people/actor.ts'
import type { C } from '#http/context.ts'

/** The best are chosen among this many wishes that have waited longest; all others appear in the plain order only. */
const looked = 200
/** The first page of a volunteer is shorter than the plain board, because each wish says what is needed and why it suits. */
const firstPage = 10
const picked = 6

type Shown = {
  readonly order: 'fit' | 'plain' | null
  readonly picks: readonly Suited<BoardCard>[]
  readonly cards: readonly BoardCard[]
  readonly next: Cursor | null
}

/**
 * A volunteer's first page starts with what they were invited to, then come the wishes that suit them, in the order of
 * the plan, unless the link asks for the plain order. It reserves nothing. Everyone else, and every later page, gets the
 * plain order. On a later page, a wish from the first part appears again at its usual position.
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
  const { reader, setting } = await readingFor(c, community, actorId(actor))
  const invited = await invitedAmong(c, community, cards)
  const picks = [...invited, ...suitedTo(without(cards, invited), reader, setting, picked)].slice(0, picked)
  const names = new Set(picks.map(({ wish }) => wish.id))
  const rest = cards.filter((card) => !names.has(card.id))
  const shown = rest.slice(0, firstPage - picks.length)
  const last = shown.at(-1)
  return {
    order: 'fit',
    picks,
    cards: shown,
    next: last && (next || rest.length > shown.length) ? cursorOf(last) : next,
  }
}

/** The cards that the reader was invited to, with the reasons of the invitation. */
async function invitedAmong(
  c: C,
  community: Community,
  cards: readonly BoardCard[],
): Promise<readonly Suited<BoardCard>[]> {
  const seen = await invitationsOf(c.get('services').store.db, actorId(c.get('actor')), community.id)
  return seen.flatMap(({ card, reasons }) => {
    const wish = cards.find(({ id }) => id === card.id)
    return wish ? [{ wish, reasons }] : []
  })
}

const without = (cards: readonly BoardCard[], some: readonly Suited<BoardCard>[]): readonly BoardCard[] => {
  const names = new Set(some.map(({ wish }) => wish.id))
  return cards.filter(({ id }) => !names.has(id))
}

type Reading = {
  readonly reader: Pick<Volunteer, 'id' | 'strengths' | 'gridId' | 'freeTimes'>
  readonly setting: PageSetting
}

/**
 * What the volunteer stated when reporting in. The grid is the one of the building they named; the buildings of
 * residents are not used.
 */
async function readingFor(c: C, community: Community, id: string): Promise<Reading> {
  const { store, now } = c.get('services')
  const file = await volunteerFile(store.db, community.id, id)
  const { rules } = await rulesToday(store.db, community, now())
  const gridId = file?.building ? await gridOfBuilding(store.db, community.id, file.building) : null
  return {
    reader: { id, strengths: file?.strengths ?? [], freeTimes: file?.freeTimes ?? [], gridId },
    setting: {
      now: now(),
      calendar: await calendarFor(store.db, community),
      chances: chancesFrom((await latestPlan(store.db, community.id))?.chances ?? []),
      deliverWithin: rules.deliverWithin,
    },
  }
}

const offered = 2

type Lost = Pick<BoardCard, 'id' | 'itemId' | 'category'>

/**
 * What a volunteer is offered whose claim came too late: the two wishes most like the lost one, the same item before the
 * same category; among equals what suits them, then what has waited longest. Nothing if they have reached their limit, because another claim would be
 * refused.
 */
export async function othersFor(
  c: C,
  community: Community,
  personId: string,
  lost: Lost,
): Promise<readonly Suited<BoardCard>[]> {
  const { store, now } = c.get('services')
  const { rules } = await rulesToday(store.db, community, now())
  if ((await openSlotsOf(store.db, personId)).counted >= rules.openClaimsPerVolunteer) return []
  const { cards } = await boardOf(store.db, community.id, {}, null, looked)
  const open = cards.filter((card) => card.id !== lost.id && ![card.postedBy, card.barredId].includes(personId))
  const { reader, setting } = await readingFor(c, community, personId)
  const fits = suitedTo(open, reader, setting, open.length)
  const names = new Set(fits.map(({ wish }) => wish.id))
  const rest = open.filter(({ id }) => !names.has(id)).map((wish) => ({ wish, reasons: [] }))
  return [...fits, ...rest].toSorted((a, b) => likeness(b.wish, lost) - likeness(a.wish, lost)).slice(0, offered)
}

const likeness = ({ itemId, category }: Lost, lost: Lost): number =>
  Number(category === lost.category) + Number(itemId !== null && itemId === lost.itemId)
