import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseTogether, type Market } from '#domain/matching/choose-together.ts'
import { bestFlow, worthOf } from './best-flow.ts'

type Table = readonly (readonly number[])[]
const person = (own: Partial<Market['people'][number]> = {}) => ({ left: 3, mayPlain: true, asked: 0, ...own })
const plain = { places: 1, isUrgent: false }
const market = (values: Table, own: Partial<Market> = {}): Market => ({
  offers: values.map(() => plain),
  people: (values[0] ?? []).map(() => person()),
  valueFor: (offer, one) => values[offer]?.[one] ?? 0,
  price: 0,
  lotOf: () => 0,
  ...own,
})
const pairs = (given: Market) => chooseTogether(given).map(({ offer, person: one }) => `${offer}:${one}`)

describe('chosen together', () => {
  test('a rare skill is not spent on what another volunteer can do', () => {
    expect(
      pairs(
        market([
          [10, 9],
          [10, 0],
        ]),
      ),
    ).toEqual(['0:1', '1:0'])
  })

  test('a chain of three changes is found as well', () => {
    expect(
      pairs(
        market(
          [
            [10, 9, 0],
            [10, 0, 9],
            [0, 0, 10],
          ].map((row) => [...row, 0]),
        ),
      ),
    ).toHaveLength(3)
    expect(
      pairs(
        market([
          [9, 0, 8, 0],
          [10, 9, 0, 0],
          [0, 10, 0, 0],
        ]),
      ),
    ).toEqual(['0:2', '1:0', '2:1'])
  })

  test('of equals, who was asked less comes first, and a price that is more than the value sends nothing', () => {
    const people = [person({ asked: 2 }), person({ asked: 1 })]

    expect(pairs(market([[10, 10]], { people, price: 1 }))).toEqual(['0:1'])
    expect(pairs(market([[2, 1]], { people, price: 1 }))).toEqual([])
  })

  test('one person has one ordinary invitation, and more only for what is urgent', () => {
    const values = [[10], [10], [10], [10]]
    const offers = [plain, plain, { ...plain, isUrgent: true }, { ...plain, isUrgent: true }]

    expect(pairs(market(values, { offers }))).toEqual(['0:0', '2:0', '3:0'])
    expect(pairs(market(values, { offers, people: [person({ mayPlain: false })] }))).toEqual(['2:0', '3:0'])
    expect(pairs(market(values, { offers, people: [person({ left: 0 })] }))).toEqual([])
  })

  test('no one is asked twice for one offer', () => {
    const urgent = { places: 5, isUrgent: true }

    expect(pairs(market([[10, 9]], { offers: [urgent] }))).toEqual(['0:0', '0:1'])
  })
})

const anyMarket = fc
  .record({
    offers: fc.array(fc.record({ places: fc.integer({ min: 1, max: 4 }), isUrgent: fc.boolean() }), { maxLength: 7 }),
    people: fc.array(
      fc.record({
        left: fc.integer({ min: 0, max: 3 }),
        mayPlain: fc.boolean(),
        asked: fc.integer({ min: 0, max: 8 }),
      }),
      { maxLength: 8 },
    ),
    price: fc.constantFrom(0, 1, 3),
    values: fc.array(fc.constantFrom(0, 0, 1, 5, 6, 9, 10, 20, 60), { minLength: 56, maxLength: 56 }),
  })
  .map(({ values, ...rest }) => market([], { ...rest, valueFor: (offer, one) => values[offer * 8 + one] ?? 0 }))

describe('whatever is offered to whomever', () => {
  test('the choices are worth at least 95 % of the best there are', () => {
    fc.assert(
      fc.property(anyMarket, (given) => {
        const [own, flow] = [worthOf(given, chooseTogether(given)), worthOf(given, bestFlow(given))]
        expect(own).toBeLessThanOrEqual(flow + 1e-6)
        expect(own).toBeGreaterThanOrEqual(0.95 * flow - 1e-6)
      }),
      { numRuns: 1000 },
    )
  })

  test('no volunteer gets more invitations than they have room for or two ordinary ones, and no offer more volunteers than places', () => {
    fc.assert(
      fc.property(anyMarket, (given) => {
        const choices = chooseTogether(given)

        expect(chooseTogether(given)).toEqual(choices)
        expect(new Set(choices.map(({ offer, person: one }) => `${offer} ${one}`)).size).toBe(choices.length)
        for (const [n, { left, mayPlain }] of given.people.entries()) {
          const own = choices.filter(({ person: one }) => one === n)
          expect(own.length).toBeLessThanOrEqual(left)
          const ordinary = own.filter(({ offer }) => !given.offers[offer]?.isUrgent)
          expect(ordinary.length).toBeLessThanOrEqual(mayPlain ? 1 : 0)
        }
        for (const [n, { places }] of given.offers.entries())
          expect(choices.filter(({ offer }) => offer === n).length).toBeLessThanOrEqual(places)
        for (const { offer, person: one } of choices) expect(given.valueFor(offer, one)).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})
