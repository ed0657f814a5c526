import { describe, expect, test } from 'vitest'
import * as life from './one-wish.ts'

const { act, allWell, anna, beijing, dora, monday, orders, outcome, setting, wish } = life

describe('publishing', () => {
  const submitted = wish({ state: 'submitted', publishedAt: null })

  test('needs consent to post and to show the card', () => {
    expect(
      act(submitted, orders.publish, dora, setting({ known: { consents: ['kept', 'card', 'contact'] } })),
    ).toMatchObject({ refusal: { why: 'no-consent', missing: ['posting'] } })
  })

  test('a free wish needs a public title, without private words', () => {
    const free = wish({ state: 'submitted', publishedAt: null, itemId: null })
    const marked = setting({ known: { ...allWell, privateWord: { word: '203', kind: 'address' } } })
    const titled = { ...orders.publish, publicText: 'a lamp' }
    expect(outcome(act(free, orders.publish, dora))).toBe('no-public-text')
    expect(outcome(act(free, titled, dora, marked))).toBe('private-words')
    expect(outcome(act(free, titled, dora))).toBe('ok')
  })

  test('above the limit of value the secretary has to approve it', () => {
    const dear = (valueFen: number) => ({ ...submitted, valueFen })
    const approved = { ...orders.publish, approvesValue: true }
    expect(outcome(act(dear(20_000), orders.publish, dora))).toBe('ok')
    expect(act(dear(20_001), orders.publish, dora)).toMatchObject({
      refusal: { why: 'needs-approval', limitFen: 20_000 },
    })
    expect(act(dear(20_001), approved, dora)).toMatchObject({ event: { data: { approvedValue: true } } })
    expect(outcome(act(wish(), { ...orders.amend, content: { ...life.milk, valueFen: 30_000 } }, anna))).toBe(
      'needs-approval',
    )
  })

  test('keeps the rules of its first publication for good', () => {
    const first = act(submitted, orders.publish, dora)
    expect(first).toMatchObject({ wish: { ruleVersion: 'rules-2', publishedAt: monday } })
    const again = { ...submitted, publishedAt: beijing('2026-10-01T10:00:00') }
    expect(act(again, orders.publish, dora)).toMatchObject({ wish: { ruleVersion: 'rules-1' } })
  })

  test('where the community publishes without a check, only what needs no check opens at once', () => {
    const unchecked = (known = allWell) => setting({ known, rules: { checkBeforePublishing: false } })
    const posted = (changes: object, given = unchecked()) => {
      const verdict = act(null, { ...orders.post, ...changes }, anna, given)
      return verdict.ok && verdict.wish.state
    }
    expect(posted({})).toBe('open')
    expect(posted({ isImport: true })).toBe('submitted')
    expect(posted({ content: { ...life.milk, itemId: null } })).toBe('submitted')
    expect(posted({ content: { ...life.milk, valueFen: 20_001 } })).toBe('submitted')
    expect(posted({}, unchecked({ consents: ['posting'] }))).toBe('submitted')
  })
})

describe('the same item again', () => {
  const again = setting({ known: { ...allWell, repeat: { code: '1111-2222', on: beijing('2026-10-01T10:00:00') } } })

  test('needs a reason at posting', () => {
    expect(act(null, orders.post, anna, again)).toMatchObject({
      refusal: { why: 'repeat', code: '1111-2222', days: 60 },
    })
    expect(outcome(act(null, { ...orders.post, hasRepeatReason: true }, anna, again))).toBe('ok')
  })

  test('needs a reason at amending only where the item was changed', () => {
    const other = { ...orders.amend, content: { ...life.milk, itemId: 'rice' }, fields: ['itemId'] }
    const free = { ...orders.amend, content: { ...life.milk, itemId: null }, fields: ['words'] }
    expect(outcome(act(wish({ state: 'submitted' }), orders.amend, anna, again))).toBe('ok')
    expect(outcome(act(wish({ state: 'submitted' }), other, anna, again))).toBe('repeat')
    expect(outcome(act(wish({ state: 'submitted', itemId: null }), free, anna, again))).toBe('repeat')
  })
})
