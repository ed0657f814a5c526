import { expect, test } from 'vitest'
import { partStateOf, shoppingList } from '#domain/units/batch.ts'
import type { State } from '#domain/vocabulary.ts'

const part = (state: State, claimantId: string | null, personId: string | null, isOver = false) =>
  partStateOf({ state, claimantId, personId, isOver })

test('a wish of a batch is with its member, waits for one, or has gone elsewhere', () => {
  expect(part('open', null, null)).toBe('open')
  expect(part('open', null, 'ben')).toBe('waiting')
  expect(part('open', null, 'ben', true)).toBe('open')
  expect(part('claimed', 'ben', 'ben')).toBe('claimed')
  expect(part('delivered', 'ben', 'ben')).toBe('delivered')
  expect(part('unconfirmed', 'ben', 'ben')).toBe('delivered')
  expect(part('fulfilled', 'ben', 'ben')).toBe('fulfilled')
  expect(part('claimed', 'cleo', 'ben')).toBe('left-out')
  expect(part('claimed', 'cleo', null)).toBe('left-out')
  expect(part('withdrawn', null, 'ben')).toBe('left-out')
})

test('a shopping list has one line for the same item in the same measure', () => {
  const plaster = { name: 'plasters', measure: 'box', quantity: 1 }
  expect(shoppingList([plaster, { ...plaster, quantity: 2 }, { ...plaster, measure: 'piece' }])).toEqual([
    { name: 'plasters', measure: 'box', quantity: 3, wishes: 2 },
    { name: 'plasters', measure: 'piece', quantity: 1, wishes: 1 },
  ])
  expect(shoppingList([])).toEqual([])
})
