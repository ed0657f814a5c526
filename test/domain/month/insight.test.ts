import { expect, test } from 'vitest'
import { insightsOf } from '#domain/month/insight.ts'

const thing = (itemId: string | null, count: number, category: 'goods' | 'errand' = 'goods') => ({
  itemId,
  category,
  count,
})

test('the most frequent wishes come first, and a single wish is not a trend', () => {
  const { most } = insightsOf([thing('milk', 3), thing('kettle', 1), thing('plaster', 5)], null)

  expect(most.map(({ itemId }) => itemId)).toEqual(['plaster', 'milk'])
})

test('wishes in free words are not one item: they come last, and have no trend', () => {
  const now = [thing(null, 9, 'errand'), thing('milk', 3), thing('plaster', 5), thing('cane', 2), thing('lamp', 2)]
  const { most, rose } = insightsOf(now, [thing('milk', 1)])

  expect(most.map(({ itemId }) => itemId)).toEqual(['plaster', 'milk', 'cane', null])
  expect(rose.map(({ itemId }) => itemId)).toEqual(['plaster', 'cane', 'lamp'])
})
