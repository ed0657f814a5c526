import { mondayOf, slotsFor } from '#domain/board/free-slots.ts'
import { itemById } from '#domain/catalogue/catalogue.ts'
import { chancesFrom } from '#domain/matching/chance.ts'
import { craftFor, skillFor } from '#domain/matching/fit.ts'
import type { Household, Setting, Volunteer, WaitingWish } from '#domain/matching/matching-model.ts'
import { neededBy } from '#domain/matching/need.ts'
import { clock, type Person } from '#domain/people/actor.ts'
import { type Rules, rulesSchema } from '#domain/rules.ts'
import { atTime } from '#domain/time/clock-time.ts'
import { hour, minute, day as oneDay } from '#domain/time/durations.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import { addDays, type Calendar, type Day, dueAt, midnight } from '#domain/time/workdays.ts'
import type { RoleName, Urgency } from '#domain/vocabulary.ts'
import { isEscalation, isReminder } from '#domain/wish/clock/clock-steps.ts'
import { decide } from '#domain/wish/decide.ts'
import type { Order } from '#domain/wish/orders.ts'
import { type Known, nothingKnown } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { agenda } from './agenda.ts'
import type { Draw } from './draws.ts'
import { type Ask, askedByFiveBest, askedByOptimum, askedByPlan, type Way } from './inviting-ways.ts'
import type { Parameters } from './sim-parameters.ts'
import { badDays, daysOf, peopleOf, postingsOf, type SimPosting, type SimVolunteer } from './sim-place.ts'

export type Lived = {
  readonly wishes: readonly { readonly wish: Wish; readonly household: string }[]
  /** Times of all invitations, by volunteer. */
  readonly asks: ReadonlyMap<string, readonly Date[]>
  readonly claims: number
  /** Claims that were given back or lapsed. */
  readonly broken: number
  /** Milliseconds that each plan took. */
  readonly planTimes: readonly number[]
  readonly days: readonly Day[]
  readonly calendar: Calendar
  readonly rules: Rules
}

const zone = 'Asia/Shanghai'
/** Cards on the first page of the board. */
const boardPage = 24
const opens = '10:00'
/** The Monday with which the year begins. */
const firstDay = '2026-01-05'

export const rulesOfYear: Rules = rulesSchema.parse({
  checkBeforePublishing: true,
  deliverWithin: { red: 1, yellow: 3, blue: 7 },
  valueLimitFen: 20_000,
  openClaimsPerVolunteer: 2,
  claimsPerUnitMonth: 200,
  lapseAfter: 1,
  callbackWithin: 3,
  callbackTries: 3,
  repeatDays: 60,
  undoMinutes: 30,
  contactHours: 24,
  codeTries: 5,
  minimumAge: 14,
})

/** China has no summer time, so that the local day of an instant needs no look at the zone data. */
const dayOf = (at: Date): Day => new Date(at.getTime() + 8 * hour).toISOString().slice(0, 10)

const person = (id: string, role: RoleName): Person => ({
  kind: 'person',
  id,
  name: id,
  roles: [{ role, areaId: 'c', communityId: 'c', path: 'c/' }],
})
const secretary = person('secretary', 'secretary')
const agreed = ['kept', 'posting', 'card', 'contact'] as const

type Case = {
  wish: Wish
  readonly posting: SimPosting
  readonly asked: { personId: string; at: Date }[]
  /** The volunteers who have had it. */
  readonly held: string[]
  readonly neededBy: Date
}
type Sent = { readonly at: Date; readonly cell: string; readonly wishId: string; readonly personId: string }

