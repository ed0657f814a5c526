import { expect, test } from 'vitest'
import { momentsOf } from '#domain/jump.ts'

const zone = 'Asia/Shanghai'
const beijing = (text: string) => new Date(`${text}+08:00`)

test('an hour passes the full hour in between and ends to the minute', () => {
  expect(momentsOf('hour', beijing('2026-10-31T17:20:00'), zone)).toEqual([
    beijing('2026-10-31T18:00:00'),
    beijing('2026-10-31T18:20:00'),
  ])
  expect(momentsOf('hour', beijing('2026-10-31T17:00:00'), zone)).toEqual([beijing('2026-10-31T18:00:00')])
})

test('a day passes every full hour, midnight among them', () => {
  const moments = momentsOf('day', beijing('2026-10-31T17:20:00'), zone)

  expect(moments).toHaveLength(25)
  expect(moments).toContainEqual(beijing('2026-11-01T00:00:00'))
  expect(moments.at(-1)).toEqual(beijing('2026-11-01T17:20:00'))
})

test('the month ends with the first instant of the next one, from its first as from its last', () => {
  expect(momentsOf('month', beijing('2026-10-31T23:59:59'), zone)).toEqual([beijing('2026-11-01T00:00:00')])
  const whole = momentsOf('month', beijing('2026-11-01T00:00:00'), zone)

  expect(whole).toHaveLength(30 * 24)
  expect(whole.at(-1)).toEqual(beijing('2026-12-01T00:00:00'))
})

test('full hours are those of the local clock', () => {
  const kolkata = momentsOf('hour', new Date('2026-11-01T12:10:00+05:30'), 'Asia/Kolkata')

  expect(kolkata[0]).toEqual(new Date('2026-11-01T13:00:00+05:30'))
})
