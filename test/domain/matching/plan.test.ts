import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { strengths } from '#domain/catalogue/catalogue-codes.ts'
import { freeTimes } from '#domain/lists/rows.ts'
import { chanceOf, priors } from '#domain/matching/chance.ts'
import { craftFor } from '#domain/matching/fit.ts'
import { askChoices, type Setting } from '#domain/matching/matching-model.ts'
import { askedAtOnce, needPoints, pointsOf } from '#domain/matching/need.ts'
import { type Invitation, planInvitations, price } from '#domain/matching/plan.ts'
import { urgencies } from '#domain/vocabulary.ts'
import { helper, noHousehold, setting, tuesday, waiting } from './plan-cast.ts'

const plan = planInvitations
const asked = (given: Setting) => plan(given).invitations.map(({ wishIds, personId }) => `${personId}: ${wishIds}`)
const daysAgo = (days: number) => new Date(tuesday.getTime() - days * 24 * 3_600_000)
const reasonsOf = (given: Setting) => plan(given).invitations[0]?.reasons

describe('an invitation says all that was weighed for it', () => {
  test('what the volunteer can do, where they live, when they have time, and how often they were asked', () => {
    const ben = helper('ben', { strengths: ['plumbing-electric'], gridId: 'grid1', freeTimes: ['saturday-morning'] })

    expect(reasonsOf(setting([waiting('tap', { itemId: 'fix-tap' })], [{ ...ben, askedLately: 1 }]))).toEqual([
      { why: 'strength', strength: 'plumbing-electric' },
      { why: 'grid', gridId: 'grid1' },
      { why: 'time', day: '2026-11-14', part: 'morning' },
      { why: 'urgency', urgency: 'blue' },
      { why: 'chance', percent: priors.has + priors.near + priors.time },
      { why: 'asked', times: 1 },
      { why: 'asked-half-year', times: 0 },
      { why: 'average-half-year', times: 0 },
    ])
  })

  test('a missing strength, a returned wish, a wish soon due, and a household that no one has been asked to visit for long', () => {
    const tap = waiting('tap', { itemId: 'fix-tap', urgency: 'yellow', publishedAt: daysAgo(7), returned: 1 })
    const households = new Map([[tap.household, { ...noHousehold, lastAskedAt: daysAgo(9) }]])

    expect(reasonsOf(setting([tap], [helper('ben')], { households }))).toEqual([
      { why: 'no-strength', strength: 'plumbing-electric' },
      { why: 'urgency', urgency: 'yellow' },
      { why: 'deadline', days: 1 },
      { why: 'returned', times: 1 },
      { why: 'household', days: 9 },
      { why: 'chance', percent: priors.lacks },
      { why: 'asked', times: 0 },
      { why: 'asked-half-year', times: 0 },
      { why: 'average-half-year', times: 0 },
    ])
  })

  test('the chance is what was counted for such invitations, and the assumption until then', () => {
    const chances = new Map([
      ['goods/not-needed/far/unknown/page', { cell: 'goods/not-needed/far/unknown/page', asked: 80, kept: 40 }],
    ])

    expect(chanceOf(chances, 'goods', { skill: 'not-needed', isNear: false, hasTime: false })).toBe(44 / 100)
    expect(chanceOf(chances, 'goods', { skill: 'not-needed', isNear: true, hasTime: false })).toBe(0.28)
  })
})

