import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readList } from '#actions/lists/read-list.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { noAnswers, withAnswers } from '#domain/lists/questions.ts'
import type { Known } from '#domain/lists/rows.ts'
import { type Understanding, understand } from '#domain/lists/understand.ts'
import { readTables } from '#files/read-file.ts'

const folder = join(import.meta.dirname, '../files/cases')
const known: Known = { items: catalogue, limitFen: 200_00, today: '2026-11-28' }
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(folder, file)))

async function understood(file: string): Promise<Understanding | { readonly ok: false; readonly why: string }> {
  const tables = await readTables(bytesOf(file), file)
  return tables.ok ? understand(tables.sheets, { ...known, fileName: file }) : tables
}

/** What a careful clerk reads in the file. A column that is not named here is not read; `rows` are lines of the file. */
type Right = {
  readonly kind: 'needs' | 'roll'
  /** heading=meaning, in the order of the file. */
  readonly columns: string
  /** The first and last line that holds a person, and how many do. */
  readonly rows: readonly [first: number, last: number, count: number]
  readonly period?: string
  readonly unused?: string
  readonly notTaken?: string
  readonly skipped?: string
  readonly hidden?: readonly number[]
  readonly left?: string
}

const plain = '姓名=name 年龄=age 住址=address 联系电话=phone 心愿=wish 网格=grid'
const counted = '姓名=name 年龄=age 住址=address 联系电话=phone 心愿=wish 数量=quantity 网格=grid'
const long = (name = '姓名', wish = '微心愿内容') =>
  `${name}=name 年龄=age 家庭住址=address 联系电话=phone ${wish}=wish 所属网格=grid`
const priced = '网格=grid 姓名=name 年龄=age 住址=address 联系电话=phone 心愿=wish 数量=quantity 预算（元）=value'
const december = { kind: 'needs', columns: priced, period: '2026-12', notTaken: '备注:free-note' } as const
const export_ = '姓名=name 年龄=age 家庭住址=address 联系电话=phone 微心愿内容=wish 数量=quantity 所属网格=grid'
const needs = (columns: string, rows: Right['rows'], more: Partial<Right> = {}): Right => ({
  kind: 'needs',
  columns,
  rows,
  ...more,
})
const pair = (name: string, wish: string): Right => needs(long(name, wish), [2, 3, 2])
const unusedNextToWish = (heading: string, why: string): Right =>
  needs(long(), [2, 3, 2], { unused: `${heading}:${why}` })
const unusedNextToPhone = (heading: string): Right => needs(long(), [2, 3, 2], { unused: `${heading}:other-phone` })

