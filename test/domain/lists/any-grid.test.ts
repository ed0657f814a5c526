import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { tell } from '#domain/lists/problems.ts'
import { understand } from '#domain/lists/understand.ts'
import { scopeReasons } from '#domain/reading/scope.ts'
import { doubtsEn } from '#text/en/lists/doubts-text.ts'
import { doubtsZh } from '#text/zh/lists/doubts-text.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }
const headings = ['序号', '网格', '姓名', '电话', '心愿', '住址', '年龄']

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    ...headings,
    '合计',
    '各1',
    '同上',
    '1.99E+10',
    '2026-01-02',
    '膏药、牛奶',
    '（',
    '３号楼',
    '0994-23456',
    '降压药',
    '1/0',
    '十百千',
  ),
)

test('no grid of strings makes it throw, and everything found has a sentence in both languages', () => {
  const grid = fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 8 })
  fc.assert(
    fc.property(grid, fc.boolean(), (body, withHeadings) => {
      const merges = [{ top: 0, left: 0, bottom: 5, right: 3 }]
      const read = understand([{ name: '网格', rows: withHeadings ? [headings, ...body] : body, merges }], known)
      if (!read.ok) return
      for (const row of read.rows) {
        for (const words of [doubtsZh, doubtsEn]) {
          for (const doubt of row.doubts) expect(tell(words.doubts, doubt).length).toBeGreaterThan(5)
          for (const problem of row.errors) expect(tell(words.problems, problem).length).toBeGreaterThan(5)
        }
        expect(JSON.stringify(row)).not.toMatch(/\\u00[01]|\\ud[89a-f]/i)
      }
    }),
    { numRuns: 300 },
  )
})

test('every reason for being out of scope says the way out', () => {
  for (const reason of scopeReasons) {
    const problem = { code: 'out-of-scope', reason, word: '某事' } as const
    expect(tell(doubtsZh.problems, problem)).toMatch(/^「某事」.*跳过这一行/)
    expect(tell(doubtsEn.problems, problem)).toMatch(/^“某事” .*[Ss]kip this row/)
  }
})
