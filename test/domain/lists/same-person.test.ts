import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Line,
  type OnFile,
  type Sameness,
  type WhoAnswer,
  whetherSame,
  whoIsMeant,
} from '#domain/lists/same-person.ts'
import { addressOf, isComplete, isSameAddress } from '#domain/reading/addresses.ts'

const facts = (address: string, ...phones: readonly string[]) => ({
  name: '王秀英',
  phones,
  homes: [addressOf(address)],
})
const door = '21号楼1单元101'

describe('one name in two lines', () => {
  test.each<readonly [string, string, string, string, Sameness]>([
    // One whole address.
    [door, '', '二十一栋一单元101室', '', 'same'],
    ['平房巷12号', '', '平房巷12号', '1', 'same'],
    [door, '1', door, '2', 'same'],
    // A phone in common.
    [door, '1', '', '1', 'same'],
    [door, '1', '21号楼', '1', 'same'],
    ['阳光小区3号楼2单元501', '1', '3号楼2单元501', '1', 'same'],
    ['', '1', '', '1', 'same'],
    [door, '1', '25号楼2单元302', '1', 'unsure'],
    [door, '1', '25号楼', '1', 'unsure'],
    ['平房巷12号', '1', '幸福巷12号', '1', 'unsure'],
    ['平房巷12号', '1', '3号楼2单元501', '1', 'unsure'],
    // None in common.
    [door, '1', '25号楼2单元302', '2', 'other'],
    ['平房巷12号', '1', '幸福巷12号', '', 'other'],
    ['阳光小区3号楼2单元501', '', '花园小区3号楼2单元501', '', 'other'],
    ['平房巷12号', '', '3号楼2单元501', '', 'other'],
    ['', '', '', '', 'unsure'],
    [door, '1', '', '2', 'unsure'],
    [door, '', '25号楼', '', 'unsure'],
    ['21号楼', '', '21号楼', '', 'unsure'],
    // The estate may only have been left out.
    ['阳光小区3号楼2单元501', '1', '3号楼2单元501', '2', 'unsure'],
    ['红旗路阳光小区3号楼2单元501', '', '阳光小区3号楼2单元501', '', 'unsure'],
  ])('%s (%s) and %s (%s): %s', (address, phone, otherAddress, otherPhone, expected) => {
    const one = facts(address, ...(phone ? [phone] : []))
    const other = facts(otherAddress, ...(otherPhone ? [otherPhone] : []))

    expect([whetherSame(one, other), whetherSame(other, one)]).toEqual([expected, expected])
  })

  test('another name is another person, whatever they share; no name is no person', () => {
    expect(whetherSame(facts(door, '1'), { ...facts(door, '1'), name: '王秀兰' })).toBe('other')
    expect(whetherSame({ ...facts(door), name: '' }, { ...facts(door), name: '' })).toBe('other')
    expect(whetherSame({ ...facts(door), name: '白玉⾦' }, { ...facts(door), name: '白玉金' })).toBe('same')
  })
})

const lineOf = (index: number, address: string, phone = '', answer: WhoAnswer | null = null): Line => ({
  ...facts(address, ...(phone ? [phone] : [])),
  index,
  sheet: '',
  line: index + 2,
  answer,
})
const told = (lines: readonly Line[], files: readonly OnFile[] = []) =>
  [...whoIsMeant(lines, files).values()].map(({ person, asks, waitsFor }) =>
    [person, ...(asks ? [`${asks.candidates.join('+')}?${asks.answer ?? ''}`] : []), waitsFor ?? ''].join(' ').trim(),
  )

