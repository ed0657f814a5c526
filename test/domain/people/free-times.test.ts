import { expect, test } from 'vitest'
import { freeCells } from '#domain/people/free-times.ts'

const weekdays = ['weekday-morning', 'weekday-afternoon', 'weekday-evening']
const saturdays = ['saturday-morning', 'saturday-afternoon', 'saturday-evening']
const sundays = ['sunday-morning', 'sunday-afternoon', 'sunday-evening']

test.each([
  [[], []],
  [
    ['sunday-evening', 'weekday-morning'],
    ['weekday-morning', 'sunday-evening'],
  ],
  [['weekday'], weekdays],
  [['saturday'], saturdays],
  [['weekend'], [...saturdays, ...sundays]],
  [['weekend-morning'], ['saturday-morning', 'sunday-morning']],
  [['anytime'], [...weekdays, ...saturdays, ...sundays]],
  [['holiday'], []],
])('%j ticks %j', (chosen, ticked) => {
  expect(freeCells(chosen)).toEqual(ticked)
})
