import { describe, expect, test } from 'vitest'
import { isSampled } from '#domain/receipts/page-call.ts'
import { receiptEndsAt } from '#domain/receipts/receipt-end.ts'
import { orderOfWord, readWord } from '#domain/receipts/receipt-word.ts'
import { partiesOf } from '#domain/wish/parties.ts'
import * as life from '#test/domain/wish/one-wish.ts'

const { act, beijing, claimed, delivered, orders, outcome, receiver, wish } = life
const fulfilled = (changes = {}) => delivered({ state: 'fulfilled', confirmedAt: life.monday, ...changes })

describe('what the receiving side says becomes the act that a call would have led to', () => {
  test.each([
    ['yes', 'satisfied', delivered(), { action: 'confirm', how: 'page', satisfaction: 'satisfied' }],
    ['yes', 'unrated', delivered(), { action: 'confirm', how: 'page', satisfaction: null }],
    ['yes', 'very-satisfied', fulfilled(), { action: 'rate', onPage: true, satisfaction: 'very-satisfied' }],
    ['yes', 'dissatisfied', delivered(), { action: 'reopen', reason: 'dissatisfied', satisfaction: 'dissatisfied' }],
    ['yes', 'very-dissatisfied', fulfilled(), { action: 'reopen', reason: 'dissatisfied' }],
    ['dissatisfied', undefined, fulfilled(), { action: 'reopen', reason: 'dissatisfied' }],
    ['partly', 'satisfied', delivered(), { action: 'reopen', reason: 'partly-received', satisfaction: null }],
    ['no', 'satisfied', delivered(), { action: 'reopen', reason: 'not-received', satisfaction: null }],
  ] as const)('%s, %s', (received, level, before, expected) => {
    const word = readWord(received, level)
    expect(word && orderOfWord(word, before, 'resident')).toMatchObject({ ...expected, speaker: 'resident' })
  })

  test('nothing chosen is no word', () => {
    expect(readWord(undefined, 'satisfied')).toBe(null)
    expect(readWord('perhaps', 'satisfied')).toBe(null)
  })
})

describe('the receiver', () => {
  test('speaks for the wish of the slip and for no other', () => {
    expect(partiesOf(receiver, delivered(), [])).toEqual(['receiver'])
    expect(partiesOf(receiver, delivered({ id: 'another' }), [])).toEqual([])
  })

  test.each([
    ['the claimant', 'ben', delivered(), []],
    ['who entered the claim', 'anna', delivered({ enteredBy: 'anna' }), []],
    ['who recorded the delivery', 'dora', delivered({ deliveredBy: 'dora' }), []],
    ['who helped', 'cleo', delivered({ joiners: [{ personId: 'cleo', quantity: 1 }] }), []],
    ['who has seen the code', 'clara', delivered(), ['clara']],
  ] as const)('may do nothing while %s is signed in on that phone', (_who, signedInId, before, codeShownTo) => {
    expect(partiesOf({ ...receiver, signedInId }, before, codeShownTo)).toEqual([])
    expect(partiesOf({ ...receiver, signedInId: 'emil' }, before, codeShownTo)).toEqual(['receiver'])
  })

  test('rates once; what is found later still reopens the wish', () => {
    const rated = fulfilled({ satisfaction: 'satisfied' })
    expect(outcome(act(rated, { ...orders.rate, onPage: true }, receiver))).toBe('rated-already')
    expect(outcome(act(rated, { ...orders.reopen, onPage: true }, receiver))).toBe('ok')
  })

  test('cannot speak as a caller, nor a caller as the receiver', () => {
    const byCall = { action: 'confirm', how: 'call', speaker: 'resident', satisfaction: null } as const
    expect(outcome(act(delivered(), byCall, receiver))).toBe('not-allowed')
    expect(outcome(act(delivered(), { ...byCall, how: 'page' }, life.clara))).toBe('not-allowed')
    expect(outcome(act(fulfilled(), orders.rate, receiver))).toBe('not-allowed')
    expect(outcome(act(fulfilled(), { ...orders.rate, onPage: true }, life.clara))).toBe('not-allowed')
    expect(outcome(act(delivered(), { ...orders.reopen, onPage: true }, life.clara))).toBe('not-allowed')
  })

  test('spares a call only for a delivery that was rated, and no one else spares it that way', () => {
    const spare = { action: 'spare', onPage: true } as const
    expect(outcome(act(fulfilled({ satisfaction: 'satisfied' }), spare, receiver))).toBe('ok')
    expect(outcome(act(fulfilled(), spare, receiver))).toBe('not-allowed')
    expect(outcome(act(fulfilled({ satisfaction: 'satisfied' }), orders.spare, receiver))).toBe('not-allowed')
    expect(outcome(act(fulfilled({ satisfaction: 'satisfied' }), spare, life.clara))).toBe('not-allowed')
  })

  test('is checked by lot: one in five, and each one where the rule says so', () => {
    const digests = Array.from({ length: 1000 }, (_, n) => (n * 4_294_967).toString(16).padStart(8, '0'))
    const drawn = digests.filter((digest) => isSampled(digest, 5)).length
    expect(drawn).toBeGreaterThan(150)
    expect(drawn).toBeLessThan(250)
    expect(digests.every((digest) => isSampled(digest, 1))).toBe(true)
  })

  test('needs no right code, and has none to offer', () => {
    expect(outcome(act(delivered(), orders.confirm, receiver))).toBe('not-allowed')
  })
})

describe('the page behind a slip ends', () => {
  const closed = beijing('2026-11-03T12:00:00')
  test.each([
    ['never while the wish is open', wish(), null],
    ['never while it is on its way', claimed(), null],
    ['thirty days after it was confirmed', fulfilled({ confirmedAt: closed }), beijing('2026-12-03T12:00:00')],
    ['thirty days after it was withdrawn', wish({ endedAt: closed }), beijing('2026-12-03T12:00:00')],
    [
      'thirty days after the last try, where nobody was reached',
      delivered({ state: 'unconfirmed', triesSpentAt: closed }),
      beijing('2026-12-03T12:00:00'),
    ],
  ] as const)('%s', (_when, before, expected) => {
    expect(receiptEndsAt(before)).toEqual(expected)
  })
})
