import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import type { Quantity } from '#domain/reading/amounts.ts'
import { scopeOf } from '#domain/reading/scope.ts'
import { readWishes } from '#domain/reading/wish-words.ts'

const asTyped = (words: string, note = '') => scopeOf({ itemId: null, words, specification: '', note })
const asListed = (cell: string, note = '') => {
  const [wish] = readWishes(cell, { quantity: one, note, specification: '', split: false }, catalogue)
  const error = wish?.errors.find(({ code }) => code === 'out-of-scope')
  return error && 'reason' in error ? { reason: error.reason, word: error.word } : null
}
const one: Quantity = { count: 1, measure: '', each: false, readable: true }

const refused = [
  ['500 元现金', 'money'],
  ['现 金', 'money'],
  ['现·金五百', 'money'],
  ['想要500元', 'money'],
  ['五百块钱', 'money'],
  ['红包', 'money'],
  ['借钱看病', 'money'],
  ['借2000元周转', 'money'],
  ['超市购物卡', 'money'],
  ['买彩票', 'money'],
  ['还债', 'money'],
  ['生活用品（500元现金）', 'money'],
  ['常用药（头孢）', 'prescription'],
  ['牛奶，另外给点钱', 'money'],
  ['头孢处方药', 'prescription'],
  ['头孢', 'prescription'],
  ['头 孢 一盒', 'prescription'],
  ['阿莫西林胶囊', 'prescription'],
  ['降压药', 'prescription'],
  ['苯磺酸氨氯地平片', 'prescription'],
  ['厄贝沙坦', 'prescription'],
  ['盐酸二甲双胍', 'prescription'],
  ['胰岛素针剂', 'prescription'],
  ['安眠药', 'prescription'],
  ['陪聊天，买头孢', 'prescription'],
  ['代取银行卡里的钱，帮忙取款', 'bank'],
  ['帮我拿存折取钱', 'bank'],
  ['代刷医保卡', 'bank'],
  ['帮忙转账给孙子', 'bank'],
  ['陪聊天，顺便代取款', 'bank'],
  ['申请低保', 'policy'],
  ['咨询医保政策', 'policy'],
  ['加装电梯', 'public-works'],
] as const

const taken = [
  ['膏药'],
  ['创可贴'],
  ['非处方感冒药'],
  ['血压计'],
  ['分药盒'],
  ['装降压药的药盒'],
  ['代取药'],
  ['代取降压药'],
  ['去社区医院拿药'],
  ['陪同去打针'],
  ['陪同去银行'],
  ['陪去银行取款'],
  ['想学手机银行'],
  ['想学用手机转账'],
  ['教用支付密码'],
  ['陪同去办医保'],
  ['养老资格认证'],
  ['代缴水电费'],
  ['不要现金，要一袋大米'],
  ['轮椅'],
  ['200元左右的电饭锅'],
  ['价格列个单子'],
  ['把地平整一下'],
  ['面包'],
  ['电饭锅（200元）'],
  ['电饭锅，200元'],
  ['代取药（社保卡在家）'],
  ['代取药（降压药）'],
  ['钱包'],
  ['针线盒'],
  ['放大镜，看药品说明书用，陪着读'],
  ['烟灰缸'],
] as const

describe('what a wish can never be, and what it may', () => {
  test.each(refused)('%s: %s', (words, reason) => {
    expect(asTyped(words)?.reason).toBe(reason)
  })

  test.each(taken)('%s is taken', (words) => {
    expect(asTyped(words)).toBeNull()
  })

  test('an item of the catalogue hides nothing in its size or in the note', () => {
    const milk = { itemId: 'milk', words: '', specification: '', note: '' }
    expect(scopeOf(milk)).toBeNull()
    expect(scopeOf({ ...milk, specification: '500元现金' })).toEqual({ reason: 'money', word: '现金' })
    expect(scopeOf({ ...milk, specification: '200元' })).toBeNull()
    expect(scopeOf({ ...milk, note: '顺便带500元现金' })).toEqual({ reason: 'money', word: '现金' })
    expect(scopeOf({ ...milk, note: '再买两盒头孢' })?.reason).toBe('prescription')
    expect(scopeOf({ ...milk, note: '用老人的银行卡付' })?.reason).toBe('bank')
    expect(scopeOf({ ...milk, title: '500元现金' })?.reason).toBe('money')
    expect(scopeOf({ ...milk, itemId: 'fetch-medicine', specification: '降压药' })).toBeNull()
    expect(scopeOf({ ...milk, itemId: 'pill-box', specification: '装降压药' })).toBeNull()
    expect(scopeOf({ ...milk, itemId: 'teach-health-code', specification: '医保码总找不到' })).toBeNull()
  })

  test.each(['敲门声音大一点', '老人没有银行卡', '不收现金', '在吃降压药，别聊病情', '别碰老人的存折'])(
    '%s as a note asks for nothing forbidden',
    (note) => {
      expect(scopeOf({ itemId: 'milk', words: '', specification: '', note })).toBeNull()
    },
  )
})

test('a form and a list give the same verdict for the same words', () => {
  const words = fc.constantFrom(...refused.map(([text]) => text), ...taken.map(([text]) => text))
  const parts = fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join('，'))
  fc.assert(
    fc.property(parts, (text) => {
      expect(asListed(text)).toEqual(asTyped(text))
    }),
    { numRuns: 400 },
  )
})
