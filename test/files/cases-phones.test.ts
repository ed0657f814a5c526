import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { understand } from '#domain/lists/understand.ts'
import { readTables } from '#files/read-file.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }

/** Name → the phones taken, and every doubt about a phone with the words it names. */
async function phonesIn(file: string) {
  const bytes = new Uint8Array(await readFile(new URL(`./cases/${file}`, import.meta.url)))
  const tables = await readTables(bytes, file)
  const read = tables.ok ? understand(tables.sheets, { ...known, fileName: file }) : tables
  if (!read.ok || read.kind !== 'needs') throw new Error(file)
  return Object.fromEntries(
    read.rows.map(({ name, phones, doubts }) => [
      name,
      [
        ...phones,
        ...doubts.flatMap((doubt) => {
          if (doubt.code === 'landline') return [`${doubt.written}: ${doubt.lacks}`]
          if (doubt.code === 'others-phone') return [`${doubt.written}: ${doubt.whose}`]
          return doubt.code === 'bad-phone' ? [`${doubt.written}: ?`] : []
        }),
      ],
    ]),
  )
}

test('a list with every habit of writing telephones is read as a careful clerk would', async () => {
  expect(await phonesIn('L05-phones.xlsx')).toMatchObject({
    测试甲: ['0994-2345678转2'],
    测试乙: ['0994-2345678转802'],
    测试丙: ['19900021001'],
    测试丁: ['19900021002', '0994-2345679'],
    测试戊: ['2345670: area-code'],
    测试己: ['1.99E+10: ?'],
    测试庚: ['19900021004'],
    测试辛: ['19900021005', '19900021006'],
    测试壬: ['19900021007', '0994-2345671'],
    测试癸: ['0994-2345672'],
    测试子: ['19900021008'],
    测试丑: ['19900021009(女儿小王): relative'],
    测试寅: ['女儿 19900021010: relative'],
    测试卯: ['994-2345673: zero'],
    测试辰: ['0994-2345674转2'],
    测试巳: ['19900021011'],
    测试午: ['1990002101: ?'],
    测试未: ['199000210122: ?'],
    测试申: ['19900021013', '19900021014'],
    测试酉: ['无(同楼上): ?'],
    测试天: ['110: ?'],
    测试地: ['0994-2345675'],
    测试玄: ['19900021017'],
    测试黄: ['099423456: digits'],
  })
})

test('a mobile and a landline in one cell are both read, and whose they are is seen', async () => {
  expect(await phonesIn('small-two-phones-in-a-cell.xlsx')).toEqual({
    白甲: ['13900050001', '0994-2345678'],
    白乙: ['0994-2345679', '13900050002'],
    白丙: ['0994-2345680', '13900050003(儿子): relative'],
    白丁: ['13900050004', '13900050005'],
    白戊: ['0994-2345681转801'],
    白己: ['9942345682: zero'],
  })
})
