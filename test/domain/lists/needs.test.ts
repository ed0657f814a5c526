import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { mendNeed, type NeedCells, readNeed } from '#domain/lists/needs.ts'
import { fingerprintText, markRepeats } from '#domain/lists/repeats.ts'
import { itemIn } from '#domain/reading/items.ts'
import { outOfScope } from '#domain/reading/scope.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-23' }
const yulan: NeedCells = {
  name: '沈玉兰',
  age: '81',
  address: '3号楼1单元201室',
  phone: '19900005101',
  wish: '牛奶',
  quantity: '1箱',
  value: '60',
  grid: '第一网格',
}
const read = (cells: NeedCells, line = 4) => readNeed({ ...yulan, ...cells }, { sheet: '心愿', line }, known)
const codes = (cells: NeedCells) =>
  read(cells).flatMap(({ doubts, errors }) => [...errors, ...doubts].map(({ code }) => code))

test('a plain line is understood without a doubt, and its age is a band', () => {
  const [row] = read({})

  expect(row).toMatchObject({
    name: '沈玉兰',
    ageBand: '80+',
    quantity: 1,
    measure: 'carton',
    valueFen: 6000,
    doubts: [],
    errors: [],
  })
  expect(row?.wish).toEqual({ text: '牛奶', item: 'milk', remark: '', specification: '' })
  expect(JSON.stringify(row)).not.toContain('81')
})

test.each([
  ['膏药（颈肩痛用）', 'plaster'],
  ['厨房灯不亮，想换灯管', 'change-lamp'],
  ['手机不会用视频，想学', 'teach-phone'],
  ['理发（腿脚不便，上门）', 'haircut'],
  ['代取一盒降压药', 'fetch-medicine'],
  ['想要一个暖水袋', 'hot-water-bag'],
  ['书包', null],
])('%s means %s', (text, item) => {
  expect(itemIn(text, catalogue)?.item.id ?? null).toBe(item)
})

test('two items in one cell are two rows; what belongs together is one', () => {
  const texts = (wish: string, more: NeedCells = {}) => read({ wish, ...more }).map((row) => row.wish.text)

  expect(texts('防滑垫、洗澡凳')).toEqual(['防滑垫', '洗澡凳'])
  expect(texts('大米和食用油')).toEqual(['大米', '食用油'])
  expect(texts('书包、文具', { quantity: '各1' })).toEqual(['书包', '文具'])
  expect(texts('书包、文具', { note: '两样都要' })).toEqual(['书包', '文具'])
  expect(texts('书包、文具')).toEqual(['书包、文具'])
  expect(texts('窗户漏风，想贴密封条')).toEqual(['窗户漏风，想贴密封条'])
  expect(texts('厨房灯不亮，想换灯管')).toEqual(['厨房灯不亮，想换灯管'])
})

test('the sum of two wishes belongs to neither, and the remark about reading them goes', () => {
  const rows = read({ wish: '膏药、牛奶', quantity: '', value: '96', note: '两样都要' })

  expect(rows.map(({ part, valueFen, note }) => ({ part, valueFen, note }))).toEqual([
    { part: 0, valueFen: null, note: '' },
    { part: 1, valueFen: null, note: '' },
  ])
  expect(rows[1]?.doubts).toContainEqual({ code: 'two-wishes', parts: 2, sharedFen: 9600 })
})

test('an illness, a hardship or a belief is not stored, and the question says so', () => {
  const [plaster] = read({ wish: '膏药（颈肩痛用，上午送）', note: '低保户；耳背' })

  expect(plaster?.wish).toMatchObject({ text: '膏药', remark: '上午送' })
  expect(plaster).toMatchObject({ note: '', hasNote: true })
  expect(codes({ wish: '膏药（颈肩痛用）' })).toEqual(['health-word'])
  expect(codes({ wish: '清真牛肉罐头' })).toEqual(['belief-word'])
  expect(read({ wish: '有糖尿病，想要血压计' })[0]?.wish.text).toBe('想要血压计')
})

