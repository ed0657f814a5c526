import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { readNeed } from '#domain/lists/needs.ts'
import { statusOfRow } from '#domain/lists/preview.ts'
import { phonesOf } from '#domain/reading/phones.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }
const person = { name: '沈玉兰', age: '81', address: '3号楼1单元201室', phone: '19900005101', grid: '第一网格' }

type Thing = {
  readonly id: string
  readonly name: string
  readonly word: string
  readonly measure: string
  /** More than this is asked about as a large number. */
  readonly most: number
}
const things: readonly Thing[] = [
  { id: 'milk', name: '牛奶', word: '箱', measure: 'carton', most: 12 },
  { id: 'milk', name: '纯牛奶', word: '盒', measure: 'box', most: 40 },
  { id: 'eggs', name: '鸡蛋', word: '盘', measure: 'tray', most: 12 },
  { id: 'eggs', name: '土鸡蛋', word: '个', measure: 'piece', most: 40 },
  { id: 'rice', name: '大米', word: '袋', measure: 'bag', most: 12 },
  { id: 'cooking-oil', name: '食用油', word: '桶', measure: 'jug', most: 12 },
  { id: 'plaster', name: '膏药', word: '贴', measure: 'patch', most: 40 },
  { id: 'tissue', name: '卫生纸', word: '提', measure: 'bundle', most: 12 },
  { id: 'cane', name: '拐杖', word: '根', measure: 'stick', most: 4 },
  { id: 'reading-glasses', name: '老花镜', word: '副', measure: 'spectacles', most: 4 },
  { id: 'hot-water-bag', name: '暖水袋', word: '个', measure: 'piece', most: 4 },
  { id: 'quilt', name: '棉被', word: '床', measure: 'bed', most: 4 },
  { id: 'towel', name: '毛巾', word: '条', measure: 'strip', most: 4 },
]
type Meant = { readonly thing: Thing; readonly count: number }

const han = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const wide = (count: number) => String(count).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
const spelled = (count: number) => fc.constantFrom(String(count), han[count] ?? '', wide(count))
const meant = fc.record({ thing: fc.constantFrom(...things), count: fc.integer({ min: 1, max: 12 }) })

/** A wish with its amount in the words. */
const inWords = ({ thing, count }: Meant) =>
  spelled(count).chain((number) =>
    fc.constantFrom(
      `${thing.name}${number}${thing.word}`,
      `${thing.name} ${number} ${thing.word}`,
      `${number}${thing.word}${thing.name}`,
      `想要${number}${thing.word}${thing.name}`,
      `${thing.name}，${number}${thing.word}`,
    ),
  )
const joints = fc.constantFrom<(parts: readonly string[]) => string>(
  (parts) => parts.join('、'),
  (parts) => parts.join('；'),
  (parts) => parts.join('\n'),
  (parts) => parts.map((part, at) => `${at + 1}、${part}`).join(' '),
  (parts) => parts.map((part, at) => `${'①②③④'[at]}${part}`).join(''),
  (parts) => parts.map((part, at) => `（${at + 1}）${part}`).join(''),
  (parts) => parts.map((part, at) => `${'一二三四'[at]}、${part}`).join('；'),
)

/** What a row says where nothing waits for someone. */
function shownAsRead(cells: Readonly<Record<string, string>>) {
  return readNeed({ ...person, ...cells }, { sheet: '表', line: 2 }, known).map((row) => ({
    isAsked: !statusOfRow({ row, checks: [], choice: 'auto', reason: '' }).isTaken,
    isFine: statusOfRow({ row, checks: [], choice: 'auto', reason: '' }).state === 'ok',
    is: [row.wish.item, row.quantity, row.measure].join(' '),
  }))
}
const saying = ({ thing, count }: Meant) => [thing.id, count, thing.measure].join(' ')

test('an amount in the words of a wish, or in its column, is what was meant', () => {
  const written = meant.chain((one) =>
    fc.record({
      one: fc.constant(one),
      cells: fc.oneof(
        inWords(one).map((wish) => ({ wish, quantity: '' })),
        spelled(one.count).map((number) => ({
          wish: one.thing.name,
          quantity: `${number}${one.thing.word}`,
        })),
        inWords(one).map((wish) => ({ wish, quantity: `${one.count}${one.thing.word}` })),
        inWords(one).map((wish) => ({ wish, quantity: `${one.count}` })),
      ),
    }),
  )
  fc.assert(
    fc.property(written, ({ one, cells }) => {
      const rows = shownAsRead(cells)
      expect(rows.map(({ is }) => is)).toEqual([saying(one)])
      expect(rows.map(({ isAsked }) => isAsked)).toEqual([one.count > one.thing.most])
    }),
    { numRuns: 500 },
  )
})

