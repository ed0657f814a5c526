import { expect, test } from 'vitest'
import { ageOf, readAge, readBirth } from '#domain/reading/ages.ts'

const today = '2026-11-28'
const short = (age: ReturnType<typeof readAge>) =>
  age === null || age === 'unread'
    ? String(age)
    : [age.band, age.edge && 'edge', age.isYear && 'year'].filter(Boolean).join(' ')

test.each([
  ['82', '80+'],
  ['八十二', '80+'],
  ['82周岁', '80+'],
  ['虚岁83', '80+'],
  ['虚岁81', '80+ edge'],
  ['1944', '80+'],
  ['1944年', '80+'],
  ['1944.3', '80+'],
  ['1944-03', '80+'],
  ['194403', '80+'],
  ['19440312', '80+'],
  ['1944年3月12日', '80+'],
  ['1944-03-12', '80+'],
  ['16143', 'unread'],
  ['44年', '80+ year'],
  ['44.3', '80+ year'],
  ['44.10', '80+ year'],
  ['652301194403121234', 'unread'],
  ['65230119440312123X', 'unread'],
  ['6.523011944031213e+17', 'unread'],
  ['652301194403121300', 'unread'],
  ['6.52301E+17', 'unread'],
  ['80后', '14-59'],
  ['60后', '60-69 edge'],
  ['近80', '80+ edge'],
  ['80多', '80+'],
  ['60多岁', '60-69'],
  ['75/78', 'unread'],
  ['78、75', 'unread'],
  ['65-72', '70-79 edge'],
  ['88.5', 'unread'],
  ['-5', 'unread'],
  ['1000000000000', 'unread'],
  ['', 'null'],
  ['不详', 'null'],
  ['8 5', 'unread'],
  ['85（独居）', '80+'],
  ['男', 'unread'],
  ['TRUE', 'unread'],
  ['10月', 'unread'],
  ['10个月', 'under14'],
  ['59.9', '60-69 year'],
  ['60岁以上', '80+ edge'],
  ['80岁以上', '80+'],
  ['80+', '80+'],
  ['70+', '80+ edge'],
  ['under14', 'under14'],
  ['14-59', '14-59'],
  ['0', 'unread'],
  ['11', 'under14'],
])('in a column of ages %j is %s', (cell, read) => {
  expect(short(readAge(cell, today))).toBe(read)
})

test.each([
  ['82', 'unread'],
  ['八十二', 'unread'],
  ['82周岁', '80+'],
  ['虚岁83', '80+'],
  ['1944', '80+'],
  ['1944.3', '80+'],
  ['194403', '80+'],
  ['1944年3月12日', '80+'],
  ['1944-03-12', '80+'],
  ['44年', '80+'],
  ['44.3', '80+'],
  ['44年3月', '80+'],
  ['44.03.12', '80+'],
  ['44/3/12', '80+'],
  ['440312', '80+'],
  ['46.1', '80+'],
  ['12/3/1944', '80+'],
  ['28/11/1946', '80+'],
  ['11/29/1946', '70-79'],
  ['一九四四年三月', '80+'],
  ['05.3', 'unread'],
  ['16143', 'unread'],
  ['652301194403121234', 'unread'],
  ['6.52301E+17', 'unread'],
  ['80后', '14-59'],
  ['近80', 'unread'],
  ['75/78', 'unread'],
  ['65-72', 'unread'],
  ['88.5', '14-59'],
  ['59.9', '60-69'],
  ['10月', 'unread'],
  ['男', 'unread'],
  ['2027-01', 'unread'],
  ['2027', 'unread'],
  ['不详', 'null'],
])('in a column of birth dates %j is %s', (cell, read) => {
  expect(short(readBirth(cell, today))).toBe(read)
})

test('a number that may be January or October is only as sure as both', () => {
  expect(short(readBirth('46.1', '2026-05-01'))).toBe('80+ edge')
  expect(short(readBirth('44.1', '2026-05-01'))).toBe('80+')
})

test('no number of an identity card becomes an age, whatever a spreadsheet has made of it', () => {
  for (const cell of ['652301194403121234', '6.52301E+17', '6.52301194403121E17', '652301440312123', '6523'])
    expect(ageOf(cell, today)).toBeNull()
})