/** One community lives through its weeks with one way of inviting. `stopwatch` gives milliseconds. */
export function liveYear(
  draw: Draw,
  community: number,
  way: Way,
  parameters: Parameters,
  weeks: number,
  stopwatch: () => number,
): Lived {
  const calendar = calendarOf({ zone, region: 'xinjiang' })
  const rules = rulesOfYear
  const days = daysOf(firstDay, weeks)
  const { households, volunteers } = peopleOf(draw, community, parameters, days)
  const bad = badDays(draw, parameters, days)
  const todo = agenda()
  const cases = new Map<string, Case>()
  const open = new Set<string>()
  const slots = new Map<string, number[]>(volunteers.map(({ id }) => [id, []]))
  const asks = new Map<string, Date[]>(volunteers.map(({ id }) => [id, []]))
  const plainDays = new Map<string, Day>()
  const visits = new Map<string, Map<Day, number>>()
  const lastAsked = new Map<string, Date>()
  const sent: Sent[] = []
  const counts = new Map<string, { cell: string; asked: number; kept: number }>()
  const dues = new Map<string, Date>()
  const slotsKnown = new Map<string, Date | null>()
  const byId = new Map(volunteers.map((one) => [one.id, one]))
  const grids = new Map(volunteers.map(({ id, gridId }) => [id, gridId]))
  const planTimes: number[] = []
  let [now, claims, broken, counted] = [midnight(firstDay, zone), 0, 0, 0]

  const act = (one: Case, order: Order, by: Person | typeof clock, known: Partial<Known> = {}): boolean => {
    const situation = { now, rules, ruleVersion: 'r', promised: rules, opens, calendar }
    const verdict = decide(one.wish.id, one.wish, order, by, {
      ...situation,
      known: { ...nothingKnown, consents: agreed, ...known },
    })
    if (verdict.ok) one.wish = verdict.wish
    if (one.wish.state === 'open') open.add(one.wish.id)
    else open.delete(one.wish.id)
    return verdict.ok
  }
  const dueNow = (urgency: Urgency): Date => {
    const key = `${dayOf(now)} ${urgency}`
    const due = dues.get(key) ?? dueAt(calendar, now, rules.deliverWithin[urgency])
    dues.set(key, due)
    return due
  }
  const isHere = ({ leaves }: SimVolunteer) => leaves === null || dayOf(now) < leaves

  function publish(posting: SimPosting): void {
    const { id, itemId, category, urgency, household } = posting
    const content = {
      itemId,
      category,
      quantity: 1,
      measure: itemById(itemId)?.measure ?? 'piece',
      valueFen: 0,
      urgency,
    }
    const order = {
      action: 'post',
      code: id,
      communityId: 'c',
      hasRepeatReason: true,
      isImport: false,
      content: { ...content, source: 'visit', gridId: household.gridId, ageBand: '80+', every: null },
    } as Order
    const situation = { now, rules, ruleVersion: 'r', promised: rules, opens, calendar }
    const posted = decide(id, null, order, secretary, { ...situation, known: { ...nothingKnown, consents: agreed } })
    if (!posted.ok) throw new Error(`not posted: ${posted.refusal.why}`)
    const needed = neededBy(calendar, { publishedAt: now, promiseAt: null, urgency }, rules.deliverWithin)
    const one: Case = { wish: posted.wish, posting, asked: [], held: [], neededBy: needed }
    cases.set(id, one)
    if (!act(one, { action: 'publish', publicText: '', approvesValue: true }, secretary))
      throw new Error('not published')
    if (urgency === 'red') inviteFor(one)
  }

  /** All steps of the clock that are due, as the real clock makes them. */
  function walk(): void {
    for (const one of cases.values())
      for (let round = 0; one.wish.nextAt && one.wish.nextAt <= now && round < 20; round++) {
        const step = one.wish.nextStep
        if (!step || step === 'repeat') break
        const claimantId = one.wish.claimantId
        const order = isReminder(step)
          ? { action: 'remind', step }
          : isEscalation(step)
            ? { action: 'escalate', step }
            : { action: step === 'plan' ? 'replan' : step }
        if (!act(one, order as Order, clock)) break
        if (step === 'lapse' && claimantId) giveUp(one, claimantId)
        if (step === 'push' && way === 'five-best') inviteFor(one)
      }
  }

  function giveUp(one: Case, personId: string): void {
    broken += 1
    slots.get(personId)?.pop()
    inviteFor(one)
  }

  function settingNow(): Setting {
    const today = dayOf(now)
    const week = midnight(mondayOf(today), zone)
    const lately = now.getTime() - 28 * oneDay
    const waiting = [...open].map((id) => waitingOf(cases.get(id) as Case))
    const doors = new Set(waiting.map(({ household }) => household))
    return {
      now,
      calendar,
      rules,
      wishes: waiting,
      chances: chancesFrom([...counts.values()]),
      quietGrids: new Set<string>(),
      households: new Map([...doors].map((door) => [door, householdOf(door)])),
      volunteers: volunteers.filter(isHere).map((one): Volunteer => {
        const own = asks.get(one.id) ?? []
        return {
          id: one.id,
          strengths: one.strengths,
          gridId: one.gridId,
          freeTimes: one.freeTimes,
          openClaims: slots.get(one.id)?.length ?? 0,
          choice: 'usual',
          pausedUntil: null,
          askedThisWeek: own.filter((at) => at >= week).length,
          askedLately: own.filter((at) => at.getTime() >= lately).length,
          askedHalfYear: own.filter((at) => at.getTime() >= now.getTime() - 182 * oneDay).length,
          lastPlainDay: plainDays.get(one.id) ?? null,
        }
      }),
    }
  }

  function waitingOf(one: Case): WaitingWish {
    const { wish, posting, asked, held } = one
    const { id, itemId, category, gridId, urgency, promiseAt, round } = wish
    const publishedAt = wish.publishedAt as Date
    return {
      id,
      itemId,
      category,
      gridId,
      urgency,
      publishedAt,
      promiseAt,
      returned: round,
      dueIfClaimed: dueNow(urgency),
      neededBy: promiseAt ?? one.neededBy,
      household: posting.household.id,
      callFrom: posting.household.callFrom,
      callUntil: posting.household.callUntil,
      notFor: held,
      asked: asked.filter(({ at }) => at >= wish.since),
    }
  }

  const householdOf = (door: string): Household => ({
    visits: visits.get(door) ?? new Map(),
    claimed: 0,
    lastAskedAt: lastAsked.get(door) ?? null,
  })

  /** At once, for one wish that is red or has come back. */
  function inviteFor(one: Case): void {
    if (way === 'board' || one.wish.state !== 'open') return
    const setting = settingNow()
    if (way === 'five-best') {
      send(askedByFiveBest(setting, one.wish.id, grids))
      return
    }
    const all = way === 'plan' ? askedByPlan(setting) : askedByOptimum(setting, willKeep)
    send(all.filter(({ wishIds }) => wishIds.includes(one.wish.id)).map((ask) => ({ ...ask, wishIds: [one.wish.id] })))
  }

  function planDay(): void {
    if (way !== 'plan' && way !== 'optimum') return
    const setting = settingNow()
    const from = stopwatch()
    const found = way === 'plan' ? askedByPlan(setting) : askedByOptimum(setting, willKeep)
    planTimes.push(stopwatch() - from)
    send(found)
  }

  function send(found: readonly Ask[]): void {
    for (const ask of found) {
      const { personId, wishIds } = ask
      const asked = wishIds.flatMap((id) => cases.get(id) ?? [])
      const [first] = asked
      if (!first) continue
      const isYes = saysYes(first, personId)
      asks.get(personId)?.push(now)
      if (first.wish.urgency !== 'red') plainDays.set(personId, dayOf(now))
      for (const one of asked) one.asked.push({ personId, at: now })
      lastAsked.set(first.posting.household.id, now)
      sent.push({ at: now, cell: ask.cell, wishId: first.wish.id, personId })
      if (!isYes) continue
      const delay = -Math.log(1 - draw('delay', first.wish.id, personId)) * parameters.answerHours * hour
      todo.add(new Date(now.getTime() + Math.max(minute, delay)), () => {
        for (const one of asked) claim(one, personId)
      })
    }
  }

  /** Whether this person would accept now. The same question on the same day has the same answer in every way. */
  function saysYes(one: Case, personId: string): boolean {
    const volunteer = byId.get(personId)
    if (!volunteer || !isHere(volunteer)) return false
    const { yes, leftByEachAsk, leftInBadWeeks } = parameters
    const since = now.getTime() - 14 * oneDay
    const recent = (asks.get(personId) ?? []).filter((at) => at.getTime() >= since).length
    const near = volunteer.gridId === one.wish.gridId ? yes.near : 0
    const skill = skillFor(one.wish.itemId, volunteer.strengths)
    const base = skill === 'lacks' ? yes.lacks : yes[skill] + near
    const mood = bad.has(dayOf(now)) ? leftInBadWeeks / 100 : 1
    const rested = (leftByEachAsk / 100) ** recent
    const times = one.asked.filter((ask) => ask.personId === personId).length
    return canCome(one, volunteer) && draw('yes', one.wish.id, personId, times) * 100 < base * mood * rested
  }

  const canCome = (one: Case, volunteer: SimVolunteer): boolean => visitFor(one, volunteer) !== null

  function visitFor({ wish, posting }: Case, { freeTimes }: SimVolunteer): Date | null {
    const { callFrom, callUntil, id } = posting.household
    const full = [...(visits.get(id) ?? [])].flatMap(([monday, n]) => (n >= rules.visitsPerWeek ? [monday] : []))
    const due = wish.state === 'claimed' ? wish.dueAt : dueNow(wish.urgency)
    // Within an hour the answer does not change much, and the year asks it a million times.
    const hourNow = new Date(Math.floor(now.getTime() / hour) * hour)
    const key = [freeTimes, callFrom, callUntil, hourNow.getTime(), due?.getTime(), full].join('|')
    const known = slotsKnown.get(key)
    if (known !== undefined) return known
    const meeting = { calendar, freeTimes, callFrom, callUntil, now: hourNow, dueAt: due, fullWeeks: full }
    const [slot] = slotsFor(meeting, 1)
    const at = slot && !slot.isLate ? slot.at : null
    if (slotsKnown.size > 20_000) slotsKnown.clear()
    slotsKnown.set(key, at)
    return at
  }

  type Fate = 'gives-back' | 'forgets' | 'keeps'
  function fateOf(wishId: string, personId: string): Fate {
    const luck = draw('fate', wishId, personId) * 100
    if (luck < parameters.givenBack) return 'gives-back'
    return luck < parameters.givenBack + parameters.forgotten ? 'forgets' : 'keeps'
  }

  function willKeep(wishId: string, personId: string): boolean {
    const one = cases.get(wishId)
    return one !== undefined && fateOf(wishId, personId) === 'keeps' && saysYes(one, personId)
  }

  function claim(one: Case, personId: string): void {
    const own = slots.get(personId) ?? []
    const volunteer = byId.get(personId)
    if (one.wish.state !== 'open' || !volunteer || !isHere(volunteer) || !canCome(one, volunteer)) return
    const order: Order = {
      action: 'claim',
      claimId: `${one.wish.id}/${one.wish.round}`,
      volunteer: { id: personId, unitId: null, isActive: true },
      isExtra: false,
    }
    const by = person(personId, 'volunteer')
    if (!act(one, order, by, { slots: own.map((_, n) => n + 1), openClaims: own.length })) return
    claims += 1
    own.push(own.length + 1)
    one.held.push(personId)
    const round = one.wish.round
    const fate = fateOf(one.wish.id, personId)
    if (fate === 'forgets') return
    if (fate === 'gives-back') {
      const note = { kind: 'handover', text: 'something came up' } as const
      todo.add(new Date(now.getTime() + oneDay), () => {
        if (one.wish.round === round && act(one, { action: 'release', notes: [note] }, by)) giveUp(one, personId)
      })
      return
    }
    agreeVisit(one, volunteer, by, round)
  }

  function agreeVisit(one: Case, volunteer: SimVolunteer, by: Person, round: number): void {
    const at = visitFor(one, volunteer)
    if (!at) return
    const week = mondayOf(dayOf(at))
    const own = visits.get(one.posting.household.id) ?? new Map<Day, number>()
    if (!act(one, { action: 'schedule', visitAt: at }, by, { weekVisits: own.get(week) ?? 0 })) return
    own.set(week, (own.get(week) ?? 0) + 1)
    visits.set(one.posting.household.id, own)
    todo.add(new Date(at.getTime() + 30 * minute), () => {
      if (one.wish.round !== round || !act(one, { action: 'deliver' }, by)) return
      slots.get(volunteer.id)?.pop()
      const order = { action: 'confirm', how: 'call', speaker: 'resident', satisfaction: 'satisfied' } as const
      todo.add(new Date(now.getTime() + oneDay), () => {
        act(one, order, secretary)
      })
    })
  }

  /** A look at the board of one's own accord: one of those on its first page that suit. */
  function look(volunteer: SimVolunteer, today: Day): void {
    if (draw('claims when looking', volunteer.id, today) * 100 >= parameters.claimsWhenLooking) return
    const board = [...open]
      .map((id) => cases.get(id) as Case)
      .toSorted((a, b) => (a.wish.weighsFrom?.getTime() ?? 0) - (b.wish.weighsFrom?.getTime() ?? 0))
    const suits = ({ wish, held }: Case) =>
      !held.includes(volunteer.id) && (!craftFor(wish.itemId) || skillFor(wish.itemId, volunteer.strengths) === 'has')
    const suited = board.slice(0, boardPage).filter((one) => suits(one) && canCome(one, volunteer))
    const found = suited[Math.floor(draw('which', volunteer.id, today) * suited.length)]
    if (found) claim(found, volunteer.id)
  }

  /** What became of the invitations that are a week old. */
  function count(): void {
    const until = now.getTime() - 7 * oneDay
    for (let next = sent[counted]; next && next.at.getTime() < until; next = sent[counted]) {
      const known = counts.get(next.cell) ?? { cell: next.cell, asked: 0, kept: 0 }
      const wish = cases.get(next.wishId)?.wish
      const isKept =
        wish?.deliveredBy === next.personId &&
        wish.deliveredAt !== null &&
        wish.dueAt !== null &&
        wish.deliveredAt <= wish.dueAt
      counts.set(next.cell, { ...known, asked: known.asked + 1, kept: known.kept + Number(isKept) })
      counted += 1
    }
  }

  for (const today of days) {
    const start = midnight(today, zone)
    todo.add(atTime(today, opens, zone), () => {
      walk()
      count()
      planDay()
    })
    for (const posting of postingsOf(draw, community, parameters, households, today))
      todo.add(new Date(start.getTime() + posting.minute * minute), () => publish(posting))
    for (const volunteer of volunteers)
      if (draw('looks', volunteer.id, today) * 100 < parameters.looks) {
        const at = start.getTime() + (18 + 3 * draw('looks at', volunteer.id, today)) * hour
        todo.add(new Date(at), () => look(volunteer, today))
      }
    todo.runUntil(midnight(addDays(today, 1), zone), (at) => {
      now = at
    })
  }

  const wishes = [...cases.values()].map(({ wish, posting }) => ({ wish, household: posting.household.id }))
  return { wishes, asks, claims, broken, planTimes, days, calendar, rules }
}