test('an amount in the words and another in the column are asked about', () => {
  const written = meant.chain((one) =>
    fc.record({ wish: inWords(one), quantity: fc.integer({ min: 1, max: 12 }).filter((count) => count !== one.count) }),
  )
  fc.assert(
    fc.property(written, ({ wish, quantity }) => {
      expect(shownAsRead({ wish, quantity: String(quantity) }).map(({ isAsked }) => isAsked)).toEqual([true])
    }),
    { numRuns: 300 },
  )
})

test('several wishes of one cell are as many rows, each with its own amount, and none is shown as fine', () => {
  const several = fc
    .uniqueArray(meant, { selector: ({ thing }) => thing.id, minLength: 2, maxLength: 4 })
    .chain((all) =>
      fc.record({
        all: fc.constant(all),
        parts: fc.tuple(...all.map(inWords)),
        joint: joints,
      }),
    )
  fc.assert(
    fc.property(several, ({ all, parts, joint }) => {
      const rows = shownAsRead({ wish: joint(parts), quantity: '' })
      expect(rows.map(({ is }) => is)).toEqual(all.map(saying))
      expect(rows.some(({ isFine }) => isFine)).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('an amount that could not be promised is asked about, in whichever column it is', () => {
  const vague = meant.chain(({ thing, count }) =>
    fc.record({
      name: fc.constant(thing.name),
      amount: fc.constantFrom(
        '若干',
        `几${thing.word}`,
        `${count}-${count + 1}${thing.word}`,
        `两三${thing.word}`,
        `约${count}${thing.word}`,
        `${count}${thing.word}左右`,
        `${count}+1`,
        `每月${count}${thing.word}`,
      ),
      isColumn: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(vague, ({ name, amount, isColumn }) => {
      const cells = isColumn ? { wish: name, quantity: amount } : { wish: `${name}${amount}`, quantity: '' }
      expect(shownAsRead(cells).map(({ isAsked }) => isAsked)).toEqual([true])
    }),
    { numRuns: 300 },
  )
})

const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
const landline = fc
  .tuple(fc.stringMatching(/^[2-8]\d{6}$/), fc.constantFrom('', '2', '802'))
  .map(([number, extension]) => ({
    is: `0994-${number}${extension && `转${extension}`}`,
    written: `0994-${number}${extension && `转${extension}`}`,
  }))
const own = fc.oneof(
  mobile.chain((number) =>
    fc
      .constantFrom(
        number,
        number.replace(/^(...)(....)/, '$1 $2 '),
        number.replace(/^(...)(....)/, '$1-$2-'),
        `+86 ${number}`,
        `手机：${number}`,
        `${number}（本人）`,
      )
      .map((written) => ({ is: number, written })),
  ),
  landline,
)
const another = mobile.chain((number) =>
  fc
    .constantFrom(
      `女儿${number}`,
      `${number}（儿子）`,
      `邻居王姐 ${number}`,
      `${number}（单位）`,
      `网格员：${number}`,
      `小王${number}`,
    )
    .map((written) => ({ is: null, written })),
)
const broken = fc
  .constantFrom('1990002101', '199000210122', '1.99E+10', '994-2345673', '2345670', '110')
  .map((written) => ({
    is: null,
    written,
  }))

test('from any phone cell, only the person’s own whole numbers are read, and the rest is named', () => {
  const cell = fc.record({
    parts: fc.array(fc.oneof(own, another, broken), { minLength: 1, maxLength: 3 }),
    joint: fc.constantFrom('、', '/', '\n', '；', ' / '),
  })
  fc.assert(
    fc.property(cell, ({ parts, joint }) => {
      const { phones, short, bad, others } = phonesOf(parts.map(({ written }) => written).join(joint))
      const whole = new Set(parts.flatMap(({ is }) => is ?? []))
      expect(new Set(phones)).toEqual(whole)
      expect(short.length + bad.length + others.length).toBe(parts.filter(({ is }) => is === null).length)
    }),
    { numRuns: 500 },
  )
})
