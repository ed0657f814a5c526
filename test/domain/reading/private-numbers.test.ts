import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutMark, withoutPrivateNumbers } from '#domain/reading/private-numbers.ts'
import { wishCode } from '#domain/wish/wish-code.ts'

const cut = (text: string) => withoutPrivateNumbers(text).text

// All numbers are invented; those of the identity cards carry no valid check digit unless a test makes one.
describe('numbers that must not be stored', () => {
  test.each([
    ['身份证650102198001010015', '身份证〔号码已删〕'],
    ['65010219800101001X', '〔号码已删〕'],
    ['65010219800101001x，要轮椅', '〔号码已删〕，要轮椅'],
    ['６５０１０２１９８００１０１００１Ｘ', '〔号码已删〕'],
    ['650102 19800101 0015', '〔号码已删〕'],
    ['650102-19800101-0015', '〔号码已删〕'],
    ['6 5 0 1 0 2 1 9 8 0 0 1 0 1 0 0 1 5', '〔号码已删〕'],
    ['6501 0219 8001 0100 15', '〔号码已删〕'],
    ['650102\u200b19800101\u200b0015', '〔号码已删〕'],
    ['650102\n198001010015', '〔号码已删〕'],
    ['650102800101001', '〔号码已删〕'],
    ['650102 800101 001', '〔号码已删〕'],
    ['六五〇一〇二一九八〇〇一〇一〇〇一五', '〔号码已删〕'],
    ['张三650102198001010015李四650102199002020022', '张三〔号码已删〕李四〔号码已删〕'],
    ['650102198001010015 13812345678', '〔号码已删〕 13812345678'],
    ['13812345678 650102198001010015', '13812345678 〔号码已删〕'],
    ['13812345678，650102198001010015', '13812345678，〔号码已删〕'],
    ['身份证号：6501021980', '身份证号：〔号码已删〕'],
    ['身份证后四位 0015', '身份证后四位 〔号码已删〕'],
    ['证件号码 123456789012345678', '证件号码 〔号码已删〕'],
    ['6222020000000000000', '〔号码已删〕'],
    ['卡号6222 0200 0000 0000 000', '卡号〔号码已删〕'],
    ['6222-0200-0000-0000', '〔号码已删〕'],
    ['622202 0000000000000', '〔号码已删〕'],
    ['4111111111111111', '〔号码已删〕'],
    ['4111 1111 1111 1111', '〔号码已删〕'],
    ['银行卡号是12345678', '银行卡号是〔号码已删〕'],
    ['存折 0123 4567 89', '存折 〔号码已删〕'],
    ['账号：30401234567', '账号：〔号码已删〕'],
    ['银行卡6222020000000000000密码123456', '银行卡〔号码已删〕密码〔号码已删〕'],
    ['密码是 abc123', '密码是 〔号码已删〕'],
    ['密码：１２３４５６', '密码：〔号码已删〕'],
    ['123456（密码）', '〔号码已删〕（密码）'],
    ['取款，123456是密码', '取款，〔号码已删〕是密码'],
  ])('%s', (typed, left) => {
    expect(cut(typed)).toBe(left)
    expect(withoutPrivateNumbers(left).found).toEqual([])
  })

  test('says what each of them was', () => {
    expect(withoutPrivateNumbers('65010219800101001X，卡 6222020000000000000，密码 123456').found).toEqual([
      'id',
      'card',
      'password',
    ])
  })
})

describe('numbers that may be stored', () => {
  test.each([
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '+86 13812345678',
    '13812345678 13912345678',
    '13812345678/13912345678',
    '13122119801 2123456',
    '账号 13812345678',
    '0994-2345678',
    '0994-2345678 0994-8765432',
    '0994-2345678转8001',
    '2345678 3456789',
    '1234-5674',
    '1234 5674',
    '1234-5674 2345-6789',
    '2026-11-28',
    '2026年11月28日 09:30',
    '2026-11-01 2026-11-30',
    '20261101-20261130',
    '20261128093000',
    '2026 1101 2026 1130',
    '12345工单 20261128000123456',
    '3号楼2单元501室',
    '200.50元',
    '1,000,000',
    '300度 1.8L 40码',
    '要 3 个 5 号电池',
    '门禁密码 1234#',
    'WiFi密码 abcd1234',
    '密码锁坏了',
    '手机13812345678密码忘了',
    '学用手机，密码记不住',
    '电卡号 12345678',
    '身份证丢了，电话 13812345678',
    '陪去补办身份证 2026年11月28日',
    '陪去补办身份证 2026-11-28',
    '',
  ])('%s', (typed) => {
    expect(withoutPrivateNumbers(typed)).toEqual({ text: typed, found: [] })
  })
})

