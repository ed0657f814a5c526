import { expect, test } from 'vitest'
import { inTurns } from '#db/store/in-turn.ts'

test('tasks with the same key run one after the other, whatever their result; another key does not wait', async () => {
  const inTurn = inTurns()
  const order: string[] = []
  const doing =
    (name: string, fails = false) =>
    async () => {
      order.push(`${name} begins`)
      await new Promise(setImmediate)
      order.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }

  const all = await Promise.allSettled([
    inTurn('unit', doing('first', true)),
    inTurn('unit', doing('second')),
    inTurn('other', doing('beside')),
  ])

  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(order).toEqual(['first begins', 'beside begins', 'first ends', 'second begins', 'beside ends', 'second ends'])
  expect(await inTurn('unit', doing('later'))).toBe('later')
})
