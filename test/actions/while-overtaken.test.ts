import { expect, test } from 'vitest'
import { whileOvertaken } from '#actions/while-overtaken.ts'

const overtaken = new Error('overtaken')
const isOvertaken = (error: unknown) => error === overtaken

/** Loses so many rounds before it succeeds. */
function losing(rounds: number) {
  let tries = 0
  return async () => {
    tries += 1
    if (tries <= rounds) throw overtaken
    return tries
  }
}

test('tries again while another change gets in first, five times in all', async () => {
  expect(await whileOvertaken(isOvertaken, losing(0))).toBe(1)
  expect(await whileOvertaken(isOvertaken, losing(4))).toBe(5)
  await expect(whileOvertaken(isOvertaken, losing(5))).rejects.toBe(overtaken)
})

test('tries again where the attempt itself finds that what it read has moved on', async () => {
  let tries = 0
  const result = await whileOvertaken(isOvertaken, async () => (++tries < 3 ? 'overtaken' : tries))

  expect(result).toBe(3)
  await expect(whileOvertaken(isOvertaken, async () => 'overtaken')).rejects.toThrow('always overtaken')
})

test('any other error is thrown at once', async () => {
  let tries = 0
  const broken = whileOvertaken(isOvertaken, async () => {
    tries += 1
    throw new Error('disk full')
  })

  await expect(broken).rejects.toThrow('disk full')
  expect(tries).toBe(1)
})