describe('whom a plan asks', () => {
  test('not those who may not claim it, have their hands full, want no invitations, or have paused', () => {
    const wish = waiting('milk', { notFor: ['ana'] })
    const people = [
      helper('ana'),
      helper('full', { openClaims: 2 }),
      helper('never', { choice: 'never' }),
      helper('away', { pausedUntil: '2026-11-11' }),
      helper('back', { pausedUntil: '2026-11-10' }),
    ]

    expect(asked(setting([wish], people))).toEqual(['back: milk'])
  })

  test('not those who could not come in the hours they named before it is due', () => {
    const people = [helper('sunday', { freeTimes: ['sunday'] }), helper('evenings', { freeTimes: ['weekday-evening'] })]

    expect(asked(setting([waiting('milk', { urgency: 'yellow' })], people))).toEqual(['evenings: milk'])
    expect(asked(setting([waiting('milk', { urgency: 'yellow', callUntil: '18:00' })], people))).toEqual([])
  })

  test('three times a week, once for who wishes so, and never on two days running unless it is red', () => {
    const people = [
      helper('three', { askedThisWeek: 3 }),
      helper('weekly', { choice: 'weekly', askedThisWeek: 1 }),
      helper('yesterday', { askedThisWeek: 1, lastPlainDay: '2026-11-09' }),
      helper('today', { askedThisWeek: 1, lastPlainDay: '2026-11-10' }),
      helper('sunday', { askedThisWeek: 0, lastPlainDay: '2026-11-08' }),
    ]

    expect(asked(setting([waiting('milk')], people))).toEqual(['sunday: milk'])
    expect(new Set(asked(setting([waiting('gas', { urgency: 'red' })], people)))).toEqual(
      new Set(['yesterday: gas', 'today: gas', 'sunday: gas']),
    )
  })

  test('of equals, who was asked least in 28 days; the neediest wish chooses first', () => {
    const people = [
      helper('often', { askedLately: 5 }),
      helper('seldom', { askedLately: 1 }),
      helper('once', { askedLately: 2 }),
    ]

    expect(asked(setting([waiting('milk')], people))).toEqual(['seldom: milk', 'once: milk'])
    const fair = [
      helper('more', { askedHalfYear: 4 }),
      helper('less', { askedHalfYear: 2 }),
      helper('most', { askedHalfYear: 9 }),
    ]
    expect(asked(setting([waiting('milk')], fair))).toEqual(['less: milk', 'more: milk'])
    const two = [waiting('later'), waiting('first', { publishedAt: daysAgo(3), urgency: 'yellow' })]
    expect(asked(setting(two, [helper('only')]))).toEqual(['only: first'])
  })

  test('a volunteer asked more often than the average of half a year comes after one who lives farther away, but a craft still decides', () => {
    const people = [
      helper('often and near', { askedHalfYear: 9, gridId: 'grid1' }),
      helper('as often as others', { askedHalfYear: 5 }),
      helper('seldom', { askedHalfYear: 1 }),
    ]

    expect(new Set(asked(setting([waiting('milk')], people)))).toEqual(
      new Set(['seldom: milk', 'as often as others: milk']),
    )
    const crafts = [
      helper('plumber', { askedHalfYear: 30, strengths: ['plumbing-electric'] }),
      helper('nobody asked', { askedHalfYear: 0 }),
      helper('hardly asked', { askedHalfYear: 1 }),
    ]
    expect(asked(setting([waiting('tap', { itemId: 'fix-tap' })], crafts))).toContain('plumber: tap')
  })

  test('where everybody was asked equally often, the average changes nothing', () => {
    const people = (askedHalfYear: number) => [helper('ana', { askedHalfYear }), helper('ben', { askedHalfYear })]

    expect(asked(setting([waiting('milk')], people(40)))).toEqual(asked(setting([waiting('milk')], people(0))))
  })

  test('those who want no invitations are not part of the average', () => {
    const people = [helper('ana', { askedHalfYear: 4 }), helper('never', { askedHalfYear: 0, choice: 'never' })]

    expect(reasonsOf(setting([waiting('milk')], people))).toContainEqual({ why: 'average-half-year', times: 4 })
  })

  test('more people for what is urgent, has waited, came back, or lies in a grid with few claims; never over five', () => {
    const many = Array.from({ length: 9 }, (_, n) => helper(`person${n}`))
    const count = (own: Parameters<typeof waiting>[1], quiet: readonly string[] = []) =>
      plan(setting([waiting('milk', own)], many, { quietGrids: new Set(quiet) })).invitations.length

    expect([count({ urgency: 'red' }), count({ urgency: 'yellow' }), count({})]).toEqual([5, 3, 2])
    expect([count({ publishedAt: daysAgo(14) }), count({ returned: 1 }), count({}, ['grid1'])]).toEqual([3, 3, 3])
    expect(count({ returned: 9 }, ['grid1'])).toBe(askedAtOnce.most)
  })

  test('no more volunteers while invitations are open, others after two days, the same ones again after three working days', () => {
    const asks = (days: number, ...ids: readonly string[]) => ids.map((personId) => ({ personId, at: daysAgo(days) }))
    const people = [helper('ben'), helper('cleo'), helper('dan')]

    expect(plan(setting([waiting('milk', { asked: asks(1, 'ben', 'cleo') })], people)).held).toEqual([
      { wishId: 'milk', why: 'answers' },
    ])
    expect(asked(setting([waiting('milk', { asked: asks(3, 'ben', 'cleo') })], people))).toEqual(['dan: milk'])
    expect(asked(setting([waiting('milk', { asked: asks(7, 'ben') })], [helper('ben')]))).toEqual(['ben: milk'])
    const twice = [...asks(15, 'ben'), ...asks(8, 'ben')]
    expect(plan(setting([waiting('milk', { asked: twice })], [helper('ben')])).unanswered).toEqual(['milk'])
  })
})

