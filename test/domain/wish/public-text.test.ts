import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { privateWordIn } from '#domain/wish/notes/public-text.ts'

const wang = {
  name: '王桂兰',
  phones: ['13800138000', '0994-2345678'],
  place: '',
  building: '17',
  unit: '2',
  door: '203',
}
const found = (text: string, whose = wang) => privateWordIn(text, whose)

describe('a public title may not carry', () => {
  test.each([
    ['给王桂兰的烧水壶', '王桂兰'],
    ['给王 桂 兰的烧水壶', '王桂兰'],
    ['桂兰的烧水壶', '桂兰'],
  ])('the name: %s', (text, word) => expect(found(text)).toEqual({ word, kind: 'name' }))

  test.each([
    ['阿依古丽·买买提', '给阿依古丽换灯泡', '阿依古丽'],
    ['阿依古丽•买买提', '给买买提换灯泡', '买买提'],
    ['Li Guilan', 'a kettle for li guilan', 'Li Guilan'],
    ['Li Guilan', 'a kettle for GUILAN', 'Guilan'],
  ])('a part of the name %s: %s', (name, text, word) => {
    expect(found(text, { ...wang, name })).toEqual({ word, kind: 'name' })
  })

  test.each([
    '电话13800138000',
    '138 0013 8000',
    '138.0013.8000',
    '138-0013-8000',
    '１３８００１３８０００',
    '0994 2345678',
    '2345678',
  ])('a phone: %s', (text) => expect(found(text)?.kind).toBe('phone'))

  test.each(['17号楼的灯', '十七号楼的灯', '2单元楼道灯', '二单元楼道灯', '203的水龙头', '203室'])(
    'the address: %s',
    (text) => expect(found(text)?.kind).toBe('address'),
  )

  test('a named house', () => {
    expect(found('幸福苑的灯', { ...wang, building: '幸福苑' })).toEqual({ word: '幸福苑', kind: 'address' })
  })

  test.each(['糖尿病专用奶粉', '偏瘫护理垫', '帕金森老人的防滑垫', '慢阻肺用的', '糖\u200c尿病'])(
    'an illness: %s',
    (text) => expect(found(text)?.kind).toBe('illness'),
  )
})

describe('a public title may carry neither', () => {
  test.each([
    ['低保户的米', 'hardship'],
    ['独居老人的灯', 'hardship'],
    ['二级残疾用的拐杖', 'hardship'],
    ['清真牛肉', 'belief'],
    ['哈萨克族老人的毡子', 'belief'],
    ['鄂温克族的靴子', 'belief'],
    ['佛教念珠', 'belief'],
    ['刑满释放人员的被子', 'justice'],
    ['社区矫正对象', 'justice'],
    ['戒毒回来的人要棉鞋', 'justice'],
  ])('%s: %s', (text, kind) => expect(found(text)?.kind).toBe(kind))
})

describe('a public title may carry', () => {
  test.each([
    '烧水壶 1 个',
    '5 升食用油',
    '老花镜 250 度',
    '拐杖',
    '陪聊天 2 小时',
    '膏药 10 贴',
    '手机支架',
    '汉堡',
    '回家的路上陪着走',
    '水族箱',
    '下个礼拜天理发',
    '看病陪同',
    'a kettle of 1.5 l',
  ])('%s', (text) => expect(found(text)).toBeNull())

  test('a family name that is a word of the language', () => {
    expect(found('白米 10 斤', { ...wang, name: '白米兰' })).toBeNull()
    expect(found('烧水壶', { ...wang, name: '' })).toBeNull()
  })
})

test('the whole name is found anywhere in the text', () => {
  const around = fc.string({ unit: fc.constantFrom(...'给的灯壶奶 ，。a1'), maxLength: 10 })
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(found(`${before}王桂兰${after}`)?.kind).toBe('name')
    }),
  )
})
