import { describe, expect, test } from 'vitest'
import { gridOf } from '#domain/lists/grid-names.ts'
import { bareHeading, meaningOf } from '#domain/lists/headings.ts'

test('a grid is found under any way of numbering it, and never guessed', () => {
  const names = ['第一网格', '第二网格', '第十二网格']
  expect(['第1网格', '一网格', '1号网格', '网格01', '1', '第 一 网格'].map((cell) => gridOf(cell, names))).toEqual(
    Array(6).fill('第一网格'),
  )
  expect(gridOf('12网格', names)).toBe('第十二网格')
  expect(['第三网格', '', '阳光网格'].map((cell) => gridOf(cell, names))).toEqual([null, null, null])
})

describe('headings', () => {
  test('brackets, blanks, line breaks and stars do not count', () => {
    expect(bareHeading(' 预 算\n（元）*')).toBe('预算')
  })

  test.each([
    ['户主', 'name'],
    ['老人姓名', 'name'],
    ['网格员姓名', 'worker'],
    ['老人电话', 'phone'],
    ['联系方式', 'phone'],
    ['微心愿内容', 'wish'],
    ['想要什么', 'wish'],
    ['需求内容', 'wish'],
    ['岁数', 'age'],
    ['出生年月', 'birth'],
    ['楼栋门牌', 'address'],
    ['楼号', 'building'],
    ['门牌号', 'door'],
    ['单位', 'measure'],
    ['所属网格', 'grid'],
    ['收集方式', 'source'],
  ])('%s is %s in a list of needs', (heading, key) => {
    expect(meaningOf(heading, 'needs')).toMatchObject({ is: 'column', key })
  })

  test.each(['困难类型', '身份证号码', '病史', '民族', '政治面貌', '银行卡号', '人员类别', '家属电话'])(
    'the column %s is never taken over',
    (heading) => {
      expect(meaningOf(heading, 'needs').is).toBe('untaken')
    },
  )

  test('what became of a wish belongs to others', () => {
    expect(['认领单位', '完成情况', '心愿类别', '收集日期'].map((heading) => meaningOf(heading, 'needs').is)).toEqual(
      Array(4).fill('unused'),
    )
  })
})
