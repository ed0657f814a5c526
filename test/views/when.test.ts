import { expect, test } from 'vitest'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'
import { dueWords, saidWords } from '#views/parts/when.tsx'

const at = (local: string) => new Date(`${local}+08:00`)
const endOfTuesday = at('2026-11-24T23:59:59')

test.each([
  ['2026-11-22T00:00:00', '还剩2天', '2 days left'],
  ['2026-11-22T23:59:59', '还剩2天', '2 days left'],
  ['2026-11-23T00:00:00', '还剩1天', '1 day left'],
  ['2026-11-23T23:59:59', '还剩1天', '1 day left'],
  ['2026-11-24T00:00:00', '今天到期', 'due today'],
  ['2026-11-24T23:59:59', '今天到期', 'due today'],
  ['2026-11-25T00:00:00', '已过1天', '1 day late'],
  ['2026-11-26T00:00:00', '已过2天', '2 days late'],
])('at %s what is due at the end of the 24th says “%s”', (now, chinese, english) => {
  expect(dueWords(endOfTuesday, at(now), zh)).toBe(chinese)
  expect(dueWords(endOfTuesday, at(now), en)).toBe(english)
})

test('the day is that of the community’s clock, not of the server’s', () => {
  const [due, now] = [at('2026-11-25T00:30:00'), at('2026-11-24T23:30:00')]

  expect(dueWords(due, now, zh)).toBe('还剩1天')
  expect(dueWords(due, now, zh, 'Asia/Urumqi')).toBe('今天到期')
})

test.each([
  ['2026-11-27T23:59:59', '明天上午10:30', 'tomorrow 10:30 am'],
  ['2026-11-29T00:00:00', '昨天上午10:30', 'yesterday 10:30 am'],
  ['2026-11-29T23:59:59', '昨天上午10:30', 'yesterday 10:30 am'],
  ['2026-11-30T00:00:00', '11月28日上午10:30', '28 Nov 10:30 am'],
  ['2026-12-31T23:59:59', '11月28日上午10:30', '28 Nov 10:30 am'],
  ['2027-01-01T00:00:00', '2026年11月28日上午10:30', '28 Nov 2026 10:30 am'],
])('at %s what was, or is to be, on the 28th is said “%s”', (now, chinese, english) => {
  expect(saidWords(at('2026-11-28T10:30:00'), at(now), zh)).toBe(chinese)
  expect(saidWords(at('2026-11-28T10:30:00'), at(now), en)).toBe(english)
})

const saturday = at('2026-11-28T10:30:00')

test.each([
  ['2026-11-21T23:59:59', '11月28日上午10:30', '28 Nov 10:30 am'],
  ['2026-11-22T00:00:00', '周六上午10:30', 'Sat 10:30 am'],
  ['2026-11-26T23:59:59', '周六上午10:30', 'Sat 10:30 am'],
  ['2026-11-27T00:00:00', '明天上午10:30', 'tomorrow 10:30 am'],
  ['2026-11-28T00:00:00', '今天上午10:30', 'today 10:30 am'],
  ['2026-11-28T23:59:59', '今天上午10:30', 'today 10:30 am'],
  ['2026-11-30T00:00:00', '11月28日上午10:30', '28 Nov 10:30 am'],
])('at %s a visit on Saturday morning is “%s”', (now, chinese, english) => {
  expect(saidWords(saturday, at(now), zh)).toBe(chinese)
  expect(saidWords(saturday, at(now), en)).toBe(english)
})

test.each([
  ['00:05', '凌晨0:05', '12:05 am'],
  ['05:59', '凌晨5:59', '5:59 am'],
  ['06:00', '上午6:00', '6:00 am'],
  ['12:00', '中午12:00', '12:00 pm'],
  ['13:00', '下午1:00', '1:00 pm'],
  ['17:59', '下午5:59', '5:59 pm'],
  ['18:00', '晚上6:00', '6:00 pm'],
  ['23:59', '晚上11:59', '11:59 pm'],
])('%s is said as %s', (clock, chinese, english) => {
  const visit = at(`2026-11-28T${clock}:00`)

  expect(saidWords(visit, saturday, zh)).toBe(`今天${chinese}`)
  expect(saidWords(visit, saturday, en)).toBe(`today ${english}`)
})
