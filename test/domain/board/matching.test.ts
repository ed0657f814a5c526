import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestFits, matchOf, type Volunteer, type Waiting } from '#domain/board/matching.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { strengths } from '#domain/catalogue/catalogue-codes.ts'
import { urgencies } from '#domain/vocabulary.ts'

const now = new Date('2026-11-20T11:00:00+08:00')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)
const wish = (own: Partial<Waiting> = {}): Waiting => ({
  ...{ itemId: 'naan', gridId: 'grid1', urgency: 'blue', publishedAt: daysAgo(0), postedBy: 'ana', barredId: null },
  ...own,
})
const ben: Volunteer = {
  ...{ id: 'ben', strengths: ['plumbing-electric'], gridId: 'grid2' },
  hasTime: { red: false, yellow: false, blue: false },
}
const reasonsOf = (own: Partial<Waiting>, volunteer: Partial<Volunteer> = {}) =>
  matchOf(wish(own), { ...ben, ...volunteer }, now)?.reasons

describe('a wish suits a volunteer', () => {
  test('by what they are good at, where they live, when they have time and how long it has waited', () => {
    expect(reasonsOf({ itemId: 'fix-tap' })).toEqual([{ why: 'strength', strength: 'plumbing-electric' }])
    expect(reasonsOf({ gridId: 'grid2' })).toEqual([{ why: 'grid' }])
    expect(reasonsOf({}, { hasTime: { red: false, yellow: false, blue: true } })).toEqual([{ why: 'time' }])
    expect(reasonsOf({ urgency: 'red' }, { hasTime: { red: true, yellow: false, blue: false } })).toEqual([
      { why: 'urgency', urgency: 'red' },
      { why: 'time' },
    ])
    expect(reasonsOf({ publishedAt: daysAgo(12) })).toEqual([{ why: 'waited', days: 12 }])
    expect(reasonsOf({ publishedAt: daysAgo(2) })).toEqual([])
  })

  test('by nothing, where a free text has no strength and no grid is known', () => {
    expect(reasonsOf({ itemId: null }, { gridId: null })).toEqual([])
  })

  test('never, where they posted it or their own delivery was not received', () => {
    expect(matchOf(wish({ itemId: 'fix-tap', postedBy: 'ben' }), ben, now)).toBeNull()
    expect(matchOf(wish({ itemId: 'fix-tap', barredId: 'ben' }), ben, now)).toBeNull()
  })

  test('more for a strength than for the grid, and more for the grid than for three weeks of waiting', () => {
    const list = [wish({ publishedAt: daysAgo(21) }), wish({ gridId: 'grid2' }), wish({ itemId: 'fix-tap' })]

    expect(bestFits(list, ben, now, 3).map((fit) => list.indexOf(fit.wish))).toEqual([2, 1, 0])
  })

  test('never an ordinary or a yellow one before a red one, whatever else speaks for it', () => {
    const hasTime = { red: false, yellow: true, blue: true }
    const all = { itemId: 'fix-tap', gridId: 'grid2', publishedAt: daysAgo(90) } as const
    const list = [wish(all), wish({ ...all, urgency: 'yellow' }), wish({ urgency: 'red' })]

    expect(bestFits(list, { ...ben, hasTime }, now, 3).map((fit) => list.indexOf(fit.wish))).toEqual([2, 1, 0])
  })

  test('more for yellow than for the grid, and less than for a strength', () => {
    const yellow = wish({ urgency: 'yellow', publishedAt: daysAgo(3) })
    const list = [wish({ gridId: 'grid2' }), yellow, wish({ itemId: 'fix-tap' })]

    expect(bestFits(list, ben, now, 3).map((fit) => list.indexOf(fit.wish))).toEqual([2, 1, 0])
  })

  test('not for time alone, which suits every wish alike, nor for yellow alone', () => {
    const hasTime = { red: true, yellow: true, blue: true }

    expect(bestFits([wish(), wish({ urgency: 'yellow' })], { ...ben, hasTime }, now, 3)).toEqual([])
  })
})

test('whatever waits: each named wish has a reason, none is the volunteer’s own, and equals keep their order', () => {
  const waiting = fc.record({
    itemId: fc.option(fc.constantFrom(...catalogue.map((item) => item.id))),
    gridId: fc.constantFrom('grid1', 'grid2'),
    urgency: fc.constantFrom(...urgencies),
    publishedAt: fc.integer({ min: 0, max: 90 }).map(daysAgo),
    postedBy: fc.constantFrom('ana', 'ben'),
    barredId: fc.option(fc.constantFrom('ben', 'cleo')),
  })
  fc.assert(
    fc.property(fc.array(waiting, { maxLength: 40 }), fc.subarray([...strengths]), (list, own) => {
      const volunteer = { ...ben, strengths: own }

      const fits = bestFits(list, volunteer, now, 8)

      expect(fits.length).toBeLessThanOrEqual(8)
      expect(new Set(fits.map((fit) => fit.wish)).size).toBe(fits.length)
      const scores = fits.map((fit) => matchOf(fit.wish, volunteer, now)?.score ?? -1)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      for (const [n, fit] of fits.entries()) {
        expect(fit.reasons.length).toBeGreaterThan(0)
        expect([fit.wish.postedBy, fit.wish.barredId]).not.toContain('ben')
        const before = fits[n - 1]
        if (before && scores[n] === scores[n - 1])
          expect(list.indexOf(before.wish)).toBeLessThan(list.indexOf(fit.wish))
      }
    }),
    { numRuns: 100 },
  )
})
