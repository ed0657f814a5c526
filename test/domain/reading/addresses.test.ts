import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressFrom, addressOf, isSameAddress } from '#domain/reading/addresses.ts'

/** place · building · unit · door, and what of it was not understood or has to be asked. */
const told = (cell: string) => {
  const { place, building, unit, door, unsure } = addressOf(cell)
  return [[place, building, unit, door].join('|'), ...unsure.map(({ code }) => code)]
}

describe('an address in one cell', () => {
  test.each([
    ['17号楼2单元203室', '|17|2|203'],
    ['十七栋二单元203', '|17|2|203'],
    ['17-2-203', '|17|2|203'],
    ['3—2—502', '|3|2|502'],
    ['３号楼２单元５０１', '|3|2|501'],
    ['12号楼-2-503', '|12|2|503'],
    ['3#2-501', '|3|2|501'],
    ['3栋2门501', '|3|2|501'],
    ['三号楼501', '|3||501'],
    ['十二号楼一单元1201', '|12|1|1201'],
  ])('%s is %s and certain', (cell, parts) => {
    expect(told(cell)).toEqual([parts])
  })

  test.each([
    ['阳光小区3号楼2单元501', '阳光小区|3|2|501'],
    ['阳光小区17#2单元203', '阳光小区|17|2|203'],
    ['马兰花园小区2栋2单元501', '马兰花园小区|2|2|501'],
    ['伊宁市上海城徐汇苑23号楼5单元401室', '伊宁市上海城徐汇苑|23|5|401'],
    ['幸福里 3幢 2 单元 501', '幸福里|3|2|501'],
    ['A区5-1-301', 'A区|5|1|301'],
    ['建设路15号院3号楼2单元501', '建设路15号院|3|2|501'],
    ['5号地3号楼1单元201', '5号地|3|1|201'],
    ['第2小区3号楼1单元201', '第2小区|3|1|201'],
    ['东街45号2单元101', '东街45号||2|101'],
    ['北京南路88号阳光小区3号楼2单元501', '北京南路88号阳光小区|3|2|501'],
  ])('%s keeps the words before the building in front of it: %s', (cell, parts) => {
    expect(told(cell)).toEqual([parts])
  })

  test.each([
    '平房巷12号',
    '红旗路六巷12号',
    '霍吉尔特蒙古族乡阿克加尔卓塔村红旗路六巷十二号附三号院',
    '吾斯塘博村一组306号',
    '前进组18号',
    '东湖街道柏舍村庙湾46号',
    '团结村3组25号',
    '平房12排3号',
    '3排2号',
  ])('%s is the address of a house: no building, no door, nothing lost', (cell) => {
    expect(told(cell)).toEqual([`${cell}|||`])
  })

  test.each([
    ['3号楼2单元5楼东户', '|3|2|5楼东户', 'address-part'],
    ['3号楼2单元501室（东门）', '|3|2|501（东门）', 'address-part'],
    ['12号楼1单元1202（原1号楼）', '|12|1|1202（原1号楼）', 'address-part'],
    ['3-501', '|3||501', 'address-guess'],
    ['老供销社后面', '老供销社后面|||', 'address-part'],
    ['3-2', '3-2|||', 'address-part'],
    ['501', '|||501', 'address-guess'],
  ])('%s is %s, and says that it is not certain: %s', (cell, parts, doubt) => {
    expect(told(cell)).toEqual([parts, doubt])
  })

  test.each([
    ['2026-03-02', ['3-2']],
    ['2003-02-01', ['3-2-1', '2-1']],
    ['3月2日', ['3-2']],
    ['46083', ['3-2']],
  ])('%s is what a spreadsheet makes of a door: nothing is read, and what it may have been is offered', (cell, may) => {
    const { building, unit, door, unsure } = addressOf(cell)

    expect([building, unit, door]).toEqual(['', '', ''])
    expect(unsure).toEqual([{ code: 'spreadsheet-date', written: cell, may }])
  })

  test('words of an illness or a hardship next to the door are not stored', () => {
    expect(told('3号楼2单元501（独居，低保户）')).toEqual(['|3|2|501', 'hardship-word'])
  })
})

