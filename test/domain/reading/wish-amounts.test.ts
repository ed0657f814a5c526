import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { mendNeed, readNeed } from '#domain/lists/needs.ts'
import { statusOfRow } from '#domain/lists/preview.ts'
import { estimateOf } from '#domain/reading/estimates.ts'
import { isNoWish } from '#domain/reading/no-wish.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }
const yulan = { name: '沈玉兰', age: '81', address: '3号楼1单元201室', phone: '19900005101', grid: '第一网格' }
const rowsOf = (wish: string, quantity = '') => readNeed({ ...yulan, wish, quantity }, { sheet: '表', line: 2 }, known)
const told = (wish: string, quantity = '') =>
  rowsOf(wish, quantity).map((row) => {
    const { state } = statusOfRow({ row, checks: [], choice: 'auto', reason: '' })
    return `${row.wish.text} ${row.quantity} ${row.measure}: ${state}`
  })

test.each<[string, string, string[]]>([
  ['想要三个暖水袋', '', ['想要暖水袋 3 piece: ok']],
  ['两个书包', '', ['书包 2 piece: ok']],
  ['搬两个柜子', '', ['搬两个柜子 1 piece: ok']],
  ['换灯管两根', '', ['换灯管两根 1 time: ok']],
  ['陪聊天2小时', '', ['陪聊天2小时 2 hour: ok']],
  ['四件套', '', ['四件套 1 set: ok']],
  ['1.8L电水壶', '', ['1.8L电水壶 1 piece: ok']],
  ['一个人住，想要收音机', '', ['一个人住，想要收音机 1 piece: ok']],
  ['牛奶2', '', ['牛奶2 1 carton: undecided']],
  ['换灯泡', '2个', ['换灯泡 2 piece: undecided']],
  ['拐杖', '2', ['拐杖 2 stick: ok']],
  ['药膏', '2管', ['药膏 2 piece: undecided']],
  ['牛奶或鸡蛋', '', ['牛奶或鸡蛋 1 carton: undecided']],
  ['书包、文具', '', ['书包、文具 1 piece: undecided']],
  ['电热毯坏了', '', ['电热毯坏了 1 strip: undecided']],
  ['电热毯坏了，想要新的', '', ['电热毯坏了，想要新的 1 strip: ok']],
  ['牛奶、鸡蛋', '2', ['牛奶 2 carton: undecided', '鸡蛋 2 tray: undecided']],
  ['两箱牛奶、鸡蛋', '', ['牛奶 2 carton: doubt', '鸡蛋 1 tray: doubt']],
])('%s with the quantity “%s” is %j', (wish, quantity, rows) => {
  expect(told(wish, quantity)).toEqual(rows)
})

test.each(['无', '没有', '没有心愿', '暂无，谢谢', '暂时没有需求', '目前没有什么需要', '不需要', '什么都不缺'])(
  '%s is no wish',
  (cell) => {
    expect(isNoWish(cell)).toBe(true)
  },
)

test.each(['', '待补充', '无糖饼干', '没有收音机，想要一个', '不要牛奶，要鸡蛋', '无人陪伴，想聊天'])(
  '“%s” may be one',
  (cell) => {
    expect(isNoWish(cell)).toBe(false)
  },
)

test('what was no number is stored next to the item, so that pressing yes loses nothing', () => {
  expect(rowsOf('大米', '半斤')[0]?.wish.specification).toBe('半斤')
  expect(rowsOf('药膏', '2管')[0]?.wish.specification).toBe('2管')
})

test('the catalogue’s price is for its own measure only', () => {
  const eggs = { usualFen: 35_00, measure: 'tray' } as const

  expect(estimateOf(eggs, { quantity: 5, measure: 'tray', specification: '' })).toBe(175_00)
  expect(estimateOf(eggs, { quantity: 5, measure: 'piece', specification: '' })).toBeNull()
  expect(
    estimateOf({ usualFen: 70_00, measure: 'bag' }, { quantity: 1, measure: 'bag', specification: '2斤' }),
  ).toBeNull()
  expect(
    estimateOf({ usualFen: 80_00, measure: 'piece' }, { quantity: 1, measure: 'piece', specification: '1.8L' }),
  ).toBe(80_00)
})

test('a corrected number keeps the measure of the list, and another item has its own', () => {
  const [eggs] = rowsOf('鸡蛋', '5个')
  if (!eggs) throw new Error('no row')

  expect(mendNeed(eggs, { quantity: '6' }, known)).toMatchObject({ quantity: 6, measure: 'piece', doubts: [] })
  expect(mendNeed(eggs, { wish: '拐杖', quantity: '1' }, known)).toMatchObject({ quantity: 1, measure: 'stick' })
  expect(mendNeed(eggs, {}, known)).toEqual(eggs)
})
