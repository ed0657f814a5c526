import { expect, test } from 'vitest'
import { monthIn } from '#domain/lists/list-months.ts'
import { dayOf, freeTimesOf, strengthsOf } from '#domain/lists/roll.ts'
import { addressFrom, addressOf } from '#domain/reading/addresses.ts'
import { ageOf, bornOf } from '#domain/reading/ages.ts'
import { moneyOf, quantityOf } from '#domain/reading/amounts.ts'
import { clean, hanNumber } from '#domain/reading/cells.ts'
import { measureFits } from '#domain/reading/measures.ts'
import { nameOf } from '#domain/reading/names.ts'
import { phonesOf } from '#domain/reading/phones.ts'

const today = '2026-11-23'

test('control characters, lone surrogates and invisible marks are stripped, uncommon Han are not', () => {
  expect(clean('王\u0002芳\uD800\uFFFE\u200B\t李\r\n𠅤 ')).toBe('王芳 李 𠅤')
})

test.each([
  ['八十二', 82],
  ['十', 10],
  ['两百', 200],
  ['一百二十', 120],
  ['二〇三', 203],
  ['甲', null],
])('the Chinese number %s is %s', (text, number) => {
  expect(hanNumber(text)).toBe(number)
})

test.each([
  ['82', '80+'],
  ['82岁', '80+'],
  ['８６', '80+'],
  ['七十九周岁', '70-79'],
  ['60多', '60-69'],
  ['11', 'under14'],
  ['8个月', 'under14'],
  ['13', 'under14'],
  ['14', '14-59'],
  ['1950年', '70-79'],
  ['', undefined],
  ['650102194405120011', undefined],
  ['500', undefined],
])('the age %s gives the band %s and nothing finer', (cell, band) => {
  expect(ageOf(cell, today)?.band).toBe(band)
})

test('a birth date settles the band to the day, a year alone leaves the edge open', () => {
  expect(bornOf('1946-11-23', today)).toEqual({ band: '80+', edge: false })
  expect(bornOf('1946-11-24', today)).toEqual({ band: '70-79', edge: false })
  expect(bornOf('1946', today)).toEqual({ band: '80+', edge: true })
  expect(bornOf('19440512', today)).toEqual({ band: '80+', edge: false })
})

test.each([
  ['199 0000 7217', ['19900007217']],
  ['199-0000-3498', ['19900003498']],
  ['＋８６ 19900003498', ['19900003498']],
  ['家里19900003498（晚上打）', ['19900003498']],
  ['19900003498/19900003499', ['19900003498', '19900003499']],
  ['19900003498 19900003499', ['19900003498', '19900003499']],
  ['0994－2345678', ['0994-2345678']],
  ['无', []],
  ['', []],
])('the phone cell %s gives %j without a doubt', (cell, phones) => {
  expect(phonesOf(cell)).toEqual({ phones, short: [], bad: [], others: [] })
})

test('distinguishes a landline without its area code or some digits from digits that are not a phone number', () => {
  expect(phonesOf('0994-23456').short).toEqual([{ written: '0994-23456', lacks: 'digits' }])
  expect(phonesOf('2345678').short).toEqual([{ written: '2345678', lacks: 'area-code' }])
  expect(phonesOf('1990000').bad).toEqual(['1990000'])
  expect(phonesOf('1.99E+10').bad).toEqual(['1.99E+10'])
})

test.each([
  ['1', 1, ''],
  ['一副', 1, '副'],
  ['５盒', 5, '盒'],
  ['各1', 1, ''],
  ['两箱（24盒装）', 2, '箱'],
  ['10kg', 10, 'kg'],
  ['', 1, ''],
])('the quantity %s is %i %s', (cell, count, measure) => {
  expect(quantityOf(cell)).toMatchObject({ count, measure, readable: true, each: cell.startsWith('各') })
})

test.each(['若干', '半斤', '0', '2026-01-02', '-3'])('the quantity %s is not readable and counts as one', (cell) => {
  expect(quantityOf(cell)).toMatchObject({ count: 1, readable: false })
})