const right: Readonly<Record<string, Right>> = {
  'F-1000.xlsx': needs(export_, [2, 1001, 1000], { notTaken: '备注:free-note' }),
  'F-quoted-newlines.csv': needs(export_, [2, 11, 10], { notTaken: '备注:free-note' }),
  'F-semicolon.csv': needs(export_, [2, 11, 10], { notTaken: '备注:free-note' }),
  'F-utf16le.csv': needs(export_, [2, 11, 10], { notTaken: '备注:free-note' }),
  'L02-claim.xlsx': needs(
    '心愿主人=name 性别=sex 年龄=age 家庭住址=address 联系电话=phone 微心愿=wish 所在网格=grid',
    [3, 6, 4],
    {
      unused: '认领单位:progress 圆梦人:other-person 圆梦人电话:other-phone 结对干部电话:other-phone 完成时限:progress',
      notTaken: '备注（困难类型）:free-note',
    },
  ),
  'L04-three-headers.xlsx': needs(
    '基本信息 姓名=name 基本信息 年龄=age 基本信息 住址 楼栋=building 基本信息 住址 门牌=door 基本信息 电话=phone 需求信息 物资 品名=wish 需求信息 物资 数量=quantity 需求信息 服务=wish 网格=grid',
    [5, 6, 2],
    { period: '2026-11' },
  ),
  'L05-phones.xlsx': needs(plain, [2, 27, 26]),
  'L06-addresses.xlsx': needs(plain, [2, 21, 20]),
  'L06b-two-streets.xlsx': needs(plain, [2, 7, 6]),
  'L07-names-gb18030.csv': needs(plain, [2, 29, 28]),
  'L07-names.xlsx': needs(plain, [2, 29, 28]),
  'L08-ages.xlsx': needs(plain, [2, 36, 35]),
  'L08b-births.xlsx': needs('姓名=name 出生年月=birth 住址=address 联系电话=phone 心愿=wish 网格=grid', [2, 36, 35]),
  'L09-wishes.xlsx': needs(counted, [2, 45, 41], { skipped: '37no-wish 38no-wish 39no-wish' }),
  'L10-sensitive.xlsx': needs(plain, [2, 7, 6], {
    notTaken:
      '民族:belief 身份证号:id-number 政治面貌:politics 困难类型:hardship 病情:health 家庭情况说明:free-note 备注:free-note',
  }),
  'L11-totals.xlsx': needs(
    '姓名=name 年龄=age 住址=address 电话=phone 心愿=wish 数量=quantity 金额=value 网格=grid',
    [4, 11, 4],
    {
      period: '2026-11',
      skipped: '6total 10headings 12total 13total 14signature 15note 16total',
    },
  ),
  'L15-errors.xlsx': needs(plain, [2, 5, 4]),
  'M01-heading-xinyuanren.xlsx': needs(long('心愿人姓名'), [2, 3, 2]),
  'M02-fill-line.xlsx': needs(long(), [4, 5, 2]),
  'M03-both.xlsx': needs(long('心愿人姓名'), [4, 5, 2]),
  'M04-head-00.xlsx': pair('许愿人', '微心愿'),
  'M04-head-01.xlsx': pair('心愿申请人', '微心愿内容'),
  'M04-head-02.xlsx': pair('求助人', '求助事项'),
  'M04-head-03.xlsx': pair('需求人姓名', '需求内容'),
  'M04-head-04.xlsx': pair('心愿主人', '心愿'),
  'M04-head-05.xlsx': pair('征集对象', '微心愿'),
  'M04-head-06.xlsx': pair('服务对象', '服务需求'),
  'M04-head-07.xlsx': pair('居民姓名', '诉求'),
  'M04-head-08.xlsx': pair('被帮扶人', '心愿'),
  'M04-head-09.xlsx': pair('困难群众姓名', '微心愿'),
  'M04-head-10.xlsx': pair('群众姓名', '微心愿'),
  'M04-head-11.xlsx': pair('老年人姓名', '需要什么帮助'),
  'M05-before-00.xlsx': unusedNextToWish('心愿种类', 'category'),
  'M05-before-01.xlsx': unusedNextToWish('心愿类别', 'category'),
  'M05-before-02.xlsx': unusedNextToWish('需求种类', 'category'),
  'M05-before-03.xlsx': unusedNextToWish('心愿级别', 'category'),
  'M05-before-04.xlsx': unusedNextToWish('是否有需求', 'progress'),
  'M05-before-05.xlsx': unusedNextToWish('心愿来源', 'progress'),
  'M05-before-06.xlsx': unusedNextToWish('需求等级', 'category'),
  'M05-before-07.xlsx': unusedNextToWish('心愿数', 'progress'),
  'M05-before-08.xlsx': unusedNextToWish('希望时间', 'progress'),
  'M05-before-09.xlsx': unusedNextToWish('微心愿编号', 'progress'),
  'M06-phone-00.xlsx': unusedNextToPhone('结对干部电话'),
  'M06-phone-01.xlsx': unusedNextToPhone('帮扶人电话'),
  'M06-phone-02.xlsx': unusedNextToPhone('志愿者电话'),
  'M06-phone-03.xlsx': unusedNextToPhone('党员联系电话'),
  'M06-phone-04.xlsx': needs(long(), [2, 3, 2], { notTaken: '子女电话:relative' }),
  'M06-phone-05.xlsx': unusedNextToPhone('邻居电话'),
  'M06-phone-06.xlsx': unusedNextToPhone('楼栋长电话'),
  'M06-phone-07.xlsx': unusedNextToPhone('社区电话'),
  'M06-phone-08.xlsx': unusedNextToPhone('圆梦人电话'),
  'M06-phone-09.xlsx': unusedNextToPhone('包联干部手机'),
  'M06-phone-10.xlsx': unusedNextToPhone('联系人电话'),
  'M06n-neighbour.xlsx': needs(long(), [2, 2, 1], { unused: '邻居电话:other-phone' }),
  'M06s-cadre-only.xlsx': unusedNextToPhone('结对干部电话'),
  'M07-hidden-rows.xlsx': needs(long(), [2, 5, 4], { hidden: [3, 4] }),
  'M08-sheets.xlsx': needs('姓名=name 年龄=age 家庭住址=address 联系电话=phone 微心愿内容=wish', [3, 3, 2], {
    period: '2026-11',
    left: '10月（旧）:other-month',
  }),
  'M09-notes.xlsx': needs(plain, [2, 47, 46], { notTaken: '备注:free-note' }),
  'M10-reasons.xlsx': needs(plain, [2, 15, 14]),
  'M11-huhao.xlsx': needs(long(), [2, 3, 2], { unused: '户号:household-number' }),
  'M12-huzhu.xlsx': needs(long('老人姓名'), [2, 3, 2], { unused: '户主姓名:householder' }),
  'M13-roll-type.xlsx': {
    kind: 'roll',
    columns: '姓名=name 工作单位=unit 手机号码=phone 特长=strengths',
    rows: [2, 3, 2],
    unused: '单位联系人电话:other-phone',
    notTaken: '党员类型:politics',
  },
  'M14-roll-unit-contact.xlsx': {
    kind: 'roll',
    columns: '姓名=name 工作单位=unit 手机号码=phone 特长=strengths',
    rows: [2, 3, 2],
    unused: '单位联系电话:other-phone',
  },
  'M15-roll-unit-post.xlsx': {
    kind: 'roll',
    columns: '姓名=name 单位及职务=unit 手机号码=phone 特长=strengths 居住小区=address',
    rows: [2, 2, 1],
  },
  'M16-eggs.xlsx': needs(counted, [2, 7, 6]),
  'M17-couple.xlsx': needs(plain, [2, 5, 4]),
  'M18-courtyard.xlsx': needs(plain, [2, 9, 8]),
  'P1-oct.xlsx': needs(long(), [4, 4, 1], { period: '2026-10' }),
  'P2-nov.xlsx': needs(long(), [4, 4, 1], { period: '2026-11' }),
  'W1-wps-parts.xlsx': needs(plain, [2, 17, 16]),
  'W2-prefixed.xlsx': needs(plain, [3, 5, 3], { period: '2026-11' }),
  'W3-1904.xlsx': needs('姓名=name 出生日期=birth 住址=address 联系电话=phone 心愿=wish 网格=grid', [2, 3, 2]),
  'addresses-real.xlsx': { ...december, rows: [3, 12, 10] },
  'date-address.xlsx': { ...december, rows: [3, 8, 6] },
  'known-other-door.xlsx': { ...december, rows: [3, 5, 3] },
  'no-r.xlsx': { ...december, rows: [3, 5, 3] },
  'prefix-x-hidden.xlsx': { ...december, rows: [3, 5, 3] },
  'rare-char-openpyxl.xlsx': { ...december, rows: [3, 8, 6] },
  'same-name-shared-phone.xlsx': { ...december, rows: [3, 8, 6] },
  'small-export-traces.csv': needs(
    '网格=grid 姓名=name 年龄=age 楼号=building 单元=unit 门牌号=door 联系电话=phone 心愿=wish 数量=quantity 预算=value',
    [2, 8, 7],
  ),
  'small-radicals.xlsx': { ...december, rows: [3, 6, 4] },
  'small-two-phones-in-a-cell.xlsx': { ...december, rows: [3, 8, 6] },
  'workbook2.xlsx': { ...december, rows: [3, 5, 3] },
}

