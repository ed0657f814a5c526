import { expect, test } from 'vitest'
import { gridsOfBuildings } from '#db/residents/resident-rows.ts'
import { testApp } from '#test/support/app.ts'
import { listResident, places } from '#test/support/cast.ts'

test('each building belongs to the grid with most of its files, however its number is typed', async () => {
  const { services, people } = await testApp()
  const list = (name: string, gridId: 'grid1' | 'grid2', building: string) =>
    listResident(services, people.dora, places.hongqi, { gridId, name, building, phones: [] })
  // Two files of the cast are in building 17, one in each grid.
  await list('Qin Meilan', 'grid2', '17')
  await list('Zhou Yue', 'grid1', '9')

  const grids = await gridsOfBuildings(services.store.db, places.hongqi, ['17号楼', '17', '9', '44', ''])
  expect(Object.fromEntries(grids)).toEqual({ '17号楼': 'grid2', 17: 'grid2', 9: 'grid1' })
})
