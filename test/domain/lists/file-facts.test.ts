import { expect, test } from 'vitest'
import { differencesOf, type FileFacts, withTaken } from '#domain/lists/file-facts.ts'
import { addressOf } from '#domain/reading/addresses.ts'
import type { ReadBand } from '#domain/reading/ages.ts'

const file = (address: string, ageBand: FileFacts['ageBand'], ...phones: readonly string[]): FileFacts => {
  const { place, building, unit, door } = addressOf(address)
  return { place, building, unit, door, ageBand, phones, sex: null }
}
const row = (address: string, ageBand: ReadBand | null, ...phones: readonly string[]) => ({
  address: addressOf(address),
  ageBand,
  phones,
  sex: null,
})
const told = (before: FileFacts, said: ReturnType<typeof row>) =>
  differencesOf(before, said).map(({ kind, adds }) => `${kind} ${adds ? 'adds' : 'contradicts'}`)

test.each([
  [file('9号楼2单元909', '80+', '1'), row('9栋2单元909', '80+', '1'), []],
  [file('9号楼2单元909', '80+', '1'), row('', null), []],
  [file('9号楼2单元909', '80+', '1'), row('9号楼', '80+'), []],
  [file('9号楼2单元909', '80+', '1'), row('1号楼1单元101', '80+'), ['address contradicts']],
  [file('9号楼2单元909', '80+', '1'), row('8号楼', '80+'), ['address contradicts']],
  [file('9号楼2单元909', '80+', '1'), row('阳光小区9号楼2单元909', '80+'), ['address adds']],
  [file('9号楼', '80+', '1'), row('9号楼2单元909', '80+'), ['address adds']],
  [file('', null, '1'), row('9号楼2单元909', '80+', '2'), ['address adds', 'age adds', 'phones adds']],
  [file('9号楼2单元909', '80+', '1'), row('9号楼2单元909', '60-69', '1', '2'), ['age contradicts', 'phones adds']],
])('case %#', (before, said, expected) => {
  expect(told(before, said)).toEqual(expected)
})

test('only what is taken changes the file, and a file has three numbers', () => {
  const before = file('9号楼2单元909', '80+', '1', '2')
  const said = row('1号楼1单元101', '60-69', '3', '4')
  const numbers = differencesOf(before, said).find(({ kind }) => kind === 'phones')

  expect(withTaken(before, said, [])).toEqual(before)
  expect(withTaken(before, said, ['age', 'phones'])).toEqual({ ...before, ageBand: '60-69', phones: ['1', '2', '3'] })
  expect(withTaken(before, said, ['address'])).toMatchObject({ building: '1', unit: '1', door: '101', ageBand: '80+' })
  expect(numbers).toMatchObject({ now: ['3'], over: ['4'] })
})

test('what each leaves open is put together', () => {
  const before = file('阳光小区9号楼909', null)

  expect(withTaken(before, row('9号楼2单元909', null), ['address'])).toMatchObject({
    place: '阳光小区',
    building: '9',
    unit: '2',
    door: '909',
  })
})