describe('one household', () => {
  const door = { household: 'one door' }

  test('has its wishes offered together, to one who has room for both', () => {
    const people = [helper('one', { openClaims: 1 }), helper('two')]
    const given = setting([waiting('milk', door), waiting('lamp', { ...door, itemId: 'naan' })], people)

    expect(asked(given)).toEqual(['two: lamp,milk'])
    expect(reasonsOf(given)).toContainEqual({ why: 'together', wishes: 2 })
  })

  test('offers them one by one where no one could do both before they are due', () => {
    const people = [
      helper('saturdays', { freeTimes: ['saturday'] }),
      helper('evenings', { freeTimes: ['weekday-evening'] }),
    ]
    const two = [waiting('milk', { ...door, urgency: 'yellow', callUntil: '18:00' }), waiting('lamp', door)]

    expect(asked(setting(two, people))).toEqual(['saturdays: lamp', 'evenings: lamp'])
  })

  test('is offered no more visits than it has left until they are due', () => {
    const three = [waiting('a', { ...door, urgency: 'yellow' }), waiting('b', door), waiting('c', door)]
    const households = (own: Partial<typeof noHousehold>) => new Map([['one door', { ...noHousehold, ...own }]])
    const people = Array.from({ length: 6 }, (_, n) => helper(`person${n}`))
    const heldWith = (own: Partial<typeof noHousehold>) =>
      plan(setting(three, people, { households: households(own) })).held.map(({ wishId }) => wishId)

    expect(heldWith({})).toEqual([])
    expect(heldWith({ claimed: 2 })).toEqual(['c'])
    expect(heldWith({ claimed: 1, visits: new Map([['2026-11-09', 2]]) })).toEqual(['b', 'c'])
  })

  test('is invited for a day of a week in which it has a visit left', () => {
    const households = new Map([['one door', { ...noHousehold, visits: new Map([['2026-11-09', 2]]) }]])
    const people = [helper('ben', { freeTimes: ['anytime'] })]

    const [invitation] = plan(setting([waiting('milk', door)], people, { households })).invitations
    expect(invitation?.reasons).toContainEqual({ why: 'time', day: '2026-11-16', part: 'morning' })
  })
})

