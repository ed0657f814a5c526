import { describe, expect, test } from 'vitest'
import { checksFor } from '#domain/wish/handover.ts'
import * as life from './one-wish.ts'

const { act, ben, beijing, claimed, outcome, setting } = life
const now = beijing('2026-11-02T23:00:00')
const deliver = (itemId: string | null, order: object) =>
  act(claimed({ itemId }), { action: 'deliver', ...order }, ben, setting({ now, known: life.allWell }))

describe('what is shown and asked at the door', () => {
  test.each([
    ['milk', ['expiry-read', 'allergy-asked']],
    ['plaster', ['use-shown', 'expiry-read', 'allergy-asked']],
    ['kettle', ['use-shown', 'plug-tried']],
    ['cane', ['use-shown']],
    ['chat', []],
    [null, []],
  ] as const)('for %s: %j', (itemId, checks) => {
    expect(checksFor(itemId)).toEqual(checks)
  })

  test('is a code in the event, and only what belongs to the item', () => {
    const verdict = deliver('milk', { checks: ['allergy-asked', 'plug-tried'] })
    expect(verdict.ok && verdict.event.data.checks).toEqual(['allergy-asked'])
  })

  test('is never required', () => {
    const verdict = deliver('milk', {})
    expect(verdict.ok && 'checks' in verdict.event.data).toBe(false)
  })

  test.each([
    ['2026-12-01', 'expires-soon'],
    ['2026-12-02', 'ok'],
    ['2026-10-01', 'expires-soon'],
    ['2027-12-02', 'ok'],
  ])('a date of expiry of %s: %s', (expiry, expected) => {
    expect(outcome(deliver('milk', { expiry }))).toBe(expected)
  })
})