/** Files that are no list that can be read, and the question of one that has to be asked about. */
const refused: Readonly<Record<string, string>> = {
  'F-1001.xlsx': 'too-long',
  'F-base.et': 'old-xls',
  'F-base.ods': 'not-a-table',
  'F-base.xls': 'old-xls',
  'F-password.xlsx': 'encrypted',
  'far-cell-prefix.xlsx': 'too-big',
  'L13-volunteers.xlsx': 'asks',
}

test('every file has its right value here', () => {
  const files = readdirSync(folder).filter((file) => /\.(?:xlsx|csv|xls|et|ods)$/.test(file))

  expect(files.filter((file) => !(file in right) && !(file in refused))).toEqual([])
})

test.each(Object.entries(right))('%s', async (file, expected) => {
  const read = await understood(file)
  if (!read.ok) throw new Error(JSON.stringify(read))
  const lines = read.rows.map(({ line }) => line)
  const places = new Set(read.rows.map(({ sheet, line }) => `${sheet} ${line}`))
  const withWhy = (list: readonly { readonly heading: string; readonly why: string }[]) =>
    list.map(({ heading, why }) => `${heading}:${why}`).join(' ')

  expect({
    kind: read.kind,
    columns: read.headings.map(({ heading, key }) => `${heading}=${key}`).join(' '),
    rows: [Math.min(...lines), Math.max(...lines), places.size],
    period: read.period,
    unused: withWhy(read.unused),
    notTaken: withWhy(read.notTaken),
    skipped: read.skipped.map(({ line, why }) => `${line}${why}`).join(' '),
    hidden: read.hidden,
  }).toEqual({
    kind: expected.kind,
    columns: expected.columns,
    rows: expected.rows,
    period: expected.period ?? null,
    unused: expected.unused ?? '',
    notTaken: expected.notTaken ?? '',
    skipped: expected.skipped ?? '',
    hidden: expected.hidden ?? [],
  })
  if (expected.left) expect(read.left.map(({ name, why }) => `${name}:${why}`).join(' ')).toBe(expected.left)
})

