import { expect, test } from 'vitest'
import { gridAt, readBuildings } from '#domain/places/grid-buildings.ts'

const read = (typed: string) => {
  const found = readBuildings(typed)
  return found.ok ? found.value.map(({ place, building }) => `${place}|${building}`) : found
}
const at = (place: string, building: string, door = '') => ({ place, building, unit: '', door })

test('a list of buildings is read as a secretary types it, and the same building twice is one', () => {
  expect(read('3号楼、4栋，十七号楼\n17')).toEqual(['|3', '|4', '|17'])
  expect(read('阳光小区1-3号楼')).toEqual(['阳光小区|1', '阳光小区|2', '阳光小区|3'])
  expect(read('红旗路六巷\n团结村3组')).toEqual(['红旗路六巷|', '团结村3组|'])
  expect(read(' \n')).toEqual([])
})

test('a door is no building, a row that runs backwards is none, and a grid lists at most 300', () => {
  expect(read('3号楼2单元203室、5号楼')).toEqual({ ok: false, wrong: ['3号楼2单元203室'], isTooMany: false })
  expect(read('12-3号楼')).toEqual({ ok: false, wrong: ['12-3号楼'], isTooMany: false })
  expect(read('甲1-200号楼、乙1-101号楼')).toEqual({ ok: false, wrong: [], isTooMany: true })
})

test('the grid follows from the building in its estate, before the building alone, before the whole estate', () => {
  const listed = [
    { place: '阳光小区', building: '3', gridId: 'east' },
    { place: '', building: '3', gridId: 'west' },
    { place: '红旗路六巷', building: '', gridId: 'north' },
  ]
  expect(gridAt(listed, at('阳光小区', '3'))).toBe('east')
  expect(gridAt(listed, at('月光小区', '3'))).toBe('west')
  expect(gridAt(listed, at('', '3', '203'))).toBe('west')
  expect(gridAt(listed, at('红旗路六巷12号', ''))).toBe('north')
  expect(gridAt(listed, at('', '4'))).toBeNull()
  expect(gridAt(listed, at('', ''))).toBeNull()
})

test('an address without an estate is unclear where two grids have a building of that number', () => {
  const east = { place: '阳光小区', building: '3', gridId: 'east' }
  expect(gridAt([east], at('', '3'))).toBe('east')
  expect(gridAt([east, { place: '月光小区', building: '3', gridId: 'west' }], at('', '3'))).toBeNull()
})
