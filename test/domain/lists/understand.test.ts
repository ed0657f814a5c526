import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import type { Sheet } from '#domain/lists/rows.ts'
import { understand } from '#domain/lists/understand.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }
const sheet = (rows: readonly (readonly string[])[], name = 'Sheet1'): Sheet => ({ name, rows })
const headings = ['序号', '网格', '姓名', '电话', '心愿', '住址', '年龄']
const person = (name: string, wish: string, grid = '', serial = '1') => [
  serial,
  grid,
  name,
  '19900005101',
  wish,
  '3号楼1单元201室',
  '81',
]
const needsIn = (...sheets: Sheet[]) => {
  const read = understand(sheets, known)
  if (!read.ok || read.kind !== 'needs') throw new Error(JSON.stringify(read))
  return read
}

test('titles above, blank rows between, totals and notes below do not become people', () => {
  const read = needsIn(
    sheet([
      ['2026年11月需求清单', '', '', '', '', '', ''],
      ['填表人：某某 电话 心愿', ''],
      headings,
      person('沈玉兰', '牛奶', '第一网格'),
      ['', '', '', '', '', '', ''],
      headings,
      person('陶勇', '拐杖'),
      ['合计', '', '', '', '2条', '', ''],
      ['注：请于5日前报送'],
      ['', '', '', '审核人：', '', '', ''],
    ]),
  )

  expect(read.rows.map(({ name, line, gridName }) => [name, line, gridName])).toEqual([
    ['沈玉兰', 4, '第一网格'],
    ['陶勇', 7, '第一网格'],
  ])
  expect(read.period).toBe('2026-11')
  expect(read.skipped.map(({ line, why }) => [line, why])).toEqual([
    [6, 'headings'],
    [8, 'total'],
    [9, 'note'],
    [10, 'signature'],
  ])
})

test('a grid named once is carried down, but a gap in a list that names it on every line stays a gap', () => {
  const carried = needsIn(
    sheet([
      headings,
      person('甲', '牛奶', '一网格'),
      person('乙', '牛奶'),
      person('丙', '牛奶', '二网格'),
      person('丁', '牛奶'),
    ]),
  )
  const gap = needsIn(
    sheet([headings, person('甲', '牛奶', '一网格'), person('乙', '牛奶'), person('丙', '牛奶', '一网格')]),
  )

  expect(carried.rows.map(({ gridName }) => gridName)).toEqual(['一网格', '一网格', '二网格', '二网格'])
  expect(gap.rows.map(({ gridName }) => gridName)).toEqual(['一网格', '', '一网格'])
})

test('a line with a grid alone heads those below it, and a sheet may be a grid', () => {
  const lines = needsIn(
    sheet([
      headings.toSpliced(1, 1),
      ['第一网格'],
      person('甲', '牛奶').toSpliced(1, 1),
      ['第二网格'],
      person('乙', '拐杖').toSpliced(1, 1),
    ]),
  )
  const sheets = needsIn(
    sheet([headings, person('甲', '牛奶')], '第一网格'),
    sheet([headings, person('乙', '拐杖')], '第二网格'),
  )

  expect(lines.rows.map(({ gridName }) => gridName)).toEqual(['第一网格', '第二网格'])
  expect(sheets.rows.map((row) => [row.sheet, row.gridName])).toEqual([
    ['第一网格', '第一网格'],
    ['第二网格', '第二网格'],
  ])
})

test('of a sheet for each month the latest is read, and the others are named', () => {
  const read = needsIn(
    sheet([['封面']], '封面'),
    sheet([headings, person('甲', '牛奶')], '10月'),
    sheet([headings, person('乙', '拐杖')], '11月'),
  )

  expect(read).toMatchObject({
    period: '2026-11',
    sheets: ['11月'],
    left: [
      { name: '封面', why: 'no-list' },
      { name: '10月', why: 'other-month' },
    ],
  })
  expect(read.rows.map(({ name }) => name)).toEqual(['乙'])
})

test('a person merged over two lines has two wishes; a merged wish is not doubled', () => {
  const rows = [
    headings,
    person('沈玉兰', '牛奶', '一网格'),
    ['2', '', '', '', '拐杖', '', ''],
    person('陶勇', '收音机', '一网格', '3'),
  ]
  const merges = [1, 2, 3, 5, 6].map((left) => ({ top: 1, bottom: 2, left, right: left }))
  const read = needsIn({ name: 'Sheet1', rows, merges })

  expect(read.rows.map(({ name, wish, phones }) => [name, wish.item, phones])).toEqual([
    ['沈玉兰', 'milk', ['19900005101']],
    ['沈玉兰', 'cane', ['19900005101']],
    ['陶勇', 'radio', ['19900005101']],
  ])
})

test('headings in two rows are read with merges and without', () => {
  const rows = [
    ['姓名', '住址', '', '', '电话', '', '心愿'],
    ['', '楼号', '单元', '门牌', '本人', '家属', ''],
    ['沈玉兰', '3', '1', '201', '19900005101', '19900009999', '牛奶'],
  ]
  const read = needsIn(sheet(rows))

  expect(read.rows[0]).toMatchObject({ address: { building: '3', unit: '1', door: '201' }, phones: ['19900005101'] })
  expect(read.notTaken.map(({ why }) => why)).toEqual(['relative'])
  expect(JSON.stringify(read)).not.toContain('19900009999')
})

test('what the rules do not allow is named once and appears nowhere', () => {
  const extra = ['身份证号', '困难类型', '民族', '出生年月']
  const read = needsIn(
    sheet([
      [...headings.slice(0, 6), ...extra],
      [...person('沈玉兰', '牛奶').slice(0, 6), '650102194405120011', '低保', '某族', '1944.5'],
    ]),
  )

  expect(read.notTaken).toEqual([
    { heading: '身份证号', why: 'id-number' },
    { heading: '困难类型', why: 'hardship' },
    { heading: '民族', why: 'belief' },
  ])
  expect(read.rows[0]?.ageBand).toBe('80+')
  for (const secret of ['650102', '低保', '某族', '1944']) expect(JSON.stringify(read.rows)).not.toContain(secret)
})

test('a roll is distinguished from a list of needs by its headings', () => {
  const read = understand(
    [
      sheet([
        ['双报到花名册'],
        ['姓名', '单位', '手机号码', '特长', '服务时间', '政治面貌'],
        ['田雨', '第九中学', '19900005401', '理发', '周末', '党员'],
      ]),
    ],
    known,
  )

  expect(read).toMatchObject({ ok: true, kind: 'roll', notTaken: [{ why: 'politics' }] })
})

test('what is no list is refused with the reason', () => {
  expect(understand([], known)).toEqual({ ok: false, why: 'empty' })
  expect(understand([sheet([['', ' ']])], known)).toEqual({ ok: false, why: 'empty' })
  expect(
    understand(
      [
        sheet([
          ['账目', '收入', '支出'],
          ['一月', '3', '4'],
        ]),
      ],
      known,
    ),
  ).toEqual({ ok: false, why: 'no-header', seen: ['账目', '收入', '支出'] })
  expect(understand([sheet([headings])], known)).toEqual({ ok: false, why: 'no-rows' })
})
