import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { strengths } from '#domain/catalogue/catalogue-codes.ts'
import { matcherFor, type PublicWish, suitedTo } from '#domain/matching/first-page.ts'
import { urgencies } from '#domain/vocabulary.ts'
import { calendar, deliverWithin, tuesday } from './plan-cast.ts'

const daysAgo = (days: number) => new Date(tuesday.getTime() - days * 24 * 3_600_000)
const wish = (own: Partial<PublicWish> = {}): PublicWish => ({
  ...{ itemId: 'naan', category: 'goods', gridId: 'grid1', urgency: 'blue', publishedAt: daysAgo(0), promiseAt: null },
  ...{ round: 0, postedBy: 'ana', barredId: null },
  ...own,
})
const ben = { id: 'ben', strengths: ['plumbing-electric'], gridId: 'grid2', freeTimes: [] as readonly string[] }
const page = { now: tuesday, calendar, chances: new Map(), deliverWithin }
const orderOf = (list: readonly PublicWish[], reader = ben) =>
  suitedTo(list, reader, page, 3).map((one) => list.indexOf(one.wish))

describe('the first page of a volunteer', () => {
  test('says what was weighed: skill, grid, hours, urgency, days left, how often it came back, and the chance', () => {
    const tap = wish({ itemId: 'fix-tap', gridId: 'grid2', round: 1, publishedAt: daysAgo(14) })

    expect(suitedTo([tap], { ...ben, freeTimes: ['saturday-morning'] }, page, 3)[0]?.reasons).toEqual([
      { why: 'strength', strength: 'plumbing-electric' },
      { why: 'grid', gridId: 'grid2' },
      { why: 'time', day: '2026-11-14', part: 'morning' },
      { why: 'urgency', urgency: 'blue' },
      { why: 'deadline', days: 4 },
      { why: 'returned', times: 1 },
      { why: 'chance', percent: 46 },
    ])
  })

  test('begins with what is red, then follows chance and points; equal ones keep their order', () => {
    const tap = wish({ itemId: 'fix-tap' })
    const near = wish({ gridId: 'grid2' })

    expect(orderOf([near, tap, wish({ urgency: 'red' })])).toEqual([2, 1, 0])
    expect(orderOf([near, wish({ gridId: 'grid2' })])).toEqual([0, 1])
  })

  test('names nothing for its hours alone, and nothing that asks for another skill unless it is red', () => {
    const reader = { ...ben, freeTimes: ['anytime'] }

    expect(orderOf([wish(), wish({ urgency: 'yellow' })], reader)).toEqual([])
    expect(orderOf([wish({ itemId: 'haircut', gridId: 'grid2' })], reader)).toEqual([])
    expect(orderOf([wish({ itemId: 'haircut', urgency: 'red' })], reader)).toEqual([0])
  })

  test('never has what they posted, nor what they delivered and was not received', () => {
    expect(orderOf([wish({ gridId: 'grid2', postedBy: 'ben' }), wish({ gridId: 'grid2', barredId: 'ben' })])).toEqual(
      [],
    )
  })

  test('whatever waits: each wish once, each with a reason, the values falling within red and within the rest', () => {
    const waiting = fc.record({
      itemId: fc.option(fc.constantFrom(...catalogue.map(({ id }) => id))),
      gridId: fc.constantFrom('grid1', 'grid2'),
      urgency: fc.constantFrom(...urgencies),
      publishedAt: fc.integer({ min: 0, max: 40 }).map(daysAgo),
      round: fc.integer({ min: 0, max: 3 }),
      postedBy: fc.constantFrom('ana', 'ben'),
    })
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: 40 }), fc.subarray([...strengths]), (list, own) => {
        const reader = { ...ben, strengths: own }
        const suited = suitedTo(list.map(wish), reader, page, 8)

        const match = matcherFor(reader, page)
        const keys = suited.map((one) => (one.wish.urgency === 'red' ? 1e6 : 0) + (match(one.wish)?.value ?? -1))
        expect(keys).toEqual(keys.toSorted((a, b) => b - a))
        expect(new Set(suited.map((one) => one.wish)).size).toBe(suited.length)
        for (const one of suited) {
          expect(one.reasons.length).toBeGreaterThan(1)
          expect(one.wish.postedBy).not.toBe('ben')
        }
      }),
      { numRuns: 60 },
    )
  })
})
