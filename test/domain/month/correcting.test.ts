import { expect, test } from 'vitest'
import { clashOf } from '#domain/month/correcting.ts'
import type { Facts } from '#domain/month/month-facts.ts'

const facts: Facts = {
  ...{ published: 30, claimed: 24, unclaimed: 4, due: 20, 'on-time': 15, late: 3, deliveries: 18, tried: 16 },
  ...{ reached: 14, 'callback-due': 18, called: 14, uncalled: 2, exhausted: 2, closed: 5, withdrawn: 3, referred: 2 },
}

test.each([
  ['unclaimed', 7, 'over-together', 'published'],
  ['late', 6, 'over-together', 'due'],
  ['tried', 19, 'over-base', 'deliveries'],
  ['uncalled', 3, 'over-together', 'callback-due'],
  ['exhausted', 999, 'over-together', 'callback-due'],
  ['withdrawn', 4, 'over-together', 'closed'],
  ['referred', 3, 'over-together', 'closed'],
  ['published', 27, 'under-share', 'claimed'],
  ['due', 17, 'under-share', 'on-time'],
  ['closed', 4, 'under-share', 'withdrawn'],
])('%s cannot be %i next to the other figures: %s, and “%s” is named', (key, value, why, other) => {
  expect(clashOf(facts, [], key, value)).toMatchObject({ why, key: other })
})

test.each([
  ['unclaimed', 6],
  ['late', 5],
  ['tried', 18],
  ['exhausted', 1],
  ['withdrawn', 2],
  ['published', 28],
  ['closed', 5],
])('%s may be %i', (key, value) => {
  expect(clashOf(facts, [], key, value)).toBeNull()
})

test('a share may be corrected before what it leaves less of', () => {
  expect(clashOf(facts, [], 'called', 16)).toBeNull()
  expect(clashOf(facts, [], 'called', 19)).toMatchObject({ why: 'over-base', key: 'callback-due' })
})

test('a wrong figure may be brought closer to the right one, one figure at a time', () => {
  const wrong = { ...facts, late: 9 }

  expect(clashOf(wrong, [], 'late', 6)).toBeNull()
  expect(clashOf(wrong, [], 'due', 24)).toBeNull()
})