describe('columns of their own', () => {
  test('add what the whole address leaves open, and never change what it says', () => {
    const none = { building: '', unit: '', door: '' }
    const parts = ({ place, building, unit, door }: ReturnType<typeof addressFrom>) =>
      [place, building, unit, door].join('|')

    expect(parts(addressFrom({ building: '3号楼', unit: '二单元', door: '501' }, ''))).toBe('|3|2|501')
    expect(parts(addressFrom({ building: '3号楼', unit: '2', door: '501' }, '阳光小区'))).toBe('阳光小区|3|2|501')
    expect(parts(addressFrom({ ...none, door: '001' }, '5号楼1单元301'))).toBe('|5|1|301')
    expect(parts(addressFrom({ ...none, door: '301' }, '5号楼1单元'))).toBe('|5|1|301')
    expect(parts(addressFrom({ building: '6', unit: '1', door: '301' }, '5号楼1单元301'))).toBe('|5|1|301')
  })

  test('that contradict the whole address are named', () => {
    expect(addressFrom({ building: '6', unit: '1', door: '301' }, '5号楼1单元301').unsure).toEqual([
      { code: 'address-part', written: '6' },
    ])
  })

  test('contain no date: a 3-2 that became one is asked about', () => {
    expect(addressFrom({ building: '', unit: '', door: '2026-03-02' }, '').unsure).toEqual([
      { code: 'spreadsheet-date', written: '2026-03-02', may: ['3-2'] },
    ])
  })
})

describe('the same address', () => {
  const same = (one: string, other: string) => isSameAddress(addressOf(one), addressOf(other))

  test('is the same however it is written', () => {
    expect(same('阳光小区3号楼2单元501', '阳光小区 三栋二单元501室')).toBe(true)
    expect(same('红旗路六巷十二号', '红旗路6巷12号')).toBe(true)
    expect(same('3-2-501', '3号楼2单元501')).toBe(true)
  })

  test('is another in another lane, estate, courtyard or village group', () => {
    expect(same('平房巷12号', '幸福巷12号')).toBe(false)
    expect(same('阳光小区3号楼2单元501', '花园小区3号楼2单元501')).toBe(false)
    expect(same('吾斯塘博村一组306号', '吾斯塘博村二组306号')).toBe(false)
    expect(same('建设路15号院3号楼2单元501', '建设路16号院3号楼2单元501')).toBe(false)
  })

  test('is none where nothing is known, or only a part', () => {
    expect(same('', '')).toBe(false)
    expect(same('3号楼', '3号楼')).toBe(false)
    expect(same('老供销社后面', '老供销社后面')).toBe(false)
  })
})

const han = '零一二三四五六七八九十'
const spelled = (n: number) =>
  n < 11 ? (han[n] as string) : `${n < 20 ? '' : han[Math.floor(n / 10)]}十${n % 10 ? han[n % 10] : ''}`
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** However someone writes down a flat, in front of it an estate, a courtyard, a lane, or nothing. */
const habits = fc.record({
  place: fc.constantFrom(
    '',
    '阳光小区',
    '建设路15号院',
    '第2小区',
    'A区',
    '东街45号院',
    '北京南路88号阳光花园',
    '幸福里',
  ),
  building: fc.integer({ min: 1, max: 99 }),
  unit: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  door: fc.integer({ min: 101, max: 2904 }),
  tower: fc.constantFrom('号楼', '栋', '幢', '座', '#'),
  gate: fc.constantFrom('单元', '门'),
  room: fc.constantFrom('', '室', '号', '户'),
  number: fc.constantFrom(String, (n: number) => wide(String(n)), spelled),
  gap: fc.constantFrom('', ' ', '  '),
})

test('whatever the habit: what is certain is what was meant, and nothing in front of the building is lost', () => {
  fc.assert(
    fc.property(habits, ({ place, building, unit, door, tower, gate, room, number, gap }) => {
      const written = [
        place,
        `${number(building)}${tower}`,
        unit === null ? '' : `${number(unit)}${gate}`,
        `${door}${room}`,
      ]
        .filter(Boolean)
        .join(gap)
      const read = addressOf(written)

      expect(read.raw.replace(/\s/g, '')).toBe(written.replace(/\s/g, ''))
      if (read.unsure.length > 0) return
      expect([read.place, read.building, read.unit, read.door]).toEqual([
        place,
        String(building),
        unit === null ? '' : String(unit),
        String(door),
      ])
    }),
    { numRuns: 2000 },
  )
})

test('the plain habits are certain', () => {
  fc.assert(
    fc.property(habits, ({ place, building, unit, door }) => {
      fc.pre(unit !== null)
      expect(addressOf(`${place}${building}号楼${unit}单元${door}室`).unsure).toEqual([])
    }),
  )
})
