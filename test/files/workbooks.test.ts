import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readXlsx } from '#files/read-xlsx.ts'
import {
  type Habits,
  type MeantCell,
  type MeantSheet,
  makeWorkbook,
  partsOf,
  plainHabits,
} from '#test/support/lists/make-workbook.ts'
import { packStored } from '#test/support/lists/pack-stored.ts'

const text = (words: string): MeantCell => ({ is: 'text', text: words })
const sheet = (rows: MeantSheet['rows'], more: Partial<MeantSheet> = {}): MeantSheet => ({
  name: '清单',
  isHidden: false,
  hiddenRows: [],
  merges: [],
  rows,
  ...more,
})
const words = (...rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => (cell ? text(cell) : null)))
const packed = (parts: ReadonlyMap<string, string>) =>
  packStored(new Map([...parts].map(([path, xml]) => [path, new TextEncoder().encode(xml)])))
const read = async (bytes: Uint8Array) => {
  const tables = await readXlsx(bytes)
  if (!tables.ok) throw new Error(tables.why)
  return tables
}
const rowsOf = async (bytes: Uint8Array) => (await read(bytes)).sheets[0]?.rows

const rare = ['𠮷秀英', '王𬭎', '李𣲗', '赵𫘦', '陈㛃', '孙𰻝', '𬱖王氏']

test.each([
  ['shared', 'decimal'],
  ['shared', 'hex'],
  ['inline', 'decimal'],
  ['inline', 'halves'],
  ['formula', 'hex'],
] as const)(
  'rare characters in %s strings, written as %s entities, are the same as written out',
  async (strings, entities) => {
    const list = [sheet(words(rare))]

    expect(await rowsOf(makeWorkbook(list, { strings, entities }))).toEqual([rare])
    expect(await rowsOf(makeWorkbook(list))).toEqual([rare])
  },
)

test('any prefix is read the same: merges, hidden sheets, hidden rows and a stray cell far out', async () => {
  const sheets = [
    sheet(words(['旧'], ['隐藏人']), { name: '旧表', isHidden: true }),
    sheet(words(['网格', '姓名'], ['第一网格', '高甲'], ['', '高乙']), { hiddenRows: [1], merges: ['A2:A3'] }),
  ]
  const habits = { ...plainHabits, hasChart: true }
  const tables = await Promise.all(
    ['', 'x:', 'ns0:', '表:'].map((prefix) => read(makeWorkbook(sheets, { ...habits, prefix }))),
  )

  for (const one of tables) expect(one).toEqual(tables[0])
  expect(tables[0]).toMatchObject({
    hiddenSheets: ['旧表'],
    sheets: [
      {
        rows: [
          ['网格', '姓名'],
          ['第一网格', '高甲'],
          ['', '高乙'],
        ],
        merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
        hiddenRows: new Set([1]),
      },
    ],
  })
  for (const prefix of ['', 'x:', '表:']) {
    const parts = partsOf([sheet(words(['高甲']))], { ...plainHabits, prefix })
    const far = `<${prefix}row r="20001"><${prefix}c r="A20001"><${prefix}v>1</${prefix}v></${prefix}c></${prefix}row>`
    const wide = `<${prefix}row r="2"><${prefix}c r="XFD2"><${prefix}v>1</${prefix}v></${prefix}c></${prefix}row>`
    for (const stray of [far, wide]) {
      const path = 'xl/worksheets/sheet1.xml'
      const xml = parts.get(path)?.replace(`</${prefix}sheetData>`, `${stray}</${prefix}sheetData>`) ?? ''
      expect(await readXlsx(packed(new Map([...parts, [path, xml]])))).toEqual({ ok: false, why: 'too-big' })
    }
  }
})

test('an element of another vocabulary is not taken for a cell, a sheet or a merge', async () => {
  const parts = partsOf([sheet(words(['甲', '乙'], ['丙', '丁']))], plainHabits)
  const path = 'xl/worksheets/sheet1.xml'
  const foreign =
    '<z:row xmlns:z="urn:z" r="9"><z:c r="A9"><z:v>9</z:v></z:c></z:row><z:mergeCell xmlns:z="urn:z" ref="A1:B2"/>'
  const xml = parts.get(path)?.replace('</sheetData>', `</sheetData><extLst>${foreign}</extLst>`) ?? ''

  expect(await read(packed(new Map([...parts, [path, xml]])))).toMatchObject({
    sheets: [
      {
        rows: [
          ['甲', '乙'],
          ['丙', '丁'],
        ],
        merges: [],
      },
    ],
  })
})

