import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { understand } from '#domain/lists/understand.ts'
import { mostBytes, readTables } from '#files/read-file.ts'
import { unzip } from '#files/unzip.ts'
import { packStored } from '#test/support/lists/pack-stored.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }
const sample = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../public/samples/${name}`, import.meta.url)))
const text = (words: string) => new TextEncoder().encode(words)
const rowsOf = async (bytes: Uint8Array, name = 'list.csv') => {
  const read = await readTables(bytes, name)
  return read.ok ? read.sheets[0]?.rows : read.why
}

/** Line, part, item and every code of each row: what the import makes of a sample. */
async function told(name: string) {
  const tables = await readTables(await sample(name), name)
  const read = tables.ok ? understand(tables.sheets, { ...known, fileName: name }) : tables
  if (!read.ok) throw new Error(read.why)
  return read.rows.map((row) => {
    const what = 'wish' in row ? `${row.wish.item ?? row.wish.text}` : row.name
    return [row.line, what, ...[...row.errors, ...row.doubts].map(({ code }) => code)].join(' ')
  })
}

test('the sample list of needs is understood line by line', async () => {
  expect(await told('needs-list.xlsx')).toEqual([
    '4 plaster health-word',
    '5 non-slip-mat two-wishes shared-phone',
    '5 bath-stool two-wishes shared-phone',
    '6 kettle',
    '7 chat no-phone',
    '8 cane landline approximate',
    '9 cane duplicate-in-file landline approximate',
    '10 书包 child shared-phone',
    '11 wheelchair over-limit odd-quantity',
    '12 申请低保 out-of-scope',
    '13  empty-wish',
    '14 fetch-medicine',
    '15 plaster two-wishes',
    '15 milk two-wishes',
    '16 seal-window',
    '17 reading-glasses',
  ])
})

test('a list with other habits is understood as well', async () => {
  expect(await told('needs-list-other-habits.xlsx')).toEqual([
    '5 radio',
    '7 rice two-wishes',
    '7 cooking-oil two-wishes',
    '8 〔民族或信仰〕牛肉罐头 belief-word',
    '9 haircut',
    '10 降压药 out-of-scope',
    '11 fetch-medicine',
  ])
})

test('a CSV in GBK is read, and the same person may wish twice', async () => {
  expect(await told('needs-list-gbk.csv')).toEqual([
    '2 change-lamp address-incomplete',
    '3 teach-phone',
    '4 clean-hood',
    '5 milk address-incomplete',
  ])
})

test('the sample roll is understood, with one landline and one repeated number', async () => {
  expect(await told('volunteer-roll.xlsx')).toEqual([
    '3 田雨',
    '4 石磊',
    '5 艾力·卡德尔',
    '6 葛芳 no-unit',
    '7 江涛 bad-phone',
    '8 田雨 duplicate-in-file strength-unread',
  ])
})

test.each([
  ['commas', '姓名,电话,心愿\n王芳,1,"牛奶, 纯"'],
  ['tabs', '姓名\t电话\t心愿\n王芳\t1\t牛奶, 纯'],
  ['semicolons', '姓名;电话;心愿\r\n王芳;1;牛奶, 纯'],
  ['a byte order mark', '\uFEFF姓名,电话,心愿\n王芳,1,"牛奶, 纯"'],
  ['a separator line', 'sep=;\n姓名;电话;心愿\n王芳;1;牛奶, 纯'],
])('CSV with %s gives the same cells', async (_, words) => {
  expect(await rowsOf(text(words))).toEqual([
    ['姓名', '电话', '心愿'],
    ['王芳', '1', '牛奶, 纯'],
  ])
})

test('the "Unicode text" of Excel is read, and a quote left open does not swallow the list', async () => {
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...'姓名\t心愿\t电话'].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  ])

  expect(await rowsOf(utf16, 'list.txt')).toEqual([['姓名', '心愿', '电话']])
  expect(await rowsOf(text('姓名,心愿,电话\n王芳,"牛奶,1\n陶勇,拐杖,2'))).toHaveLength(3)
})

test('what is no list comes back as a reason', async () => {
  const xlsx = await sample('needs-list.xlsx')
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const locked = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]
  const word = packStored(new Map([['word/document.xml', text('<w/>')]]))
  const hollow = packStored(new Map([['xl/workbook.xml', text('<workbook/>')]]))

  expect(await rowsOf(new Uint8Array())).toBe('empty')
  expect(await rowsOf(text(' \n,,\n'))).toBe('empty')
  expect(await rowsOf(new Uint8Array(mostBytes + 1))).toBe('too-big')
  expect(await rowsOf(new Uint8Array([...ole, ...Array(500).fill(0)]), 'a.xls')).toBe('old-xls')
  expect(await rowsOf(new Uint8Array([...ole, ...Array(500).fill(0), ...locked]), 'a.xlsx')).toBe('encrypted')
  expect(await rowsOf(new Uint8Array(png), 'a.xlsx')).toBe('not-a-table')
  expect(await rowsOf(text('<html><table></table></html>'), 'a.xls')).toBe('not-a-table')
  expect(await rowsOf(text('%PDF-1.7\n1 0 obj'), 'a.xlsx')).toBe('not-a-table')
  expect(await rowsOf(word, 'a.xlsx')).toBe('not-a-table')
  expect(await rowsOf(hollow, 'a.xlsx')).toBe('broken')
  expect(await rowsOf(xlsx.slice(0, 2000), 'a.xlsx')).toBe('broken')
})

test('more lines are read than one import takes, for not every sheet is taken; what no list has is refused', async () => {
  const lines = (count: number) => text(Array(count).fill('王芳,1,牛奶').join('\n'))

  expect(await rowsOf(lines(20_000))).toHaveLength(20_000)
  expect(await rowsOf(lines(20_001))).toBe('too-long')
})

test('a large workbook is read without web workers, and one stray cell in the far corner is refused', async () => {
  const many = Array.from({ length: 4000 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => `第${row}行第${column}列 ${row * column}`),
  )
  const corner = Array.from({ length: 3 }, () => ['王芳'])
  const big = new Uint8Array(await writeExcelFile(many as never).toBuffer())
  const files = await unzip(new Uint8Array(await writeExcelFile(corner as never).toBuffer()), () => true, 1e7)
  if (!files.ok) throw new Error(files.why)
  const path = 'xl/worksheets/sheet1.xml'
  const stray = new TextDecoder()
    .decode(files.files.get(path))
    .replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')

  expect(await rowsOf(big, 'a.xlsx')).toHaveLength(4000)
  const again = (xml: string) => rowsOf(packStored(new Map([...files.files, [path, text(xml)]])), 'a.xlsx')
  expect(await again(stray)).toBe('too-big')
  expect(await again(stray.replace('XFD1048576', '~~~~~~9'))).toBe('broken')
})

test('no bytes make it throw, not even a workbook with some of them changed', async () => {
  const xlsx = await sample('volunteer-roll.xlsx')
  const files = await unzip(xlsx, () => true, 1e7)
  if (!files.ok) throw new Error(files.why)
  const parts = [...files.files.keys()]
  const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
    minLength: 1,
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(
      damage,
      fc.constantFrom(...parts),
      fc.uint8Array({ maxLength: 300 }),
      async (changes, part, noise) => {
        const within = new Map([...files.files, [part, changed(files.files.get(part) ?? noise, changes)]])
        const damaged = [
          changed(xlsx, changes),
          packStored(within),
          noise,
          new Uint8Array([0x50, 0x4b, 3, 4, ...noise]),
        ]
        for (const bytes of damaged) {
          const read = await readTables(bytes, 'a.xlsx')
          expect(read.ok || read.why).toBeTruthy()
        }
      },
    ),
    { numRuns: 100 },
  )
})

function changed(bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array {
  const copy = bytes.slice()
  for (const [at, byte] of changes) copy[Math.floor(at * copy.length)] = byte
  return copy
}

const caseOf = async (name: string) => {
  const read = await readTables(
    new Uint8Array(await readFile(new URL(`../files/cases/${name}`, import.meta.url))),
    name,
  )
  if (!read.ok) throw new Error(read.why)
  return read
}

test('a list in GB18030 and the same list as a workbook with entities give the same names', async () => {
  const [csv, xlsx] = await Promise.all(['L07-names-gb18030.csv', 'L07-names.xlsx'].map(caseOf))
  const names = (read: typeof csv) => read?.sheets[0]?.rows.slice(1, 29).map(([name]) => name)

  expect(names(csv)).toEqual(names(xlsx))
  expect(names(xlsx)).toEqual(expect.arrayContaining(['𬱖王氏', '㛃秀英', '王𫖯', 'ئابدۇللا مەمەت']))
})

test('errors and pictures in cells are empty, and it is known which cells they were', async () => {
  const [errors, traces, wps] = await Promise.all(
    ['L15-errors.xlsx', 'small-export-traces.csv', 'W1-wps-parts.xlsx'].map(caseOf),
  )

  expect(errors?.sheets[0]?.emptied).toEqual(new Map(['2:1', '3:3', '4:4'].map((at) => [at, 'error'])))
  expect(traces?.sheets[0]?.rows.slice(1, 6)).toEqual([
    ['1', '第一网格', '', '75', '14', '1', '101', '13900050031', '一箱牛奶', '1', '60'],
    ['2', '第一网格', '白丑', '75', '14', '1', '', '13900050032', '一箱牛奶', '1', '60'],
    ['3', '第一网格', '白寅', '75', '14', '1', '0103', '13900050033', '一箱牛奶', '1', '60'],
    ['4', '第一网格', '白卯', '75', '14', '1', '104', '13900050034', '一箱牛奶', '1', '60'],
    ['5', '第一网格', '白辰', '75', '14', '1', '105', '13900050035', '一箱牛奶', '1', '60'],
  ])
  expect(wps?.sheets[0]?.rows[12]).toEqual(['图片', '75', '11号楼1单元101室', '19900023012', '', '第一网格'])
  expect([...(wps?.sheets[0]?.emptied ?? [])]).toEqual([
    ['8:0', 'formula'],
    ['14:0', 'error'],
    ['12:4', 'picture'],
  ])
})

test('hidden rows, columns and sheets of real files are mentioned', async () => {
  const [rows, prefixed] = await Promise.all(['M07-hidden-rows.xlsx', 'prefix-x-hidden.xlsx'].map(caseOf))

  expect(rows?.sheets[0]).toMatchObject({ hiddenRows: new Set([2, 3]), hiddenColumns: new Set([2]) })
  expect(prefixed?.hiddenSheets).toEqual(['旧表（隐藏）'])
  expect(prefixed?.sheets[0]).toMatchObject({ name: '需求清单', merges: [{ top: 3, left: 1, bottom: 4, right: 1 }] })
})

test.each([
  ['no-r.xlsx', ['3', '', '高丙', '82', '6号楼1单元103', '13900008003', '一个水壶', '1', '60']],
  ['workbook2.xlsx', ['3', '', '高丙', '82', '6号楼1单元103', '13900008003', '一个水壶', '1', '60']],
  ['prefix-x-hidden.xlsx', ['3', '', '高丙', '82', '6号楼1单元103', '13900008003', '一个水壶', '1', '60']],
  ['W2-prefixed.xlsx', ['前缀丙', '75', '3号楼1单元101室', '19900023003', '牛奶', '第二网格']],
  ['date-address.xlsx', ['3', '第一网格', '陈己', '75', '3-2', '13900003006', '一箱牛奶', '1', '60']],
])('the fifth line of %s', async (name, line) => {
  expect((await caseOf(name)).sheets[0]?.rows[4]).toEqual(line)
})

test('days of the calendar that begins with 1904 and of the usual one', async () => {
  const [apple, usual] = await Promise.all(['W3-1904.xlsx', 'date-address.xlsx'].map(caseOf))

  expect(apple?.sheets[0]?.rows.slice(1).map(([, born]) => born)).toEqual(['1948-03-12', '1958-03-12'])
  expect(usual?.sheets[0]?.dates).toEqual(new Set(['2:4', '3:4']))
  expect(usual?.sheets[0]?.rows.slice(2, 4).map((row) => row[4])).toEqual(['2026-03-02', '2003-02-01'])
})

test.each([
  ['far-cell-prefix.xlsx', 'too-big'],
  ['F-base.xls', 'old-xls'],
  ['F-base.et', 'old-xls'],
  ['F-base.ods', 'not-a-table'],
  ['F-password.xlsx', 'encrypted'],
])('%s is refused: %s', async (name, why) => {
  await expect(caseOf(name)).rejects.toThrow(why)
})
