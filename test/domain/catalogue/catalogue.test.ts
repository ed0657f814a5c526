import { expect, test } from 'vitest'
import { catalogue, categoryIcons, isItemId, itemById } from '#domain/catalogue/catalogue.ts'
import { categories, measures, strengths } from '#domain/catalogue/catalogue-codes.ts'
import { catalogueEn } from '#text/en/catalogue/catalogue-text.ts'
import { catalogueZh } from '#text/zh/catalogue/catalogue-text.ts'
import { iconNames } from '#views/parts/icon.tsx'

const namesWithOwner = catalogue.flatMap(({ id, names }) => names.map((name) => ({ id, name })))

test('the catalogue offers at least forty wishes, each under an id of its own, in every category', () => {
  const ids = catalogue.map((item) => item.id)

  expect(ids.length).toBeGreaterThanOrEqual(40)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([])
  expect(new Set(catalogue.map((item) => item.category))).toEqual(new Set(categories))
})

test('no name belongs to two items', () => {
  const names = namesWithOwner.map(({ name }) => name)

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('what the page calls an item, a list that comes back is understood by', () => {
  expect(catalogue.filter(({ id, names }) => catalogueZh.items[id].name !== names[0]).map(({ id }) => id)).toEqual([])
})

test.each([
  ['电饭锅（老式的总忘关火）', 'rice-cooker'],
  ['老花镜 300度', 'reading-glasses'],
  ['窗户漏风，想贴密封条', 'seal-window'],
  ['想有人陪着聊聊天', 'chat'],
  ['手机不会用视频，想学', 'teach-phone'],
  ['厨房灯不亮，想换灯管', 'change-lamp'],
  ['帮忙清洗油烟机', 'clean-hood'],
  ['代取药（社区医院）', 'fetch-medicine'],
  ['理发（腿脚不便，上门）', 'haircut'],
  ['一盒小药盒', 'pill-box'],
  ['帮我晒被子', 'air-quilt'],
  ['一床被子', 'quilt'],
  ['推轮椅下楼转转', 'go-for-walk'],
  ['轮椅一台', 'wheelchair'],
  ['想找人下象棋', 'play-chess'],
  ['床边扶手', 'bed-rail'],
  ['卫生间装个扶手', 'fit-rail'],
])('the longest name in “%s” is one of %s', (words, id) => {
  const [longest] = namesWithOwner
    .filter(({ name }) => words.includes(name))
    .sort((one, other) => other.name.length - one.name.length)

  expect(longest?.id).toBe(id)
})

test.each([['书包'], ['现金一千元'], ['处方药'], ['银行卡取钱']])('“%s” is nothing the catalogue offers', (words) => {
  expect(namesWithOwner.filter(({ name }) => words.includes(name))).toEqual([])
})

test('no name or word of an item asks for cash, a card, a prescription, a diagnosis or a belief', () => {
  const forbidden = /现金|银行卡|处方|高血压|糖尿病|冠心病|脑梗|癌|残疾|清真|宗教/
  const titles = catalogue.map(({ id }) => catalogueZh.items[id].name)

  expect([...titles, ...namesWithOwner.map(({ name }) => name)].filter((name) => forbidden.test(name))).toEqual([])
})

test('every item says what it is and how to bring it, in both languages', () => {
  for (const { id } of catalogue) {
    const [zh, en] = [catalogueZh.items[id], catalogueEn.items[id]]

    expect(zh.name, id).toMatch(/^\p{Script=Han}+$/u)
    expect(zh.care, id).toMatch(/^\p{Script=Han}.{11,}。$/u)
    expect(`${en.name} ${en.care}`, id).not.toMatch(/\p{Script=Han}|[，。；：、]/u)
    expect(en.name, id).toMatch(/^[A-Z][a-z -]+/)
    expect(en.care, id).toMatch(/^[A-Z].{20,}\.$/)
  }
})

test('every code has a word in both languages', () => {
  for (const text of [catalogueZh, catalogueEn]) {
    expect(Object.keys(text.categories).sort()).toEqual([...categories].sort())
    expect(Object.keys(text.measures).sort()).toEqual([...measures].sort())
    expect(Object.keys(text.strengths).sort()).toEqual([...strengths].sort())
  }
  expect(JSON.stringify([catalogueEn.categories, catalogueEn.measures, catalogueEn.strengths])).not.toMatch(
    /\p{Script=Han}/u,
  )
})

test('an amount is counted in the way of each language', () => {
  expect(catalogueZh.amount(5, 'box')).toBe('5 盒')
  expect(catalogueEn.amount(5, 'box')).toBe('5 boxes')
  expect(catalogueEn.amount(1, 'spectacles')).toBe('1 pair')
})

test('usual prices are whole fen, at least three yuan where something is bought, and only a wheelchair goes past 200 yuan', () => {
  const paid = catalogue.filter((item) => item.usualFen !== 0)

  expect(paid.filter(({ usualFen }) => !Number.isInteger(usualFen) || usualFen < 300 || usualFen > 500_00)).toEqual([])
  expect(paid.filter(({ usualFen }) => usualFen > 200_00).map(({ id }) => id)).toEqual(['wheelchair'])
  expect(catalogue.filter(({ category, usualFen }) => category === 'goods' && usualFen === 0)).toEqual([])
})

test('every icon that an item or a category asks for is drawn', () => {
  const asked = [...catalogue.map((item) => item.icon), ...Object.values(categoryIcons)]

  expect(asked.filter((icon) => !iconNames.includes(icon))).toEqual([])
})

test('an id leads to its item, and a value that is not an id is recognised as such', () => {
  expect(itemById('plaster').names[0]).toBe('膏药')
  expect(itemById('no-such-thing' as string)).toBeUndefined()
  expect([isItemId('kettle'), isItemId('toString'), isItemId(''), isItemId(null)]).toEqual([true, false, false, false])
})