describe('whose a line is', () => {
  test('what is certain is joined, what is not waits until it is answered', () => {
    const unsure = lineOf(1, '25号楼2单元302', '1')

    expect(told([lineOf(0, door, '1'), lineOf(1, '', '1'), lineOf(2, '25号楼2单元302', '2')])).toEqual([
      'row-0',
      'row-0',
      'row-2',
    ])
    expect(told([lineOf(0, door, '1'), unsure])).toEqual(['row-0', 'row-1 row-0? 1'])
    expect(told([lineOf(0, door, '1'), { ...unsure, answer: { is: 'row-0', of: ['row-0'] } }])).toEqual([
      'row-0',
      'row-0 row-0?row-0',
    ])
    expect(told([lineOf(0, door, '1'), { ...unsure, answer: { is: 'new', of: ['row-0'] } }])).toEqual([
      'row-0',
      'row-1 row-0?new',
    ])
  })

  test('“someone else” says nothing about a person who was not offered at the time', () => {
    const third = lineOf(2, '', '', { is: 'new', of: ['row-0'] })

    expect(told([lineOf(0, ''), lineOf(1, '', '', { is: 'new', of: ['row-0'] }), third])).toEqual([
      'row-0',
      'row-1 row-0?new',
      'row-2 row-0+row-1? 2',
    ])
  })

  test('a line of the same person as one that waits, waits with it', () => {
    expect(told([lineOf(0, door, '1'), lineOf(1, '25号楼2单元302', '1'), lineOf(2, '25号楼2单元302', '')])).toEqual([
      'row-0',
      'row-1 row-0? 1',
      'row-1 1',
    ])
  })

  test('a third line of one door and a shared phone belongs behind the door, a line with the phone alone is asked', () => {
    const two = [lineOf(0, door, '1'), lineOf(1, '25号楼2单元302', '1', { is: 'new', of: ['row-0'] })]

    expect(told([...two, lineOf(2, '25号楼2单元302', '1')]).at(-1)).toBe('row-1')
    expect(told([...two, lineOf(2, '', '1')]).at(-1)).toBe('row-2 row-0+row-1? 2')
  })

  test('two wishes in one cell are one person’s', () => {
    const wish = lineOf(1, '')
    expect(told([lineOf(0, ''), { ...wish, line: 2 }])).toEqual(['row-0', 'row-0'])
  })

  test('on file: followed where it is certain, asked where it is not', () => {
    const file = { id: 'abc', ...facts(door, '1') }

    expect(told([lineOf(0, '', '1'), lineOf(1, '25号楼2单元302', '2'), lineOf(2, '')], [file])).toEqual([
      'file-abc',
      'row-1',
      'row-2 file-abc+row-1? 2',
    ])
    expect(told([lineOf(0, '', '', { is: 'file-abc', of: ['file-abc'] })], [file])).toEqual([
      'file-abc file-abc?file-abc',
    ])
  })
})

test('without an answer two different whole addresses without a common phone are never one person, and nothing unsure is settled', () => {
  const some = fc.record({
    address: fc.constantFrom('', '3号楼', door, '25号楼2单元302', '阳光小区3号楼2单元501', '平房巷12号', '幸福巷12号'),
    phones: fc.subarray(['1', '2', '3']),
  })
  fc.assert(
    fc.property(fc.array(some, { minLength: 2, maxLength: 7 }), (said) => {
      const lines = said.map(({ address, phones }, index) => ({ ...lineOf(index, address), phones }))
      const found = whoIsMeant(lines, [])
      for (const { index } of lines) {
        const own = found.get(index)
        const [one] = lines[index]?.homes ?? []
        for (const earlier of lines.slice(0, index)) {
          const [other] = earlier.homes
          const isOne = own?.person === found.get(earlier.index)?.person
          if (!one || !other || !isComplete(one) || !isComplete(other)) continue
          if (isOne) expect(isSameAddress(one, other)).toBe(true)
        }
        const before = lines.slice(0, index).map((earlier) => whetherSame(earlier, lines[index] as Line))
        if (index > 0 && before.every((is) => is === 'unsure')) expect(own?.waitsFor).not.toBeNull()
        if (before.every((is) => is === 'other')) expect(own).toMatchObject({ person: `row-${index}`, asks: null })
      }
    }),
    { numRuns: 500 },
  )
})