test('cells without addresses follow one another, and skip what a merge covers', async () => {
  const rows = words(['网格', '姓名', '心愿'], ['第一网格', '高甲', '牛奶'], ['', '高乙', '水壶'])
  const sheets = [sheet(rows, { merges: ['A2:A3'] })]
  const read = [
    ['网格', '姓名', '心愿'],
    ['第一网格', '高甲', '牛奶'],
    ['', '高乙', '水壶'],
  ]
  const parts = partsOf(sheets, { ...plainHabits, hasAddresses: false })
  const path = 'xl/worksheets/sheet1.xml'
  const leftOut = parts.get(path)?.replace('<row><c s="0"/>', '<row>') ?? ''

  expect(await rowsOf(packed(parts))).toEqual(read)
  expect(leftOut).not.toBe(parts.get(path))
  expect(await rowsOf(packed(new Map([...parts, [path, leftOut]])))).toEqual(read)
})

test('the workbook is found wherever the package says that it lies', async () => {
  for (const workbookPath of ['xl/workbook2.xml', 'workbook.xml', 'a/b/Book.xml'])
    for (const targets of ['relative', 'absolute', 'upwards'] as const)
      expect(await rowsOf(makeWorkbook([sheet(words(['王芳']))], { workbookPath, targets }))).toEqual([['王芳']])
})

test('a day is recognised in both calendars and in each notation; an error and a formula without a value are empty', async () => {
  const rows = [
    [text('3-2'), { is: 'day', day: '2026-03-02' }, { is: 'error' }, { is: 'number', number: 46083 }],
  ] as const
  for (const is1904 of [false, true])
    for (const dates of ['built-in', 'own-format', 'iso'] as const)
      expect(await read(makeWorkbook([sheet(rows)], { is1904, dates }))).toMatchObject({
        sheets: [
          { rows: [['3-2', '2026-03-02', '', '46083']], dates: new Set(['0:1']), emptied: new Map([['0:2', 'error']]) },
        ],
      })

  const parts = partsOf([sheet(words(['甲']))], plainHabits)
  const path = 'xl/worksheets/sheet1.xml'
  const xml = (parts.get(path) ?? '').replace(
    '</row>',
    '<c r="B1"><f>"乙"&amp;"丙"</f></c><c r="C1" t="e" vm="1"><v>#VALUE!</v></c></row>',
  )
  expect(await read(packed(new Map([...parts, [path, xml]])))).toMatchObject({
    sheets: [
      {
        rows: [['甲', '', '']],
        emptied: new Map([
          ['0:1', 'formula'],
          ['0:2', 'picture'],
        ]),
      },
    ],
  })
})

test('hidden rows, folded rows and hidden columns are mentioned', async () => {
  const parts = partsOf([sheet(words(['甲'], ['乙'], ['丙']), { hiddenRows: [2] })], plainHabits)
  const path = 'xl/worksheets/sheet1.xml'
  const xml = (parts.get(path) ?? '')
    .replace('<row r="2">', '<row r="2" ht="0" customHeight="1">')
    .replace(
      '<sheetData>',
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" width="0"/></cols><sheetData>',
    )

  const [found] = (await read(packed(new Map([...parts, [path, xml]])))).sheets
  expect(found?.hiddenRows).toEqual(new Set([1, 2]))
  expect([...(found?.hiddenColumns ?? [])].slice(0, 3)).toEqual([1, 2, 4])
})

test('merges to the foot of the sheet end with the list, and merges that overlap without end are refused', async () => {
  const down = await read(makeWorkbook([sheet(words(['甲'], ['乙']), { merges: ['A1:A1048576'] })]))
  const overlapping = Array.from({ length: 500 }, () => 'A1:B2')

  expect(down.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }])
  expect(await readXlsx(makeWorkbook([sheet(words(['甲'], ['乙']), { merges: overlapping })]))).toEqual({
    ok: false,
    why: 'broken',
  })
})

