import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { statusOfRow } from '#domain/lists/preview.ts'
import { understand } from '#domain/lists/understand.ts'
import { readTables } from '#files/read-file.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }

async function understood(file: string) {
  const bytes = new Uint8Array(await readFile(new URL(`./cases/${file}`, import.meta.url)))
  const tables = await readTables(bytes, file)
  const read = tables.ok ? understand(tables.sheets, { ...known, fileName: file }) : tables
  if (!read.ok || read.kind !== 'needs') throw new Error(file)
  return read
}

/** Line → each wish as `item count measure, size: state of the row`. */
async function wishesIn(file: string) {
  const { rows } = await understood(file)
  const told: Record<number, string[]> = {}
  for (const row of rows) {
    const { wish, quantity, measure, line } = row
    const size = wish.specification && ` (${wish.specification})`
    const { state } = statusOfRow({ row, checks: [], choice: 'auto', reason: '' })
    told[line] = [...(told[line] ?? []), `${wish.item ?? wish.text} ${quantity} ${measure}${size}: ${state}`]
  }
  return told
}

test('a list with every habit of writing wishes and amounts is read as a careful clerk would', async () => {
  const riceAndOil = ['rice 1 bag: doubt', 'cooking-oil 1 jug: doubt']
  expect(await wishesIn('L09-wishes.xlsx')).toMatchObject({
    2: ['milk 2 carton: ok'],
    3: ['milk 2 carton: ok'],
    4: ['rice 1 bag (半斤): undecided'],
    5: ['reading-glasses 1 pair: ok'],
    6: ['milk 2 carton: ok'],
    7: riceAndOil,
    8: riceAndOil,
    9: riceAndOil,
    10: riceAndOil,
    11: riceAndOil,
    12: riceAndOil,
    13: riceAndOil,
    14: riceAndOil,
    15: riceAndOil,
    16: riceAndOil,
    17: ['rice 1 bag: doubt', 'flour 1 bag: doubt', 'cooking-oil 1 jug: doubt'],
    18: ['rice-cooker 1 piece: ok'],
    19: ['eggs 1 tray: ok'],
    20: ['quilt 1 bed: ok'],
    21: ['change-lamp 1 time: undecided'],
    22: ['rice 1 bag (10斤): ok'],
    23: ['rice 1 bag (10斤): ok'],
    24: ['eggs 30 piece: ok'],
    25: ['eggs 1 tray (2-3盒): undecided'],
    26: ['quilt 1 bed (若干): undecided'],
    27: ['cane 1 stick (1+1): undecided'],
    28: ['chat 1 hour (每周2次): undecided'],
    29: ['haircut 1 time (每月一次): undecided'],
    30: ['鞋 1 pair: ok'],
    31: ['wheelchair 5 box: undecided'],
    32: ['milk 12 box: ok'],
    33: ['milk 12 box: ok'],
    34: ['milk 12 carton: undecided'],
    35: ['accompany-clinic 1 time: ok'],
    36: ['水壶坏了 1 piece: undecided'],
    40: ['rice 1 bag (20斤): doubt', 'flour 1 bag (20斤): doubt', 'cooking-oil 1 jug (5升): doubt'],
    41: ['blood-pressure-monitor 1 machine: doubt', '血糖仪 1 machine: doubt'],
    42: ['洗衣机不转了 1 piece: undecided'],
    44: ['手机 1 piece: ok'],
    45: ['修手机 1 piece: ok'],
  })
})

test('a row that says there is no wish is left out, and counted with the reason', async () => {
  const { skipped } = await understood('L09-wishes.xlsx')

  expect(skipped.map(({ line, why }) => `${line} ${why}`)).toEqual(['37 no-wish', '38 no-wish', '39 no-wish'])
})

test('another measure than the catalogue’s stays as it was written, and has no price', async () => {
  expect(await wishesIn('M16-eggs.xlsx')).toEqual({
    2: ['eggs 30 piece: ok'],
    3: ['milk 6 box: ok'],
    4: ['eggs 5 piece: ok'],
    5: ['rice 1 bag (2斤): ok'],
    6: ['tissue 1 bundle: ok'],
    7: ['plaster 2 patch: ok'],
  })
  const { rows } = await understood('M16-eggs.xlsx')
  expect(rows.map(({ valueFen }) => valueFen)).toEqual([null, null, null, null, null, null])
})

test('two lines of a cell are two wishes, and a picture is none', async () => {
  const { rows } = await understood('W1-wps-parts.xlsx')
  const inLine = (line: number) => rows.filter((row) => row.line === line)

  expect(inLine(14).map(({ wish }) => wish.item)).toEqual(['milk', 'eggs'])
  expect(inLine(13).map(({ errors }) => errors.map(({ code }) => code))).toEqual([['empty-wish']])
})
