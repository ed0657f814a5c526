import { expect, test } from 'vitest'
import { readVolunteer } from '#domain/lists/roll.ts'

const read = (phone: string) => {
  const row = readVolunteer({ name: '马兰', unit: '水务局', phone }, { sheet: '名单', line: 2 })
  return [
    row.phone,
    ...[...row.errors, ...row.doubts].map((one) => ('written' in one ? [one.code, one.written] : one.code)),
  ]
}

test('people who sign in with a number must be those it belongs to', () => {
  expect(read('19900024103')).toEqual(['19900024103'])
  expect(read('19900024103（单位）')).toEqual([null, ['not-own-phone', '19900024103(单位)']])
  expect(read('女儿19900024103')).toEqual([null, ['not-own-phone', '女儿19900024103']])
  expect(read('0994-2345678')).toEqual([null, ['bad-phone', '0994-2345678']])
})

test('other content of the cell is named', () => {
  expect(read('19900024103、19900024104')).toEqual(['19900024103', ['phone-left', '19900024104']])
  expect(read('19900024103 0994-2345678（单位）')).toEqual(['19900024103', ['phone-left', '(单位) 0994-2345678']])
})
