import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { readNeed } from '#domain/lists/needs.ts'
import { measureOf } from '#domain/reading/measures.ts'
import { countedIn, noneThisYear, odditiesOf, unexplained, yearOf } from '#domain/wish/notes/oddities.ts'
import { act, allWell, anna, dora, milk, orders, outcome, setting, wish } from './one-wish.ts'

const limitFen = 200_00
type Written = Parameters<typeof countedIn>[0]
const one: Written = {
  ...{ itemId: null, category: 'goods', quantity: 1, measure: 'piece', valueFen: null },
  ...{ words: '', specification: '', title: '' },
}
const oddIn = (about: Partial<Written>, year = noneThisYear) =>
  odditiesOf(countedIn({ ...one, ...about }), { limitFen, year })
const kettle = { itemId: 'kettle', valueFen: 80_00 }

describe('a measure that does not suit the item', () => {
  const fiveBoxes = { code: 'measure', itemId: 'wheelchair', count: 5, measure: 'box', written: '5盒' }

  test.each([
    ['in free words', { words: '轮椅 5盒', valueFen: 150_00 }],
    ['in the fields of free words', { words: '轮椅', quantity: 5, measure: 'box', valueFen: 150_00 }],
    ['as a list stored it', { itemId: 'wheelchair', quantity: 5, measure: 'box', valueFen: 150_00 }],
    ['as the size of the thing', { itemId: 'wheelchair', measure: 'machine', specification: '5盒', valueFen: 150_00 }],
    ['in the title that the public would read', { words: '轮椅', title: '轮椅5盒', valueFen: 150_00 }],
  ])('%s', (_where, about) => {
    const [odd] = oddIn(about)
    expect(odd).toEqual(fiveBoxes)
  })

  test.each([
    ['a box of milk', { words: '牛奶 5盒' }],
    ['the size of a kettle', { itemId: 'kettle', specification: '1.5升' }],
    ['how many plasters are in a box', { itemId: 'plaster', measure: 'box', specification: '每盒10贴' }],
    ['company in free words', { words: '想找人陪聊天', category: 'company' as const }],
    ['two cupboards that are to be moved', { words: '搬两个柜子', category: 'errand' as const }],
  ])('%s is none', (_what, about) => {
    expect(oddIn(about)).toEqual([])
  })
})

test.each([
  [
    'nail clippers',
    { itemId: 'nail-clippers', measure: 'handle', quantity: 4 },
    { itemId: 'nail-clippers', quantity: 5 },
    5,
    4,
  ],
  [
    'cartons of milk',
    { itemId: 'milk', measure: 'carton', quantity: 12 },
    { itemId: 'milk', measure: 'carton', quantity: 13 },
    13,
    12,
  ],
  ['boxes of milk', { words: '牛奶40盒' }, { words: '牛奶41盒' }, 41, 40],
  ['naan', { itemId: 'naan', quantity: 40 }, { itemId: 'naan', quantity: 41 }, 41, 40],
  ['what nobody has listed', { words: '口罩', quantity: 12 }, { words: '口罩', quantity: 13 }, 13, 12],
])('%s: up to the usual number nothing is asked, above it the number is named', (_what, few, many, count, usual) => {
  const codes = (about: Partial<Written>) => oddIn({ valueFen: 100_00, ...about }).filter(({ code }) => code === 'many')
  expect(codes(few)).toEqual([])
  expect(codes(many)).toEqual([{ code: 'many', count, usual }])
})

