import { expect, test } from 'vitest'
import type { ActWithForm } from '#domain/wish/act.ts'
import { readFields } from '#domain/wish/act-fields.ts'

const fields = {
  hours: { kind: 'number' },
  from: { kind: 'day' },
  until: { kind: 'day', isOptional: true },
  alone: { kind: 'tick' },
} as const

test('declared fields reach the order as numbers, days and yes or no', () => {
  expect(readFields(fields, { hours: ' １２ ', from: '2026-11-30', until: '', alone: 'yes', other: 'x' })).toEqual({
    ok: true,
    values: { hours: 12, from: '2026-11-30', until: null, alone: true },
  })
  expect(readFields(fields, { hours: '0', from: '2026-11-30', until: '2026-12-01' })).toEqual({
    ok: true,
    values: { hours: 0, from: '2026-11-30', until: '2026-12-01', alone: false },
  })
})

test.each([
  [{ from: '2026-11-30' }, 'hours', 'number'],
  [{ hours: '-1', from: '2026-11-30' }, 'hours', 'number'],
  [{ hours: '2.5', from: '2026-11-30' }, 'hours', 'number'],
  [{ hours: '2', from: '' }, 'from', 'date'],
  [{ hours: '2', from: '2026-02-30' }, 'from', 'date'],
  [{ hours: '2', from: '2026-11-30', until: 'soon' }, 'until', 'date'],
] as const)('%o is refused at %s', (typed, field, fault) => {
  expect(readFields(fields, typed)).toEqual({ ok: false, field, fault })
})

test('an act declares a field for everything it asks, of the right kind, or does not compile', () => {
  type Asked = { readonly hours: number; readonly until?: string | null; readonly reason: 'busy' }
  type Form = ActWithForm<'advise', Asked>['form']
  const whole: Form = {
    reasons: ['busy'],
    fields: { hours: { kind: 'number' }, until: { kind: 'day', isOptional: true } },
  }
  // @ts-expect-error nothing is declared for the hours
  const lacking: Form = { fields: { until: { kind: 'day', isOptional: true } } }
  // @ts-expect-error hours are no day
  const wrong: Form = { fields: { hours: { kind: 'day' }, until: { kind: 'day', isOptional: true } } }
  // @ts-expect-error what may be left out is optional in the form
  const strict: Form = { fields: { hours: { kind: 'number' }, until: { kind: 'day' } } }

  expect([whole, lacking, wrong, strict].map(({ fields }) => Object.keys(fields).length)).toEqual([2, 1, 2, 2])
})