test('a part cut off in the middle, a document type and a missing sheet are a damaged file', async () => {
  const parts = partsOf([sheet(words(['甲'], ['乙']))], plainHabits)
  const path = 'xl/worksheets/sheet1.xml'
  const xml = parts.get(path) ?? ''
  const changed = (other: string) => readXlsx(packed(new Map([...parts, [path, other]])))

  expect(await changed(xml.slice(0, -40))).toEqual({ ok: false, why: 'broken' })
  expect(await changed(xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'))).toEqual({
    ok: false,
    why: 'broken',
  })
  expect(await changed('')).toEqual({ ok: false, why: 'broken' })
  expect(await changed(xml.replace('r="A1"', 'r="A0"'))).toEqual({ ok: false, why: 'broken' })
})

test('whatever habits a writer has, what is read is what was meant', async () => {
  const sign = fc.constantFrom(...'王芳𠮷𬱖㛃·1&<>"\' \n_x0041_ئZ')
  const cell: fc.Arbitrary<MeantCell> = fc.oneof(
    { weight: 4, arbitrary: fc.array(sign, { minLength: 1, maxLength: 8 }).map((signs) => text(signs.join(''))) },
    fc.record({
      is: fc.constant('number' as const),
      number: fc.oneof(fc.nat(), fc.constantFrom(0.1, 19900023456, 1.5)),
    }),
    fc.date({ min: new Date('1905-01-02'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => ({
      is: 'day' as const,
      day: date.toISOString().slice(0, 10),
    })),
    fc.constant({ is: 'error' as const }),
    fc.constant(null),
  )
  const meant = fc.record({
    name: fc.constantFrom('清单', '11月', 'a&b', '<x>'),
    isHidden: fc.boolean(),
    rows: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }),
    hiddenRows: fc.subarray([0, 1, 2]),
    merges: fc.constant([]),
  })
  const habits: fc.Arbitrary<Habits> = fc.record({
    prefix: fc.constantFrom('', 'x:', 'main:'),
    strings: fc.constantFrom('shared', 'inline', 'formula'),
    isRich: fc.boolean(),
    entities: fc.constantFrom('none', 'decimal', 'hex', 'halves'),
    hasAddresses: fc.boolean(),
    is1904: fc.boolean(),
    isStrict: fc.boolean(),
    dates: fc.constantFrom('built-in', 'own-format', 'iso'),
    workbookPath: fc.constantFrom('xl/workbook.xml', 'xl/workbook2.xml', 'book.xml'),
    targets: fc.constantFrom('relative', 'absolute', 'upwards'),
    hasChart: fc.boolean(),
  })

  await fc.assert(
    fc.asyncProperty(fc.array(meant, { minLength: 1, maxLength: 3 }), habits, async (sheets, own) => {
      const { sheets: found, hiddenSheets } = await read(makeWorkbook(sheets, own))
      expect(hiddenSheets).toEqual(sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name))
      expect(found.map(told)).toEqual(sheets.filter(({ isHidden }) => !isHidden).map(wanted))
    }),
    { numRuns: 300 },
  )
})

type Told = ReturnType<typeof wanted>

/** By hand from what was meant: texts by place, and which of them are days, errors, in hidden rows. */
function wanted({ name, rows, hiddenRows }: MeantSheet) {
  const cells = rows.flatMap((row, at) => row.map((cell, column) => ({ at: `${at}:${column}`, cell })))
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null))
  return {
    name,
    texts: Object.fromEntries(cells.flatMap(({ at, cell }) => (meaning(cell) === '' ? [] : [[at, meaning(cell)]]))),
    days: cells.flatMap(({ at, cell }) => (cell?.is === 'day' ? [at] : [])),
    errors: cells.flatMap(({ at, cell }) => (cell?.is === 'error' ? [at] : [])),
    hidden: hiddenRows.filter((at) => at <= last),
  }
}

function meaning(cell: MeantCell): string {
  if (cell === null || cell.is === 'error') return ''
  return cell.is === 'text' ? cell.text : cell.is === 'day' ? cell.day : String(cell.number)
}

function told({ name, rows, dates, emptied, hiddenRows }: Awaited<ReturnType<typeof read>>['sheets'][number]): Told {
  const cells = rows.flatMap((row, at) => row.map((cell, column) => [`${at}:${column}`, cell] as const))
  return {
    name,
    texts: Object.fromEntries(cells.filter(([, cell]) => cell !== '')),
    days: [...(dates ?? [])],
    errors: [...(emptied ?? [])].map(([at]) => at),
    hidden: [...(hiddenRows ?? [])],
  }
}