describe('often within a year', () => {
  const often = (about: Partial<Written>, wishes: number, pieces: number) =>
    oddIn(about, { wishes, pieces }).filter(({ code }) => code === 'often')

  test('the third kettle is asked about, counted by pieces', () => {
    expect(often(kettle, 1, 1)).toEqual([])
    expect(often(kettle, 2, 2)).toEqual([{ code: 'often', itemId: 'kettle', count: 3 }])
    expect(often({ ...kettle, quantity: 2 }, 1, 1)).toEqual([{ code: 'often', itemId: 'kettle', count: 3 }])
    expect(often({ ...kettle, quantity: 3 }, 0, 0)).toEqual([{ code: 'often', itemId: 'kettle', count: 3 }])
    expect(often({ words: '烧水壶' }, 2, 2)).toEqual([{ code: 'often', itemId: 'kettle', count: 3 }])
  })

  test('milk is counted by wishes, and a haircut may be wanted every month', () => {
    expect(often({ itemId: 'milk', measure: 'carton', quantity: 6 }, 1, 6)).toEqual([])
    expect(often({ itemId: 'milk', measure: 'carton' }, 2, 4)).toEqual([{ code: 'often', itemId: 'milk', count: 3 }])
    expect(often({ itemId: 'haircut', measure: 'time', category: 'errand' }, 9, 9)).toEqual([])
  })

  test('of the household’s earlier wishes only those for the same item count, also in free words', () => {
    const thing = catalogue.find(({ id }) => id === 'kettle') ?? null
    const year = yearOf(thing, [
      { itemId: 'kettle', category: 'goods', words: '', quantity: 1 },
      { itemId: null, category: 'goods', words: '电水壶', quantity: 2 },
      { itemId: null, category: 'repair', words: '修烧水壶', quantity: 1 },
      { itemId: 'milk', category: 'goods', words: '', quantity: 5 },
    ])
    expect(year).toEqual({ wishes: 2, pieces: 3 })
  })
})

test.each([
  ['twice the usual price', { ...kettle, valueFen: 160_00 }, null],
  ['more than twice', { ...kettle, valueFen: 160_01 }, [160_01, 80_00, null]],
  [
    'a radio that is counted as a machine',
    { itemId: 'radio', measure: 'machine', valueFen: 190_00 },
    [190_00, 80_00, null],
  ],
  ['a towel for fifty: little in all', { itemId: 'towel', measure: 'strip', valueFen: 50_00 }, null],
  ['the limit exactly', { itemId: 'heater', measure: 'machine', valueFen: 200_00 }, null],
  ['above the limit', { itemId: 'heater', measure: 'machine', valueFen: 200_01 }, [200_01, null, 200_00]],
  ['both', { ...kettle, valueFen: 600_00 }, [600_00, 80_00, 200_00]],
  ['above the limit at the usual price', { itemId: 'wheelchair', measure: 'machine' }, [450_00, null, 200_00]],
  ['free words above the limit', { words: '收音天线', valueFen: 300_00 }, [300_00, null, 200_00]],
] as const)('%s', (_what, about, expected) => {
  const [dear = null] = oddIn(about).filter(({ code }) => code === 'dear')
  const said = dear?.code === 'dear' ? [dear.valueFen, dear.usualFen, dear.limitFen] : null
  expect(said).toEqual(expected)
})

test('an explanation covers what it was given for, and no other number', () => {
  const five = oddIn({ itemId: 'nail-clippers', measure: 'handle', quantity: 5 })
  const six = oddIn({ itemId: 'nail-clippers', measure: 'handle', quantity: 6 })
  expect(unexplained(five, ['many:5'])).toEqual([])
  expect(unexplained(six, ['many:5'])).toEqual([{ code: 'many', count: 6, usual: 4 }])
})

