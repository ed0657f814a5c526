import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { mendNeed, readNeed } from '#domain/lists/needs.ts'
import { fingerprintText, markRepeats } from '#domain/lists/repeats.ts'
import { readVolunteer } from '#domain/lists/roll.ts'
import type { NeedRow } from '#domain/lists/rows.ts'
import { whetherSame } from '#domain/lists/same-person.ts'
import { isSameName, nameKey, nameOf, namesIn, personIn } from '#domain/reading/names.ts'

const writings = [
  '阿依古丽·买买提',
  '阿依古丽•买买提',
  '阿依古丽・买买提',
  '阿依古丽.买买提',
  '阿依古丽．买买提',
  '阿依古丽‧买买提',
  '阿依古丽 买买提',
  '阿依古丽··买买提',
  '阿依古丽-买买提',
  '阿依古丽˙买买提',
  '阿依古丽・ 买买提',
  '阿依古丽—买买提',
  '阿依古丽。买买提',
]

test.each(writings)('%s is stored with one dot, and is the same person as without any', (written) => {
  expect(nameOf(written)).toEqual({ name: '阿依古丽·买买提', sex: null, wrong: null })
  expect(isSameName(written, '阿依古丽买买提')).toBe(true)
})

test.each([
  ['王 秀 英', '王秀英'],
  ['马 玉花', '马玉花'],
  ['欧阳 建国', '欧阳建国'],
  ['Abdulla Memet', 'Abdulla Memet'],
  ['ئابدۇللا مەمەت', 'ئابدۇللا مەمەت'],
  ['张*英', '张*英'],
  ['白玉⾦', '白玉⾦'],
  ['王秀英(女)', '王秀英'],
  ['王秀英（低保户）', '王秀英'],
])('%s is stored as %s', (written, name) => {
  expect(nameOf(written).name).toBe(name)
})

test('look-alikes of Han are the same name, and names that only look alike are not', () => {
  expect(nameKey('白玉⾦')).toBe('白玉金')
  expect(nameKey('李\uF9E1')).toBe(nameKey('李\u674E'))
  expect(nameKey('⻢⽟花')).toBe('马玉花')
  expect(nameKey('⻩⻓⻰')).toBe('黄长龙')
  expect(nameKey('葛\u{E0100}芳')).toBe('葛芳')
  expect(isSameName('Abdulla Memet', 'abdulla  memet')).toBe(true)
  expect(isSameName('王芳', '王方')).toBe(false)
  expect(nameKey('𠮷秀英')).not.toBe(nameKey('吉秀英'))
})

test.each([
  ['王建国、李秀英', ['王建国', '李秀英']],
  ['王建国（78）李秀英（75）', ['王建国', '李秀英']],
  ['王秀英/李建国', ['王秀英', '李建国']],
  ['赵五\n钱六', ['赵五', '钱六']],
  ['王建国和李秀英', ['王建国', '李秀英']],
  ['王建国，', ['王建国']],
  ['（低保）王建国', ['王建国']],
  ['和秀英', ['和秀英']],
  ['阿依古丽 买买提', ['阿依古丽·买买提']],
  ['马木提 沙力', ['马木提·沙力']],
  ['欧阳 建国', ['欧阳建国']],
  ['王秀英（女）', ['王秀英']],
  ['', []],
])('the cell %j names %j', (cell, names) => {
  expect(namesIn(cell)).toEqual(names)
})

test.each(['张三 李四', '王秀英夫妇', '王秀英等3人', '王芳 李建国'])(
  'whether %s is one person or two is a question',
  (cell) => {
    expect(namesIn(cell)).toBeNull()
  },
)

const needOf = (cells: Parameters<typeof readNeed>[0]) => readNeed(cells, { sheet: '清单', line: 2 }, known)[0]
const known = { items: catalogue, limitFen: 200_00, today: '2026-11-28' }
const roll = { phone: '19900028009', unit: '街道' }

test.each(['王建国、李秀英', '王建国（78）李秀英（75）', '张三 李四', '赵五 钱六', '王秀英夫妇'])(
  'a row of %s is not imported until it is said whose it is, even if the rest of the row is corrected',
  (name) => {
    const row = needOf({ name, wish: '牛奶', phone: '19900028009', age: '78、75' })
    expect(row).toMatchObject({ name, ageBand: null })
    expect(row?.errors).toEqual([{ code: 'two-people', written: name }])
    expect(row?.doubts.map(({ code }) => code)).toContain('age-unread')

    expect(row && mendNeed(row, { phone: '19900028010' }, known).errors.map(({ code }) => code)).toEqual(['two-people'])
    expect(row && mendNeed(row, { name: '王建国', age: '78' }, known)).toMatchObject({
      name: '王建国',
      ageBand: '70-79',
      errors: [],
    })
    expect(readVolunteer({ ...roll, name }, { sheet: '花名册', line: 2 }).errors.map(({ code }) => code)).toEqual([
      'two-people',
    ])
  },
)

test('one person with a bracket, a title or a blank is one', () => {
  for (const name of ['王秀英(女)', '王秀英（低保户）', '王 秀 英', '阿依古丽 买买提', '欧阳 建国'])
    expect(needOf({ name, wish: '牛奶' })?.errors).toEqual([])
})

test('two spellings of one name are the same person: within a list, compared with a file, and when the list is imported again', () => {
  const rows = ['白玉⾦', '白玉金', '白 玉金'].map((name, n) => ({
    ...(needOf({ name, wish: '牛奶', phone: '13900050021', door: '101' }) as NeedRow),
    line: n + 2,
  }))

  expect(markRepeats(rows).map(({ errors }) => errors.map(({ code }) => code))).toEqual([
    [],
    ['duplicate-in-file'],
    ['duplicate-in-file'],
  ])
  expect(new Set(rows.map((row) => fingerprintText(row, '2026-12'))).size).toBe(1)
  const who = { phones: ['13900050021'], homes: [] }
  expect(whetherSame({ ...who, name: '阿依夏木·吐尔逊' }, { ...who, name: '阿依夏木 吐尔逊' })).toBe('same')
})

test('a form of address is not a name, unless the name follows it in brackets', () => {
  const read = (cell: string) => {
    const { name, wrong } = personIn(cell)
    return [name, wrong]
  }
  expect(['张奶奶', '李大爷', '陈阿姨', '王师傅'].map((cell) => read(cell)[1])).toEqual(Array(4).fill('bad-name'))
  expect(read('李大爷（李长河）')).toEqual(['李长河', null])
  expect(read('李大爷（独居）')).toEqual(['李大爷', 'bad-name'])
  expect(read('李大爷（王长河）')).toEqual(['李大爷', 'bad-name'])
  expect(['王德叔', '李先', '欧阳奶', '何伯安', '李桂芳'].map((cell) => read(cell)[1])).toEqual(Array(5).fill(null))
})
