import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import type { Sheet } from '#domain/lists/rows.ts'
import { understand } from '#domain/lists/understand.ts'

const known = { items: catalogue, limitFen: 200_00, today: '2026-11-28' }
type Person = { readonly name: string; readonly wish: string; readonly phone: string; readonly door: number }

const things = ['收音机', '拐杖', '棉被', '老花镜'] as const
const people = fc
  .array(fc.record({ name: fc.constantFrom(...'赵钱孙李周吴郑王'), thing: fc.constantFrom(...things) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list): readonly Person[] =>
    list.map(({ name, thing }, at) => ({
      name: `${name}测${'甲乙丙丁戊己'[at]}`,
      wish: thing,
      phone: `1990002${String(1000 + at)}`,
      door: 101 + at,
    })),
  )

type Extra = { readonly heading: string; readonly cell: string }
/** Columns that are not about the person: kinds, other people's numbers, and what may not be stored. */
const extra = fc.constantFrom<Extra>(
  { heading: '心愿种类', cell: '物品' },
  { heading: '是否有需求', cell: '是' },
  { heading: '类别', cell: '物资' },
  { heading: '户号', cell: '003' },
  { heading: '结对干部电话', cell: '19900029002' },
  { heading: '帮扶责任人', cell: '某干部' },
  { heading: '身份证号码', cell: '652301194403121234' },
  { heading: '银行卡号', cell: '6222021234567890123' },
  { heading: '民族', cell: '某某族禁字' },
  { heading: '残疾等级', cell: '禁字一级' },
  { heading: '备注', cell: '渐冻症禁字，大声敲门' },
  { heading: '家庭情况说明', cell: '儿子服刑禁字' },
  { heading: '认领单位', cell: '禁字公司' },
)
const layout = fc.record({
  people,
  extras: fc.uniqueArray(extra, { maxLength: 5, selector: ({ heading }) => heading }),
  nameWord: fc.constantFrom('姓名', '心愿人姓名', '老人姓名', '求助人', '服务对象', '困难群众姓名'),
  wishWord: fc.constantFrom('心愿', '微心愿内容', '需求', '求助事项', '服务需求', '需要什么帮助'),
  order: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
  title: fc.constantFrom('', '2026年11月微心愿征集表', '困难群众需求台账（11月）'),
  formLine: fc.constantFrom('', '填报单位（盖章）：某社区', '填表人：某某', '填报日期：2026年10月28日'),
  rows: fc.constantFrom(1, 2, 3),
  foot: fc.subarray(['本页小计', '合 计', '社区书记签字：', '说明：本表一式两份']),
})

/** A column's heading in each of up to three rows; the words above it group it with its neighbours. */
function sheetOf(given: typeof layout extends fc.Arbitrary<infer L> ? L : never): Sheet {
  const { nameWord, wishWord, extras, order, rows } = given
  const columns = [
    { over: '基本信息', heading: nameWord, of: (one: Person) => one.name },
    { over: '基本信息', heading: '住址', of: (one: Person) => `3号楼1单元${one.door}室` },
    { over: '基本信息', heading: '联系电话', of: (one: Person) => one.phone },
    { over: '其他信息', heading: '网格', of: () => '第一网格' },
    { over: '其他信息', heading: wishWord, of: (one: Person) => one.wish },
    ...extras.map(({ heading, cell }) => ({ over: '其他信息', heading, of: () => cell })),
  ]
    .map((column, at) => ({ ...column, at: order[at] ?? 0 }))
    .toSorted((one, other) => one.over.localeCompare(other.over) || one.at - other.at)
  const wide = (text: string) => [text, ...columns.slice(1).map(() => '')]
  const groups = columns.map(({ over }, at) => (over === columns[at - 1]?.over ? '' : over))
  const heads = [groups, groups.map((word) => (word ? `${word}（填写）` : ''))].slice(0, rows - 1)
  const above = [given.title, given.formLine].filter(Boolean).map(wide)
  return {
    name: 'Sheet1',
    rows: [
      ...above,
      ...heads,
      columns.map(({ heading }) => heading),
      ...given.people.map((one) => columns.map(({ of }) => of(one))),
      ...given.foot.map(wide),
    ],
  }
}

test('in any layout, the rows are those that were meant, and none contains what may not be stored', () => {
  fc.assert(
    fc.property(layout, (given) => {
      const read = understand([sheetOf(given)], known)
      if (!read.ok || read.kind !== 'needs') throw new Error(JSON.stringify(read))

      expect(read.rows.map(({ name, wish, phones }) => [name, wish.text, phones])).toEqual(
        given.people.map(({ name, wish, phone }) => [name, wish, [phone]]),
      )
      expect(read.period).toBe(given.title ? '2026-11' : null)
      expect(JSON.stringify(read)).not.toMatch(/禁字|渐冻|敲门|服刑|652301|622202|19900029002/)
      const named = [...read.unused, ...read.notTaken].map(({ heading }) => heading.split(' ').at(-1))
      expect(named.toSorted()).toEqual(given.extras.map(({ heading }) => heading).toSorted())
    }),
    { numRuns: 300 },
  )
})

test('a roll is never read as needs, needs never as a roll; of two columns that fit alike one is never taken in silence', () => {
  const word = fc.constantFrom('心愿', '微心愿', '需求内容', '求助事项', '愿望')
  const work = fc.constantFrom('工作单位', '所在党支部', '特长', '服务时间')
  fc.assert(
    fc.property(people, word, word, work, fc.boolean(), (list, wish, other, column, isRoll) => {
      const head = ['序号', '姓名', '手机号码', column, ...(isRoll ? [] : [wish, ...(other === wish ? [] : [other])])]
      const rows = list.map(({ name, phone, wish: thing }, at) => [
        ...[String(at + 1), name, phone, column === '特长' ? '理发' : '周末', thing],
        ...(other === wish ? [] : [thing]),
      ])
      const read = understand([{ name: '表', rows: [head, ...rows.map((row) => row.slice(0, head.length))] }], known)
      if (!isRoll && wish !== other) {
        expect(read).toMatchObject({ ok: false, why: 'asks' })
        return
      }
      expect(read).toMatchObject({ ok: true, kind: isRoll ? 'roll' : 'needs' })
    }),
    { numRuns: 200 },
  )
})

test('a picture, an error or an empty formula in a column that is read is named in its row, and not taken for an empty cell', () => {
  const sheet: Sheet = {
    name: '11月',
    rows: [
      ['姓名', '住址', '联系电话', '心愿'],
      ['赵测甲', '3号楼1单元101室', '', '收音机'],
      ['钱测乙', '3号楼1单元102室', '19900021001', '拐杖'],
    ],
    emptied: new Map([['1:2', 'picture']]),
  }
  const understood = understand([sheet], known)
  if (!understood.ok || understood.kind !== 'needs') throw new Error('the list was not understood')
  const [first, second] = understood.rows

  expect(first?.doubts).toContainEqual({ code: 'cell-picture', heading: '联系电话' })
  expect(second?.doubts.map(({ code }) => code)).toEqual(['age-missing', 'no-grid'])
})