describe('around a festival', () => {
  const inSeason = new Date('2026-10-14T10:00:00+08:00')
  const many = Array.from({ length: 24 }, (_, n) => waiting(`wish${String(n).padStart(2, '0')}`, {}, inSeason))
  const people = Array.from({ length: 60 }, (_, n) => helper(`person${n}`, { freeTimes: ['anytime'] }))

  test('ordinary wishes are spread over the days that are left, and none is offered for the day itself', () => {
    const { held, invitations } = plan(setting(many, people, { now: inSeason }))

    expect(held.filter(({ why }) => why === 'festival')).toHaveLength(22)
    expect(new Set(invitations.flatMap(({ wishIds }) => wishIds)).size).toBe(2)
    const only = [helper('ben', { freeTimes: ['sunday'] })]
    const first = waiting('wish', {}, inSeason)
    expect(asked(setting([first], only, { now: inSeason }))).toEqual([])
  })

  test('what is urgent, and what will soon be late, does not wait for its turn', () => {
    const red = waiting('red', { urgency: 'red' }, inSeason)
    const late = waiting('late', { publishedAt: new Date('2026-09-24T10:00:00+08:00') }, inSeason)

    const { held } = plan(setting([...many, red, late], people, { now: inSeason }))
    expect(held.map(({ wishId }) => wishId)).not.toContain('red')
    expect(held.map(({ wishId }) => wishId)).not.toContain('late')
  })
})

