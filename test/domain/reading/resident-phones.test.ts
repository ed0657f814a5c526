import { expect, test } from 'vitest'
import { type ResidentForm, readResident, residentFieldNames } from '#domain/people/resident.ts'

const empty = Object.fromEntries(residentFieldNames.map((name) => [name, ''])) as ResidentForm
const file = (phones: Partial<ResidentForm>) =>
  readResident({ ...empty, name: '沈玉兰', ageBand: '80+', gridId: 'one', building: '3', door: '201', ...phones }, [
    'one',
  ])

test('the form of a resident takes and keeps an extension', () => {
  expect(file({ phone1: '0994-2345678 转 802' })).toMatchObject({ ok: true, value: { phones: ['0994-2345678转802'] } })
})

test('a number said to belong to another person is not recorded as the resident’s own', () => {
  expect(file({ phone1: '女儿 19900021010' })).toMatchObject({ ok: false, faults: { phone1: 'phone' } })
  expect(file({ relativePhone: '19900021010' })).toMatchObject({ ok: true, value: { relativePhone: '19900021010' } })
})
