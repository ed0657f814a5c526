import { expect, test } from 'vitest'
import { firstSteps, isInFirstDays, isStepDone, type SoFar } from '#domain/first-steps.ts'

const nothing: SoFar = {
  ...{ grids: 0, gridsWithBuildings: 0 },
  ...{ workers: 0, residents: 0, agreed: 0, volunteers: 0, activeVolunteers: 0 },
  ...{ hasPosted: false, hasPublished: false, hasEdition: false },
}
const all: SoFar = {
  ...{ grids: 2, gridsWithBuildings: 2 },
  ...{ workers: 1, residents: 5, agreed: 5, volunteers: 3, activeVolunteers: 1 },
  ...{ hasPosted: true, hasPublished: true, hasEdition: true },
}

test('the first days last until there is a grid worker, five residents, a published wish and an active volunteer', () => {
  expect(isInFirstDays(nothing)).toBe(true)
  expect(isInFirstDays(all)).toBe(false)
  for (const lacking of [{ workers: 0 }, { residents: 4 }, { hasPublished: false }, { activeVolunteers: 0 }])
    expect([lacking, isInFirstDays({ ...all, ...lacking })]).toEqual([lacking, true])
  expect(isInFirstDays({ ...all, hasEdition: false, agreed: 0, hasPosted: false })).toBe(false)
})

test('each step is done by its own deed, and reading the rules is never claimed', () => {
  const done = (so: SoFar) => firstSteps.filter((step) => isStepDone(step, so))

  expect(done(nothing)).toEqual([])
  expect(done({ ...nothing, grids: 2, gridsWithBuildings: 2 })).toEqual(['places'])
  expect(done({ ...nothing, grids: 2, gridsWithBuildings: 1 })).toEqual([])
  expect(done({ ...nothing, workers: 1 })).toEqual(['colleagues'])
  expect(done({ ...nothing, residents: 5 })).toEqual([])
  expect(done({ ...nothing, residents: 5, volunteers: 1 })).toEqual(['lists'])
  expect(done({ ...nothing, activeVolunteers: 1 })).toEqual(['activate'])
  expect(done({ ...nothing, agreed: 5 })).toEqual(['consents'])
  expect(done({ ...nothing, hasPosted: true })).toEqual(['wishes'])
  expect(done({ ...nothing, hasPublished: true })).toEqual(['publish'])
  expect(done({ ...nothing, hasEdition: true })).toEqual(['doors'])
  expect(isStepDone('rules', all)).toBeNull()
})
