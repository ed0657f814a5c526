import { expect, test } from 'vitest'
import { privateIn } from '#routes/lists/list-forms.ts'

test('what a corrected volunteer row adds to the work unit is read like the list', () => {
  expect(privateIn({ unit: '市水务局（低保户）' })).toEqual({ unit: { code: 'hardship-word', words: '低保户' } })
  expect(privateIn({ unit: '第三中学，有糖尿病' })).toMatchObject({ unit: { code: 'health-word' } })
})

test('a work unit that is called after its task is not private', () => {
  expect(privateIn({ unit: '市残联' })).toEqual({})
  expect(privateIn({ unit: '1' })).toEqual({})
})
