import { expect, test } from 'vitest'
import { whatBroke } from '#http/on-error.ts'

const note = 'Failed query: insert into notes\nparams: the key is\n    at Li Guilan, door 203:1:1\n  at home'

test('the log says what broke and where, and nothing that was typed', () => {
  const told = whatBroke(new TypeError(note))

  expect(told).toMatch(/^TypeError at .*errors\.test\.ts:\d+:\d+/)
  expect(told).not.toMatch(/Guilan|203|home/)
})

test('an error without a stack is only named', () => {
  const bare = Object.assign(new RangeError(note), { stack: undefined })
  expect(whatBroke(bare)).toBe('RangeError')
})

test('a message that was changed after the stack was taken gives nothing away either', () => {
  const changed = Object.assign(new Error(note), { message: 'another' })
  expect(whatBroke(changed)).not.toMatch(/Guilan|203|home/)
})
