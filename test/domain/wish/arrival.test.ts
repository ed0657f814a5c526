import { describe, expect, test } from 'vitest'
import { readCame } from '#domain/wish/arrival.ts'

const zone = 'Asia/Shanghai'
const now = new Date('2026-11-02T11:00:00+08:00')
const read = (typed: Partial<Parameters<typeof readCame>[0]>) =>
  readCame({ source: 'letter', received: '', workOrder: '', ...typed }, now, zone)

describe('when a request came in', () => {
  test('is now where nothing is typed', () => {
    expect(read({})).toEqual({ ok: true, value: { receivedAt: null, workOrder: '' } })
  })

  test('is local time, up to sixty days back and not in the future', () => {
    expect(read({ received: '2026-10-30T15:30' })).toMatchObject({
      value: { receivedAt: new Date('2026-10-30T15:30:00+08:00') },
    })
    expect(read({ received: '2026-09-03T11:00' }).ok).toBe(true)
    expect(read({ received: '2026-09-03T10:59' })).toEqual({ ok: false, faults: { received: 'too-old' } })
    expect(read({ received: '2026-11-02T11:11' })).toEqual({ ok: false, faults: { received: 'not-yet' } })
  })

  test('is now where the phone’s clock is a little ahead', () => {
    expect(read({ received: '2026-11-02T11:09' })).toMatchObject({ ok: true, value: { receivedAt: null } })
  })

  test.each(['2026-02-30T10:00', '11月2日', '2026-11-02', '2026-11-02T25:00'])('cannot be %s', (received) => {
    expect(read({ received })).toEqual({ ok: false, faults: { received: 'moment' } })
  })
})

describe('the work order of 12345', () => {
  test('is asked of a transfer alone, and read as it is written on either keyboard', () => {
    expect(read({ source: 'transfer' })).toEqual({ ok: false, faults: { workOrder: 'required' } })
    expect(read({ source: 'transfer', workOrder: ' ＣＪ2026-1102 0042' })).toMatchObject({
      value: { workOrder: 'CJ2026-11020042' },
    })
    expect(read({ source: 'transfer', workOrder: '张三家的' })).toEqual({
      ok: false,
      faults: { workOrder: 'work-order' },
    })
    expect(read({ source: 'phone', workOrder: 'CJ20261102' })).toMatchObject({ value: { workOrder: '' } })
  })
})
