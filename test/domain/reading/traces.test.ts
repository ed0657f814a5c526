import { expect, test } from 'vitest'
import { withoutTraces } from '#domain/reading/cells.ts'

test.each([
  ['="0302"', '0302'],
  ['= "13900050033"', '13900050033'],
  ["'白卯", '白卯'],
  ['’0302', '0302'],
  ['14.0', '14'],
  ['13900050035.0', '13900050035'],
  ['14.0-2.0-302.0', '14-2-302'],
  ['14.0号楼', '14号楼'],
  ['阳光小区14.0号楼2.0单元302.0', '阳光小区14号楼2单元302'],
  ['82.0岁', '82岁'],
  ['2.0箱', '2箱'],
  ['2026-10-09 00:00:00', '2026-10-09'],
  ['nan', ''],
  ['<NA>', ''],
])('%s is what a person wrote as %s', (cell, text) => {
  expect(withoutTraces(cell)).toEqual({ text })
})

test.each(['蓝牙5.0耳机', '1.80', '44.3', '5.00元', '3#2单元', '1.05', "''", '2026-10-09 08:30:00', 'NaN Zhang', '#3'])(
  '%s stays as it is',
  (cell) => {
    expect(withoutTraces(cell)).toEqual({ text: cell })
  },
)

test.each([
  ['#N/A', 'error'],
  ['#REF!', 'error'],
  ['＃N/A', 'error'],
  [' #DIV/0! ', 'error'],
  ['#NAME?', 'error'],
  ['########', 'error'],
  ['Err:502', 'error'],
  ['=DISPIMG("ID_ABC",1)', 'picture'],
  ['=_xlfn.DISPIMG("ID_ABC",1)', 'picture'],
  ['=VLOOKUP(A2,Sheet2!A:B,2,0)', 'formula'],
  ['=A1', 'formula'],
] as const)('%s is no value but %s', (cell, emptied) => {
  expect(withoutTraces(cell)).toEqual({ text: '', emptied })
})