describe('the acts ask for a reason', () => {
  const odd = { ...allWell, oddities: [{ code: 'many', count: 50, usual: 4 }] as const }
  const why = [{ kind: 'odd', text: '分给一个单元的老人' }] as const
  const submitted = wish({ state: 'submitted', publishedAt: null })
  const cases = [
    ['post', null, orders.post, anna],
    ['amend', submitted, orders.amend, anna],
    ['publish', submitted, orders.publish, dora],
  ] as const

  test.each(cases)('%s is refused without one, names what is odd, and takes one', (_act, on, order, who) => {
    const refused = act(on, order, who, setting({ known: odd }))
    expect(refused).toMatchObject({ refusal: { why: 'odd', oddities: [{ code: 'many', count: 50 }] } })
    expect(outcome(act(on, { ...order, notes: [{ kind: 'odd', text: '  ' }] }, who, setting({ known: odd })))).toBe(
      'odd',
    )
    const taken = act(on, { ...order, notes: why }, who, setting({ known: odd }))
    expect(taken).toMatchObject({ ok: true, event: { data: { odd: ['many:50'] } } })
  })

  test.each(cases)('%s asks nothing where it was explained before', (_act, on, order, who) => {
    const verdict = act(on, order, who, setting({ known: { ...odd, explained: ['many:50'] } }))
    expect(verdict.ok && verdict.event.data.odd).toBe(undefined)
    expect(outcome(verdict)).toBe('ok')
  })

  test('a private word in the reason is refused, and no tick takes it', () => {
    const notes = [{ kind: 'odd', text: '两个人都有糖尿病' }] as const
    const verdict = act(null, { ...orders.post, notes, needed: ['糖尿病'] }, anna, setting({ known: odd }))
    expect(verdict).toMatchObject({
      refusal: { why: 'private-note', kind: 'odd', word: '都有糖尿病', mayConfirm: false },
    })
  })

  test('where nothing is checked before publishing, what had to be explained is still the secretary’s', () => {
    const unchecked = { rules: { checkBeforePublishing: false } }
    const post = { ...orders.post, content: milk, notes: why }
    const opened = act(null, post, anna, setting({ ...unchecked, known: allWell }))
    const waiting = act(null, post, anna, setting({ ...unchecked, known: odd }))
    expect([opened, waiting].map((verdict) => verdict.ok && verdict.wish.state)).toEqual(['open', 'submitted'])
  })

  test('an open wish that is made odd is shown to the secretary again', () => {
    const amended = act(wish(), { ...orders.amend, notes: why }, anna, setting({ known: odd }))
    expect(amended.ok && amended.event.data.odd).toEqual(['many:50'])
  })
})

// Whatever the thing, the number, the measure and the value: a list and a form ask about the same.
test('a line of a list and the form judge equally', () => {
  const words = ['个', '盒', '箱', '袋', '台', '把', '根', '次', '小时', '瓶', '条', '双']
  const any = fc.record({
    item: fc.constantFrom(...catalogue.filter(({ category }) => category === 'goods')),
    count: fc.integer({ min: 1, max: 60 }),
    word: fc.constantFrom(...words),
    yuan: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
    place: fc.constantFrom('words', 'fields', 'stored'),
  })
  fc.assert(
    fc.property(any, ({ item, count, word, yuan, place }) => {
      const name = item.names[0] ?? ''
      const cells = { wish: name, quantity: `${count}${word}`, value: yuan === null ? '' : String(yuan) }
      const [row] = readNeed(cells, { sheet: '表', line: 2 }, { items: catalogue, limitFen, today: '2026-11-23' })
      const codes = new Set(row?.doubts.map(({ code }) => code))
      const valueFen = yuan === null ? null : yuan * 100
      const measure = measureOf(word) ?? 'piece'
      const form = {
        words: { words: `${name}${count}${word}`, valueFen },
        fields: { words: name, quantity: count, measure, valueFen },
        stored: {
          ...{ itemId: row?.wish.item ?? null, quantity: row?.quantity ?? 0, measure: row?.measure ?? 'piece' },
          valueFen,
        },
      }[place]
      const odd = oddIn(form).filter(({ code }) => code !== 'often')
      const dear = odd.find((oddity) => oddity.code === 'dear')
      expect({
        measure: odd.some(({ code }) => code === 'measure'),
        many: odd.some(({ code }) => code === 'many'),
        overLimit: (dear?.limitFen ?? null) !== null,
        dear: (dear?.usualFen ?? null) !== null,
      }).toEqual({
        measure: codes.has('odd-quantity'),
        many: codes.has('many'),
        overLimit: codes.has('over-limit'),
        dear: codes.has('dear'),
      })
    }),
    { numRuns: 600 },
  )
})