test.each<[string, NeedCells, string[]]>([
  ['no phone', { phone: '' }, ['no-phone']],
  ['half a landline', { phone: '0994-23456' }, ['landline']],
  ['a child', { age: '11' }, ['child']],
  ['over the limit', { value: '680', wish: '轮椅', quantity: '1辆' }, ['over-limit']],
  ['over the limit by the usual price', { value: '', wish: '轮椅', quantity: '' }, ['over-limit']],
  ['exactly the limit', { value: '200', wish: '血压计', quantity: '1台' }, []],
  ['twice the usual price', { value: '160', wish: '烧水壶', quantity: '1个' }, []],
  ['more than twice the usual price', { value: '161', wish: '烧水壶', quantity: '1个' }, ['dear']],
  ['a dozen boxes of milk', { value: '', wish: '牛奶', quantity: '12盒' }, []],
  ['many kettles', { value: '', wish: '暖水袋', quantity: '5个' }, ['many']],
  ['boxes of wheelchairs', { value: '150', wish: '轮椅', quantity: '5盒' }, ['odd-quantity']],
  ['a rough sum', { value: '约60' }, ['approximate']],
  ['an empty wish', { wish: '' }, ['empty-wish']],
  ['a wish to follow', { wish: '待补充' }, ['empty-wish']],
  ['nobody', { name: '' }, ['no-name']],
  ['no age', { age: '' }, ['age-missing']],
  ['no address', { address: '' }, ['no-address']],
  ['no door', { address: '3号楼1单元' }, ['address-incomplete']],
  ['no grid', { grid: '' }, ['no-grid']],
])('%s is mentioned', (_, cells, expected) => {
  expect(codes(cells)).toEqual(expected)
})

test.each([
  ['申请低保', 'policy'],
  ['咨询医保政策', 'policy'],
  ['慰问金', 'money'],
  ['报销住院费', 'money'],
  ['降压药', 'prescription'],
  ['帮忙买降压药', 'prescription'],
  ['代买药', 'prescription'],
  ['拿银行卡代取款', 'bank'],
  ['加装电梯', 'public-works'],
])('%s is out of scope: %s', (wish, reason) => {
  expect(outOfScope(wish, { note: '' })?.reason).toBe(reason)
})

test.each([
  '代取药（社区医院）',
  '代取降压药',
  '药盒',
  '膏药',
  '陪同去办医保',
  '想学用手机交社保',
  '养老资格认证',
  '代缴水电费',
  '轮椅',
  '血压计',
])('%s is in scope', (wish) => {
  expect(read({ wish })[0]?.errors).toEqual([])
})

test('a weight says how much is in it, not how many', () => {
  expect(read({ wish: '大米', quantity: '10斤' })[0]).toMatchObject({
    quantity: 1,
    measure: 'bag',
    wish: { specification: '10斤' },
  })
  expect(read({ wish: '老花镜 300度', quantity: '一副' })[0]).toMatchObject({
    measure: 'spectacles',
    wish: { specification: '300度' },
  })
})

test('the same wish twice is an error on the second line, one number for two homes a doubt on both', () => {
  const rows = markRepeats([
    ...read({}, 4),
    ...read({ note: '重复？', quantity: '2箱' }, 5),
    ...read({ name: '陶勇', address: '9号楼1单元101室', wish: '拐杖', quantity: '1根' }, 6),
  ])

  expect(rows.map(({ errors }) => errors)).toEqual([
    [],
    [{ code: 'duplicate-in-file', first: { sheet: '心愿', line: 4 } }],
    [],
  ])
  expect(rows.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([
    ['shared-phone'],
    ['shared-phone'],
    ['shared-phone'],
  ])
  expect(markRepeats(rows)).toEqual(rows)
})

test('a mended row loses its error and keeps the rest', () => {
  const [child] = read({ age: '11', wish: '书包（蓝色）', urgency: '特急' })
  if (!child) throw new Error('no row')
  const mended = mendNeed(child, { age: '71', quantity: '2个' }, known)

  expect(mended).toMatchObject({ errors: [], ageBand: '70-79', quantity: 2, urgency: 'red', valueFen: 6000, line: 4 })
  expect(mended.wish).toEqual(child.wish)
  expect(mendNeed(child, {}, known)).toEqual(child)
})

test('the fingerprint is the same for the same list in another order or with a corrected quantity, not for another month', () => {
  const print = (cells: NeedCells, line: number, month = '2026-11') =>
    read(cells, line).map((row) => fingerprintText(row, month))

  expect(print({ quantity: '3箱', value: '99' }, 40)).toEqual(print({}, 4))
  expect(print({}, 4, '2026-12')).not.toEqual(print({}, 4))
  expect(print({ wish: '拐杖' }, 4)).not.toEqual(print({}, 4))
  expect(print({ wish: '牛奶、拐杖' }, 4)).toHaveLength(2)
})