test.each(Object.entries(refused))('%s is not read: %s', async (file, why) => {
  const read = await readList(bytesOf(file), file, 'a secret', known)

  expect(read).toMatchObject({ ok: false, why })
})

describe('what a list says in addition to what is asked', () => {
  const kept = async (file: string): Promise<string> => {
    const read = await readList(bytesOf(file), file, 'a secret', known)
    return read.ok ? JSON.stringify(read.draft) : ''
  }

  test.each([
    [
      'M09-notes.xlsx',
      '652301 6222 123456 维族 哈族 佛 脱贫 监测 建档 精神 肢体 聋 HIV 三高 搭桥 卧床 肾 甲亢 尿毒 服刑 离异 矫正 上访 烈属 民政 失能 耳背 独居 清真 乙肝 孤老 五保 三无 贫困 特扶 致贫 残联 肺ca 胃 心脏 血栓 中过风 腰 眼睛 低保',
    ],
    ['M10-reasons.xlsx', '652301 6222 肾衰竭 偏瘫 中风 耳聋 生活困难 维族 信教 圣经'],
    [
      'L10-sensitive.xlsx',
      '652301 6222 123456 维吾尔 哈萨克 群众 党员 高血压 糖尿 尿毒 服刑 去世 低保 残疾 聋哑 HIV 三高 搭桥 偏瘫 卧床 胃癌 甲亢 肾衰竭 烈属 脑梗 失禁',
    ],
    ['L02-claim.xlsx', '低保 脱贫 监测户 半身 维族 失能 19900029001 19900029002'],
    ['M06s-cadre-only.xlsx', '19900029011 19900029012'],
    ['M13-roll-type.xlsx', '正式党员 19900024901'],
  ])('%s keeps none of it in the preview', async (file, forbidden) => {
    const content = await kept(file)

    expect(content).not.toBe('')
    expect(forbidden.split(' ').filter((word) => content.includes(word))).toEqual([])
  })

  test('the question about the roll is answered by hand, and then it is read', async () => {
    const said = withAnswers(noAnswers, null, [{ heading: '所属单位/居住地', meaning: 'none' }])
    const read = await readList(bytesOf('L13-volunteers.xlsx'), 'L13.xlsx', 'a secret', known, said)

    expect(read).toMatchObject({ ok: true, draft: { kind: 'roll' } })
    expect(read.ok && read.draft.rows.map(({ row }) => row.name)).toEqual(['王志愿', '李志愿', '赵志愿'])
  })

  test('a unit that may have the post in it is no row without a doubt', async () => {
    const read = await understood('M15-roll-unit-post.xlsx')

    expect(read.ok && 'rows' in read && read.rows[0]?.doubts.map(({ code }) => code)).toEqual(['unit-and-post'])
  })

  test('a row hidden in the file waits to be wanted; a sheet without a month says for which it is taken', async () => {
    const hidden = await readList(bytesOf('M07-hidden-rows.xlsx'), 'M07.xlsx', 'a secret', known)
    const sheets = await understood('M08-sheets.xlsx')

    expect(hidden.ok && hidden.draft.rows.map(({ choice }) => choice)).toEqual(['auto', 'skip', 'skip', 'auto'])
    expect(
      sheets.ok &&
        'rows' in sheets &&
        sheets.rows.map(({ doubts }) => doubts.some(({ code }) => code === 'month-assumed')),
    ).toEqual([false, true])
  })
})