const two = (number: number) => String(number).padStart(2, '0')
const id = fc
  .tuple(
    fc.constantFrom('110101', '310115', '440305', '653122', '659004', '820000'),
    fc.integer({ min: 1900, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, year, month, day, turn]) => {
    const first = `${area}${year}${two(month)}${two(day)}${String(turn).padStart(3, '0')}`
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = [...first].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
    return first + '10X98765432'[sum % 11]
  })
const card = fc
  .tuple(fc.constantFrom('62', '60', '43', '52', '95'), fc.stringMatching(/^\d{13,16}$/))
  .map(([bank, rest]) => {
    const body = bank + rest
    const sum = [...body].reduceRight((total, digit, at) => {
      const value = Number(digit) * ((body.length - at) % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
    return body + String((10 - (sum % 10)) % 10)
  })
const gaps = fc.constantFrom('', ' ', '-', '  ', '　', '–', ' - ', '\u200b', '.', '·', '\n')
const inFours = (number: string, gap: string) => (number.match(/.{1,4}/g) ?? []).join(gap)
const as644 = (number: string, gap: string) => [number.slice(0, 6), number.slice(6, 14), number.slice(14)].join(gap)
const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))).replaceAll('X', 'Ｘ')
const words = fc.constantFrom('', '老人', '，', '：', '家里：', '（', '号码 ', '要一个拐杖。', '\n', '3号楼，')
const wordsBehind = words.filter((word) => !/^\d/.test(word))

describe('whatever the writing', () => {
  test('no identity number is left', () => {
    fc.assert(
      fc.property(
        id,
        gaps,
        fc.boolean(),
        fc.boolean(),
        words,
        wordsBehind,
        (number, gap, isInFours, isWide, before, after) => {
          const written = isInFours ? inFours(number, gap) : as644(number, gap)
          expect(cut(before + (isWide ? wide(written) : written) + after)).toBe(before + cutMark + after)
        },
      ),
    )
  })

  test('further digits right behind an identity number do not hide it', () => {
    fc.assert(
      fc.property(id, gaps, fc.stringMatching(/^\d{1,6}$/), (number, gap, behind) => {
        expect(cut(as644(number, gap) + behind)).toMatch(/^〔号码已删〕\d{0,6}$/)
      }),
    )
  })

  test('no card number is left', () => {
    fc.assert(
      fc.property(card, gaps, fc.boolean(), words, wordsBehind, (number, gap, isWide, before, after) => {
        const written = inFours(number, gap)
        expect(cut(before + (isWide ? wide(written) : written) + after)).toBe(before + cutMark + after)
      }),
    )
  })

  test('mobiles, landlines, codes, days and amounts stay, alone and side by side', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
    const landline = fc.stringMatching(/^0[1-9]\d{2}-[2-8]\d{6}$/)
    const code = fc.stringMatching(/^\d{7}$/).map(wishCode)
    const day = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const amount = fc.integer({ min: 0, max: 9_999_999 }).map((fen) => `${(fen / 100).toFixed(2)}元`)
    fc.assert(
      fc.property(
        fc.array(fc.oneof(mobile, landline, code, day, amount), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('，', '、', '；', '/', '\t| ', ' 或 '),
        (parts, between) => {
          const text = parts.join(between)
          expect(cut(text)).toBe(text)
        },
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(mobile, day), { minLength: 1, maxLength: 3 }), (parts) => {
        expect(cut(parts.join(' '))).toBe(parts.join(' '))
      }),
    )
  })

  test('what was cut once is not cut again, and any text is answered', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d xX身份证卡号密码—-]{0,60}$/))
    fc.assert(
      fc.property(anything, (text) => {
        const once = cut(text)
        expect(withoutPrivateNumbers(once)).toEqual({ text: once, found: [] })
      }),
      { numRuns: 500 },
    )
  })
})
