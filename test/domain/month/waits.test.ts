import { expect, test } from 'vitest'
import { ranks } from '#domain/month/waits.ts'

test.each([
  [1, 1, 1],
  [2, 1, 2],
  [9, 5, 9],
  [10, 5, 9],
  [11, 6, 10],
  [20, 10, 18],
  [101, 51, 91],
])('of %i waits the median is number %i and the slowest tenth begins after number %i', (many, median, slowest) => {
  expect([ranks.median(many), ranks.slowest(many)]).toEqual([median, slowest])
})