test.each([
  ['60', 6000, false],
  ['￥1,200.50元', 120_050, false],
  ['约60', 6000, true],
  ['60-80', 8000, true],
  ['一百元左右', 10_000, true],
  ['免费', 0, false],
  ['无', null, false],
])('the sum %s is %s fen', (cell, fen, approximate) => {
  expect(moneyOf(cell)).toEqual({ fen, approximate, readable: true })
})

test('a sum that is no number is left empty and said to be unread', () => {
  expect(moneyOf('看情况')).toEqual({ fen: null, approximate: false, readable: false })
  expect(moneyOf('1万')).toMatchObject({ readable: false })
})

test('a wheelchair is not counted in boxes, but in pieces or machines', () => {
  expect(['盒', '个', '辆', '台'].map((written) => measureFits(written, 'machine'))).toEqual([false, true, true, true])
})

test.each([
  ['17号楼2单元203室', ['17', '2', '203']],
  ['十七栋二单元203', ['17', '2', '203']],
  ['阳光小区17#2单元0203', ['17', '2', '203']],
  ['17-2-203', ['17', '2', '203']],
  ['A座1203', ['A', '', '1203']],
  ['6号楼2单元', ['6', '2', '']],
  ['幸福巷5号', ['', '', '']],
  ['待定', ['', '', '']],
])('the address %s is building, unit, door %j', (cell, [building, unit, door]) => {
  expect(addressOf(cell)).toMatchObject({ building, unit, door, raw: cell })
})

test('building, unit and door from columns of their own make one address', () => {
  expect(addressFrom({ building: '3号楼', unit: '二单元', door: '0101' }, '阳光小区')).toEqual({
    place: '阳光小区',
    building: '3',
    unit: '2',
    door: '101',
    raw: '阳光小区 3号楼2单元101室',
    unsure: [],
  })
})

test.each([
  ['王 芳', '王芳', null],
  ['古丽娜尔・买买提', '古丽娜尔·买买提', null],
  ['艾力.卡德尔', '艾力·卡德尔', null],
  ['陶勇（女）', '陶勇', 'female'],
  ['𠅤建平', '𠅤建平', null],
])('the name %s is stored as %s', (cell, name, sex) => {
  expect(nameOf(cell)).toEqual({ name, sex, wrong: null })
})

test('nothing, digits and 61 characters are no name; 60 are', () => {
  expect(['', '无', '12', '王3', '·', '买'.repeat(61), '买'.repeat(60)].map((cell) => nameOf(cell).wrong)).toEqual([
    'no-name',
    'no-name',
    'no-name',
    'bad-name',
    'no-name',
    'bad-name',
    null,
  ])
})

test('days of reporting in are read in any usual form and checked against the calendar', () => {
  expect(['2026/10/9', '2026-10-09', '2026年10月9日', '20261009', '2026.10.9'].map(dayOf)).toEqual(
    Array(5).fill('2026-10-09'),
  )
  expect(['2026-02-29', '2026-13-01', '10月', ''].map(dayOf)).toEqual([null, null, null, null])
})

test('strengths and free times become codes, and what has no code is mentioned', () => {
  expect(strengthsOf('医疗护理、理发/剪纸')).toEqual({ codes: ['care', 'haircut', 'other'], unread: ['剪纸'] })
  expect(strengthsOf('无')).toEqual({ codes: [], unread: [] })
  expect(freeTimesOf('周六上午、下班后').codes).toEqual(['saturday-morning', 'weekday-evening'])
  expect(freeTimesOf('看心情')).toEqual({ codes: [], unread: ['看心情'] })
})

test('a month without a year is the one nearest to today', () => {
  expect(['（2026年11月）', '11月需求清单', '12月', '2026-03', '台账'].map((text) => monthIn(text, today))).toEqual([
    '2026-11',
    '2026-11',
    '2026-12',
    '2026-03',
    null,
  ])
  expect(monthIn('12月', '2027-01-05')).toBe('2026-12')
})