const doors = ['door1', 'door2', 'door3', 'door4']
const anySetting = fc
  .record({
    wishes: fc.array(
      fc.record({
        itemId: fc.option(fc.constantFrom(...catalogue.map(({ id }) => id))),
        gridId: fc.constantFrom('grid1', 'grid2'),
        urgency: fc.constantFrom(...urgencies),
        publishedAt: fc.integer({ min: 0, max: 30 }).map(daysAgo),
        household: fc.constantFrom(...doors),
        returned: fc.integer({ min: 0, max: 4 }),
        notFor: fc.subarray(['person0', 'person1']),
        asked: fc.array(
          fc.record({
            personId: fc.constantFrom('person0', 'person2'),
            at: fc.integer({ min: 0, max: 9 }).map(daysAgo),
          }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 9 },
    ),
    volunteers: fc.array(
      fc.record({
        strengths: fc.subarray([...strengths]),
        gridId: fc.constantFrom(null, 'grid1', 'grid2'),
        freeTimes: fc.subarray([...freeTimes], { maxLength: 3 }),
        openClaims: fc.integer({ min: 0, max: 3 }),
        choice: fc.constantFrom(...askChoices),
        pausedUntil: fc.constantFrom(null, '2026-11-10', '2026-11-20'),
        askedThisWeek: fc.integer({ min: 0, max: 3 }),
        askedLately: fc.integer({ min: 0, max: 12 }),
        askedHalfYear: fc.integer({ min: 0, max: 60 }),
        lastPlainDay: fc.constantFrom(null, '2026-11-08', '2026-11-09', '2026-11-10'),
      }),
      { maxLength: 9 },
    ),
    visits: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
    quiet: fc.subarray(['grid1', 'grid2']),
  })
  .map(({ wishes, volunteers, visits, quiet }) =>
    setting(
      wishes.map((own, n) => waiting(`wish${n}`, own)),
      volunteers.map((own, n) => helper(`person${n}`, own)),
      {
        quietGrids: new Set(quiet),
        households: new Map(
          doors.map((door, n) => [door, { ...noHousehold, visits: new Map([['2026-11-09', visits[n] ?? 0]]) }]),
        ),
      },
    ),
  )

/** The value of an invitation for one wish, computed from nothing but its reasons. */
function valueFromReasons({ reasons }: Invitation): number {
  const weight = reasons.reduce((sum, reason) => {
    if (
      reason.why === 'urgency' ||
      reason.why === 'deadline' ||
      reason.why === 'returned' ||
      reason.why === 'household'
    )
      return sum + pointsOf(reason)
    return sum
  }, 0)
  const has = (why: string) => reasons.some((reason) => reason.why === why)
  const base = has('strength') ? priors.has : priors['not-needed']
  const chance = has('no-strength')
    ? priors.lacks
    : base + (has('grid') ? priors.near : 0) + (has('time') ? priors.time : 0)
  const timesOf = (why: 'asked' | 'asked-half-year' | 'average-half-year') =>
    reasons.reduce((times, reason) => (reason.why === why ? reason.times : times), 0)
  const worth = (chance / 100) * weight
  const below = timesOf('average-half-year') - timesOf('asked-half-year')
  return worth + Math.max(-worth / 3, Math.min(worth / 3, below)) - price * timesOf('asked')
}

describe('for any waiting wishes and any volunteers', () => {
  test('no limit is broken, and the same setting gives the same plan', () => {
    fc.assert(
      fc.property(anySetting, (given) => {
        const { invitations, held, unanswered } = plan(given)

        expect(plan(given)).toEqual({ invitations, held, unanswered })
        const offered = invitations.flatMap(({ wishIds }) => wishIds)
        expect(new Set([...offered, ...held.map(({ wishId }) => wishId), ...unanswered])).toEqual(
          new Set(given.wishes.map(({ id }) => id)),
        )
        for (const volunteer of given.volunteers) {
          const own = invitations.filter(({ personId }) => personId === volunteer.id)
          const limit = { never: 0, weekly: 1, usual: 3 }[volunteer.choice]
          const isPaused = volunteer.pausedUntil === '2026-11-20'
          expect(own.length).toBeLessThanOrEqual(isPaused ? 0 : Math.max(0, limit - volunteer.askedThisWeek))
          expect(own.length && own.length + volunteer.openClaims).toBeLessThanOrEqual(2)
          const ordinary = own.filter(({ isUrgent }) => !isUrgent)
          const rests = volunteer.lastPlainDay === '2026-11-09' || volunteer.lastPlainDay === '2026-11-10'
          expect(ordinary.length).toBeLessThanOrEqual(rests ? 0 : 1)
        }
        for (const wish of given.wishes) {
          const people = invitations.filter(({ wishIds }) => wishIds.includes(wish.id)).map(({ personId }) => personId)
          expect(new Set(people).size).toBe(people.length)
          expect(people.length).toBeLessThanOrEqual(askedAtOnce.most)
          for (const barred of wish.notFor) expect(people).not.toContain(barred)
        }
        for (const door of doors) {
          const here = given.wishes.filter(({ id, household }) => household === door && offered.includes(id))
          expect(here.length).toBeLessThanOrEqual(
            2 - Math.min(2, given.households.get(door)?.visits.get('2026-11-09') ?? 0) + 4,
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the reasons shown are those weighed: the value can be computed from them, and each changes it', () => {
    fc.assert(
      fc.property(anySetting, (given) => {
        for (const invitation of plan(given).invitations) {
          const whys = invitation.reasons.map(({ why }) => why)
          expect(new Set(whys).size).toBe(whys.length)
          if (invitation.wishIds.length === 1) expect(invitation.value).toBeCloseTo(valueFromReasons(invitation), 6)
          for (const reason of invitation.reasons) {
            if (reason.why === 'deadline' || reason.why === 'returned' || reason.why === 'household')
              expect(pointsOf(reason)).toBeGreaterThan(0)
            if (reason.why === 'quiet-grid') expect(given.quietGrids.size).toBeGreaterThan(0)
          }
          const wish = given.wishes.find(({ id }) => id === invitation.wishIds[0])
          if (craftFor(wish?.itemId ?? null))
            expect(whys.includes('strength') || whys.includes('no-strength')).toBe(true)
          else expect(whys).not.toContain('no-strength')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a red wish weighs more than anything that is not', () => {
    const { urgency, soon, eachDayLess, mostReturns, eachReturn, mostHouseholdDays, eachHouseholdDay } = needPoints
    const others = soon * eachDayLess + mostReturns * eachReturn + mostHouseholdDays * eachHouseholdDay

    expect(urgency.red).toBeGreaterThan(urgency.yellow + others)
  })
})
