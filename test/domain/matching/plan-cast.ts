import type { Household, Setting, Volunteer, WaitingWish } from '#domain/matching/matching-model.ts'
import { neededBy } from '#domain/matching/need.ts'
import { type Calendar, dueAt } from '#domain/time/workdays.ts'
import type { Urgency } from '#domain/vocabulary.ts'

export const calendar: Calendar = { zone: 'Asia/Shanghai', special: new Map(), knownYears: new Set([2026, 2027]) }
/** A Tuesday at the opening hour. */
export const tuesday = new Date('2026-11-10T10:00:00+08:00')
export const deliverWithin: Readonly<Record<Urgency, number>> = { red: 1, yellow: 3, blue: 7 }
const rules = { invitationsPerWeek: 3, openClaimsPerVolunteer: 2, visitsPerWeek: 2, pushAfter: 3 }
export const noHousehold: Household = { visits: new Map(), claimed: 0, lastAskedAt: null }

/** An ordinary wish for naan in the first grid, published on that morning, for a household of its own. */
export function waiting(id: string, own: Partial<WaitingWish> = {}, now = tuesday): WaitingWish {
  const { urgency = 'blue', publishedAt = now, promiseAt = null } = own
  return {
    ...{ id, itemId: 'naan', category: 'goods', gridId: 'grid1', urgency, publishedAt, promiseAt },
    dueIfClaimed: dueAt(calendar, now, deliverWithin[urgency]),
    neededBy: neededBy(calendar, { publishedAt, promiseAt, urgency }, deliverWithin),
    ...{ returned: 0, household: `door of ${id}`, callFrom: null, callUntil: null, notFor: [], asked: [] },
    ...own,
  }
}

/** A volunteer from elsewhere who has named neither strengths nor hours and was never asked. */
export const helper = (id: string, own: Partial<Volunteer> = {}): Volunteer => ({
  ...{ id, strengths: [], gridId: null, freeTimes: [], openClaims: 0, choice: 'usual', pausedUntil: null },
  ...{ askedThisWeek: 0, askedLately: 0, askedHalfYear: 0, lastPlainDay: null },
  ...own,
})

export const setting = (
  wishes: readonly WaitingWish[],
  volunteers: readonly Volunteer[],
  own: Partial<Setting> = {},
): Setting => ({
  ...{ now: tuesday, calendar, rules, wishes, volunteers },
  ...{ households: new Map(), chances: new Map(), quietGrids: new Set() },
  ...own,
})
