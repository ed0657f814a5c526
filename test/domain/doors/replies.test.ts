import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReplies } from '#domain/doors/replies.ts'
import { wishCode } from '#domain/wish/wish-code.ts'

const at = (...positions: readonly number[]) => positions.map((position) => ({ position }))
const read = (line: string) => readReplies(line).map(({ asks, name }) => [asks, name])

describe('a reply in the group', () => {
  test.each([
    ['3号 张志明', at(3), '张志明'],
    ['我来5', at(5), ''],
    ['2 和 7 李娜', at(2, 7), '李娜'],
    ['李娜：2、7', at(2, 7), '李娜'],
    ['张志明认领3号', at(3), '张志明'],
    ['3号张志明认领', at(3), '张志明'],
    ['李来福 领 4 号', at(4), '李来福'],
    ['３号　张志明', at(3), '张志明'],
    ['3. 张志明', at(3), '张志明'],
    ['第三号 王芳', at(3), '王芳'],
    ['1,4 古丽娜尔·买买提', at(1, 4), '古丽娜尔·买买提'],
    ['古丽娜尔•买买提 1', at(1), '古丽娜尔·买买提'],
    ['5 ben', at(5), 'ben'],
    ['我认领2号！', at(2), ''],
  ] as const)('“%s” is read', (line, asks, name) => {
    expect(read(line)).toEqual([[asks, name]])
  })

  test('may name a wish by its number from the sheet; with a wrong digit it is not read', () => {
    const code = wishCode('1234567')
    const wrong = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))

    expect(read(`${code} 张志明`)).toEqual([[[{ code }], '张志明']])
    expect(read(`张志明 ${code.replace('-', '')}`)).toEqual([[[{ code }], '张志明']])
    expect(read(`${wrong} 张志明`)).toEqual([[[], '']])
  })

  test.each([
    '好的',
    '谢谢大家',
    '3号能不能周末送？',
    '李娜：3号 张志明',
    '1. 张志明 3号',
    '11月2日 10:21',
    '3号和李娜一起 张志明',
    '0号 张志明',
    '张志明',
  ])('“%s” is not guessed at: it stays as it was typed', (line) => {
    expect(readReplies(line)).toEqual([{ line, asks: [], name: '' }])
  })

  test('in WeChat’s own list the number in front is the reply’s, not the wish’s', () => {
    const pasted = ['#接龙', '微心愿认领', '1. 张志明 3号', '2. 李娜 1、4', '3. 王芳'].join('\n')

    expect(readReplies(pasted).map(({ asks, name }) => [asks, name])).toEqual([
      [[], ''],
      [at(3), '张志明'],
      [at(1, 4), '李娜'],
      [[], ''],
    ])
  })
})

describe('whatever is pasted', () => {
  test('no line is lost or changed, and nothing throws', () => {
    const lines = fc.array(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('3号 张志明', '#接龙', '2')),
      {
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(lines, (typed) => {
        const text = typed.map((line) => line.replace(/[\n\r]/g, ' ')).join('\n')
        const expected = text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line && !/^#\s*接龙/.test(line))

        expect(readReplies(text).map(({ line }) => line)).toEqual(expected)
      }),
    )
  })

  test('numbers and a name are read back in every usual form, in their order', () => {
    const names = fc.constantFrom('张志明', '李娜', '欧阳娜娜', '李来福', '买买提·吐尔逊', '和平')
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 3 })
    const joints = fc.constantFrom('、', ' 和 ', '，', ' ', ',')
    const forms = [
      (list: string, name: string) => `${list}号 ${name}`,
      (list: string, name: string) => `${name} ${list}`,
      (list: string, name: string) => `${name}：${list}号`,
      (list: string, name: string) => `  ${list}  ${name} `,
      (list: string, name: string) => `${name} 认领 ${list}`,
    ]
    fc.assert(
      fc.property(names, numbers, joints, fc.constantFrom(...forms), (name, positions, joint, form) => {
        expect(read(form(positions.join(joint), name))).toEqual([[at(...positions), name]])
      }),
      { numRuns: 300 },
    )
  })
})
