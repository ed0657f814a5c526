import { plain } from '#domain/reading/cells.ts'

const needKeys = [
  'name',
  'phone',
  'wish',
  'address',
  'building',
  'unit',
  'door',
  'grid',
  'age',
  'birth',
  'sex',
  'quantity',
  'measure',
  'specification',
  'value',
  'unitPrice',
  'urgency',
  'source',
  'worker',
  'note',
] as const
const rollKeys = ['name', 'phone', 'unit', 'branch', 'address', 'strengths', 'freeTimes', 'reportedIn', 'sex'] as const
export type NeedKey = (typeof needKeys)[number]
export type RollKey = (typeof rollKeys)[number]
export type Key = NeedKey | RollKey
export type ListKind = 'needs' | 'roll'
export const listKinds = ['needs', 'roll'] as const satisfies readonly ListKind[]

/**
 * The meanings a person may give to a column. A worker's name is never used, and notes are never taken from a column.
 */
export const assignable = {
  needs: needKeys.filter((key) => key !== 'worker' && key !== 'note'),
  roll: rollKeys,
} as const satisfies Record<ListKind, readonly Key[]>

/**
 * Columns that the rules forbid to store, and free notes: the preview mentions them once, and they are never stored.
 */
const untakenReasons = [
  'hardship',
  'id-number',
  'health',
  'belief',
  'politics',
  'justice',
  'bank',
  'relative',
  'personal',
  'free-note',
] as const
export type UntakenReason = (typeof untakenReasons)[number]

/** Columns that are understood but not needed, or not understood at all (`unknown`). */
const unusedReasons = [
  'category',
  'progress',
  'other-phone',
  'other-person',
  'householder',
  'household-number',
  'second',
  'chosen',
  'unknown',
] as const
export type UnusedReason = (typeof unusedReasons)[number]

/** How well a heading fits: it is the word itself, it contains the word, or it is used only if no other column fits. */
export type Rank = 'exact' | 'near' | 'spare'
export type Meaning =
  | { readonly is: 'column'; readonly key: Key; readonly rank: Rank }
  /** 所属单位/居住地: one column for two different facts. */
  | { readonly is: 'either'; readonly keys: readonly Key[] }
  /** 类别 alone may be the kind of wish or the kind of hardship; only the values show which. */
  | { readonly is: 'kind' }
  | { readonly is: 'untaken'; readonly why: UntakenReason }
  | { readonly is: 'unused'; readonly why: UnusedReason }
  | { readonly is: 'serial' }
  | { readonly is: 'unknown' }

/** The meaning of a heading, as it is written, in a list of that kind. */
export function meaningOf(written: string, kind: ListKind): Meaning {
  const heading = bareHeading(written)
  if (heading === '') return { is: 'unknown' }
  const parts = heading.split(/[/、或]/).filter(Boolean)
  return parts.length > 1 ? together(parts, kind) : alone(heading, kind)
}

/** 预算（元） → 预算. Removes blanks, line breaks, stars and text in brackets. */
export function bareHeading(written: string): string {
  const text = plain(written)
    .toLowerCase()
    .replace(/[\s*★:]/gu, '')
  return text.replace(/[([【〔].*?(?:[)\]】〕]|$)/gu, '') || text.replace(/[()[\]【】〔〕]/gu, '')
}

/** Whether a heading is about wishes, or about their number or kind. A roll of volunteers has no such column. */
export function isAboutWishes(written: string): boolean {
  return /心愿|需求|愿望|诉求|求助|所需|想要/.test(bareHeading(written))
}

/**
 * A heading with several parts: 电话/手机 is one fact, 楼号/门牌 an address, 单位/住处 one of two facts. If one part may not be
 * stored, the whole column is not.
 */
function together(parts: readonly string[], kind: ListKind): Meaning {
  const meanings = parts.map((part) => alone(part, kind))
  const forbidden = meanings.find(({ is }) => is === 'untaken')
  if (forbidden) return forbidden
  const columns = meanings.filter((meaning) => meaning.is === 'column')
  const [first] = columns
  if (!first) return meanings.find(({ is }) => is !== 'unknown') ?? { is: 'unknown' }

  const keys = [...new Set(columns.map(({ key }) => key))]
  if (keys.length === 1) return first
  return kind === 'needs' && keys.every((key) => isOfAddress(key))
    ? { is: 'column', key: 'address', rank: 'near' }
    : { is: 'either', keys }
}

const isOfAddress = (key: Key): boolean => ['address', 'building', 'unit', 'door'].includes(key)

function alone(heading: string, kind: ListKind): Meaning {
  if (/^(?:序号?|编号|序列|no\.?|号|#)$/.test(heading)) return { is: 'serial' }
  if (/^(?:类别|类型|分类|种类|类)$/.test(heading)) return { is: 'kind' }
  if (phoneWords.test(heading)) return phone(heading, kind)
  const someone = person(heading, kind)
  if (someone) return someone

  const exact = keysOf(kind).find(([, shape]) => shape.test(heading))
  if (exact) return { is: 'column', key: exact[0], rank: 'exact' }
  const why = untaken.find(([, shape]) => shape.test(heading))?.[0]
  if (why) return { is: 'untaken', why }
  const other = unused.find(([, shape]) => shape.test(heading))?.[0]
  if (other && !(kind === 'roll' && ofRoll.test(heading))) return { is: 'unused', why: other }
  if (freeNote.test(heading)) return note(kind)
  const near = keysOf(kind).find(([, , shape]) => shape?.test(heading))
  if (near) return { is: 'column', key: near[0], rank: 'near' }
  const spare = spares[kind].find(([, shape]) => shape.test(heading))
  return spare ? { is: 'column', key: spare[0], rank: 'spare' } : { is: 'unknown' }
}

/** Notes are only used to understand how a line is meant (两样都要); their words are never stored. */
const note = (kind: ListKind): Meaning =>
  kind === 'needs' ? { is: 'column', key: 'note', rank: 'near' } : { is: 'untaken', why: 'free-note' }

/** Accepts only the person's own number: any other word before 电话 makes it another person's. */
function phone(heading: string, kind: ListKind): Meaning {
  const whose = heading
    .replace(/(?:常用|移动|固定|家庭|家里|住宅)?(?:联系)?(?:电话|手机|座机|固话|联系方式|联系号码)(?:号码|号)?/g, '')
    .replace(/^(?:号码|tel(?:ephone)?|phone|mobile)$/, '')
    .replace(/[\d一二三+及和-]/g, '')
    .replace(/的$/, '')
  if (whose === '') return { is: 'column', key: 'phone', rank: 'exact' }
  if (relatives.test(whose)) return { is: 'untaken', why: 'relative' }
  if (own[kind].test(whose)) return { is: 'column', key: 'phone', rank: 'exact' }
  if (/户主/.test(whose) && kind === 'needs') return { is: 'column', key: 'phone', rank: 'spare' }
  if (others.test(whose) || kind === 'roll' || /党员|志愿/.test(whose)) return { is: 'unused', why: 'other-phone' }
  return { is: 'column', key: 'phone', rank: 'spare' }
}

/** Whose name the column contains; null for a heading that does not name a person. */
function person(heading: string, kind: ListKind): Meaning | null {
  if (/^(?:姓名|名字|本人|name)$/.test(heading)) return { is: 'column', key: 'name', rank: 'exact' }
  const whose = heading.replace(/(?:的)?(?:姓名|名字)$/, '')
  const isNamed = whose !== heading
  if (!isNamed && isAbout(heading)) return null
  if (workers.test(whose)) {
    return kind === 'needs'
      ? { is: 'column', key: 'worker', rank: /网格/.test(whose) ? 'exact' : 'near' }
      : { is: 'unused', why: 'other-person' }
  }
  if (ownPerson[kind].test(whose)) return { is: 'column', key: 'name', rank: 'exact' }
  if (kind === 'needs' && /^户主$/.test(whose)) return { is: 'column', key: 'name', rank: 'spare' }
  if (relatives.test(whose)) return { is: 'untaken', why: 'relative' }
  if (!isNamed && !/(?:人|者|员|长|干部|医生)$/.test(whose)) return null
  if (others.test(whose) || (kind === 'needs' && /党员|志愿/.test(whose))) return { is: 'unused', why: 'other-person' }
  if (isNamed) return { is: 'column', key: 'name', rank: 'near' }
  return /人$/.test(whose) && !isAboutWishes(whose) ? { is: 'unused', why: 'other-person' } : null
}

/** 老人电话 and 困难对象类别 contain a person's word but are not names. */
const isAbout = (heading: string): boolean =>
  /(?:情况|状况|类别|类型|分类|属性|地址|住址|住处|年龄|性别|编号|小组|数量|人数|单位|时间|日期|意见|评价)$/.test(
    heading,
  )

const phoneWords = /电话|手机|座机|固话|联系方式|联系号码|^号码$|^tel(?:ephone)?$|^phone$|^mobile$/
const relatives =
  /家属|家人|子女|亲属|亲友|监护|紧急联[系络]|儿子|女儿|儿女|配偶|老伴|爱人|丈夫|妻子|父亲|母亲|父母|赡养|抚养|孙/
const others =
  /干部|帮扶|结对|圆梦|认领|认助|领办|承接|承办|联系人|联络|负责|责任|经办|对接|代办|包联|包片|包户|邻居|楼栋长|楼长|楼组长|单元长|组长|社区|街道|村委|居委|单位|公司|物业|医生|护工|保姆|捐赠|捐助|爱心|受理|回访|审核|审批|书记|主任|网格|登记|收集|采集|走访|填报|填表|党组织|支部|办公|推荐|介绍|代理|代填|陪同|见证/
const workers =
  /^(?:.{0,4}网格(?:员|长)|包片人?|登记人|收集人|采集人|走访人|填报人|填表人|责任人|经办人|摸排人|入户人)$/
const wished = '微?心愿|愿望|许愿|求助|求援|需求|诉求|申请|申报|提出|征集|求愿'
const served = '服务|帮扶|救助|慰问|关爱|走访|受助|帮助|资助|照护|探访|保障|重点|困难'
const needy = `(?:${wished})(?:申请|提出)?(?:人|者|主人|主|对象|居民|群众|老人|户主)|(?:${served}){1,2}(?:对象|群众|居民|老人|家庭|户|党员|人员)|被.{1,4}(?:人|者|对象)|受(?:助|益)(?:人|者|对象)|(?:困难|辖区|社区|村|高龄|独居|空巢)?(?:居民|群众|村民|老人|老年人|长者|住户|老党员)|对象|当事人|本人|心愿主`
const own = {
  needs: new RegExp(`^(?:${needy}|老人家?)$`),
  roll: /^(?:本人|个人|党员|志愿者|队员|成员|报名人|报名者|义工)$/,
} as const
const ownPerson = {
  needs: own.needs,
  roll: /^(?:本人|(?:在职|报到|双报到)?党员|志愿者|志愿服务者|队员|成员|报名人|报名者|义工)$/,
} as const

type Shapes<K extends Key> = readonly (readonly [K, RegExp, RegExp?])[]

/** The patterns are tried in this order: first the exact heading, then words found in it. */
const needShapes: Shapes<NeedKey> = [
  [
    'value',
    /^(?:预算|金额|总价|价格|价值|估价|预算金额|预计金额|value|price|budget)$/,
    /预算|金额|价格|估价|价值|费用|估值|约价|价钱|经费/,
  ],
  ['unitPrice', /^单价$/, /单价/],
  ['quantity', /^(?:数量|件数|份数|个数|quantity|qty)$/, /(?:物品|物资|需求|心愿|所需|需要)?(?:数量|件数|份数|个数)$/],
  ['measure', /^(?:计量)?单位$/],
  ['specification', /^(?:规格|型号|尺码|尺寸|规格型号)$/, /规格|型号|尺码|尺寸|度数|款式/],
  ['urgency', /^(?:紧急程度|轻重缓急|急缓|urgency)$/, /紧急程度|急缓|缓急|轻重|优先|急需程度|是否紧急|^紧急$/],
  [
    'source',
    /^(?:收集|征集|采集|反映)(?:方式|渠道|途径)$|^(?:来源|source)$/,
    /^(?:收集|采集|征集|来源|反映|获取|登记)(?:方式|渠道|途径)?$|^(?:方式|渠道|途径)$/,
  ],
  ['sex', /^(?:性别|sex|gender)$/, /^(?:老人|居民|本人)性别$/],
  ['birth', /^(?:出生(?:年月日?|日期|年份?)?|生日|birth)$/, /出生|生日|^birth/],
  ['age', /^(?:年龄|周岁|岁数|age)$/, /年龄|年纪|岁数|周岁/],
  ['grid', /^(?:所属|所在)?网格(?:名称|号)?$|^grid$/, /网格|片区|^(?:居民)?小组$/],
  [
    'address',
    /^(?:(?:家庭|居住|现|详细|现居)?(?:住址|地址)|address)$/,
    /住址|地址|住所|居住地|住处|楼.*门牌|居住位置|居住小区/,
  ],
  ['unit', /^(?:单元号?|unit)$/, /单元/],
  ['door', /^(?:门牌号?|房号|室号|门号|房间号?|室|door)$/, /门牌|房号|室号|门号|房间/],
  ['building', /^(?:楼号|楼栋号?|栋号|楼幢号?|楼|栋|幢|building)$/, /楼号|栋号|楼栋|楼幢|几号楼/],
  [
    'wish',
    /^(?:微?心愿|小?愿望|需求|诉求|想要什么|所需物品|wish|needs?)$|^(?:微?心愿|愿望|需求|诉求|求助|许愿|服务需求)(?:具体)?(?:内容|事项|描述|详情|名称)$|^具体(?:心愿|需求|愿望|诉求)(?:内容)?$|^(?:服务|生活|微心愿)需求$/,
    /心愿|需求|愿望|想要|诉求|所需|需要|希望|求助|盼|^need/,
  ],
]
const rollShapes: Shapes<RollKey> = [
  ['branch', /^(?:所在|所属)?(?:党组织|党支部|支部)(?:名称)?$|^branch$/, /党组织|支部|党委|组织关系/],
  ['reportedIn', /^报到(?:时间|日期)$|^reported$/, /报到(?!单位|社区|地)|登记(?:时间|日期)|^reported/],
  [
    'strengths',
    /^(?:特长|专长|技能|strengths?|skills?)$/,
    /特长|专长|技能|擅长|服务(?:项目|意愿|意向|类型|类别|内容|岗位)|(?:提供|从事|参与)(?:的|何种|哪些)?服务$/,
  ],
  ['freeTimes', /^(?:可?服务时间|空闲时间|free)$/, /(?:服务|空闲|可用|参与|活动|志愿).*时[间段]|时间段|^时间$|^free/],
  ['sex', /^(?:性别|sex|gender)$/, /性别/],
  [
    'address',
    /^(?:(?:家庭|居住|现)?(?:住址|地址)|居住小区|address)$/,
    /居住|住址|地址|住所|楼号|楼栋|小区|住处|^building$/,
  ],
  ['unit', /^(?:(?:工作|所在|所属|服务)?单位(?:名称)?|employer|unit)$/, /单位|部门/],
]
const keysOf = (kind: ListKind): Shapes<Key> => (kind === 'needs' ? needShapes : rollShapes)

/** Headings that count as this column only if no other column of the list fits better. */
const spares: Readonly<Record<ListKind, readonly (readonly [Key, RegExp])[]>> = {
  needs: [['wish', /^(?:物品|物资|品名|事项|内容|服务|帮助|帮扶)(?:名称|内容|项目|事项)?$|^(?:物品|物资|商品)名称$/]],
  roll: [],
}

const untaken: readonly (readonly [UntakenReason, RegExp])[] = [
  ['id-number', /身份证|身份号|证件|证号|^id(?:card|number)?$/],
  ['bank', /银行|卡号|账号|帐号|账户|帐户|开户|密码|社保卡|医保卡|存折/],
  ['health', /疾病|病史|病情|病种|病症|患病|得病|病况|健康|慢病|用药|血型|身体|自理|伤残|失能|疾患|诊断|住院/],
  ['belief', /民族|族别|宗教|信仰|信教/],
  ['justice', /服刑|犯罪|刑|矫正|前科|戒毒|吸毒|信访|上访|涉法|涉诉/],
  ['politics', /政治面貌|政治身份|入党|党龄|党员(?:类型|类别|性质|身份|情况)|转正/],
  ['relative', relatives],
  [
    'hardship',
    /困难|低保|五保|特困|残疾|残联|致贫|贫困|脱贫|建档立卡|监测户|救助|优抚|收入|空巢|独居|孤寡|享受待遇|享受政策|(?:人员|对象|群体|老人|居民|家庭|户|群众|身份)(?:类别|类型|分类|属性|性质)|(?:人员|对象|群体)情况|^(?:群体|身份|属性|户别)$/,
  ],
  ['personal', /婚姻|婚否|文化程度|学历|籍贯|户籍|户口|照片|微信|^qq$|邮箱|职业/],
]

/** Columns about what happened to a wish, and its kinds, numbers and dates. None of them is the wish itself. */
const unused: readonly (readonly [UnusedReason, RegExp])[] = [
  ['household-number', /^(?:户号|户编号|户序号|家庭编号|门户号|档案号|户$)/],
  [
    'category',
    /(?:心愿|需求|愿望|物品|物资|服务|求助|诉求|事项|微心愿)(?:的)?(?:类别|类型|分类|种类|大类|小类|类|级别|等级|层级|档次|星级|属性|性质|标签|范围|领域)$|^(?:大类|小类)$/,
  ],
  [
    'progress',
    /认领|完成|办结|办理|落实|承接|实现|圆梦|回访|满意|进度|进展|状态|结果|反馈|签[字收名]|累计|时长|积分|发放|领取|到位|^(?:是否|有无|能否)|与否$|(?:时间|日期|期限|时限|年度|月份|批次)$|^日期|(?:编号|代码|代号|条码|流水号|单号)$|(?:心愿|需求|愿望|诉求|求助)(?:数|数目|条数|个数|次数|总数|来源|渠道|方式|途径|去向|评价|优先级|主体|单位|部门|状况|情况)$/,
  ],
]
/** In a roll, 志愿服务类型, 服务时间 and 报到时间 say what a volunteer can do, and when. */
const ofRoll = /服务|特长|报到|登记(?:时间|日期)|空闲|可用|参与|活动|志愿|^时间$/

const freeNote =
  /备注|附注|补充|说明|(?:家庭|基本|简要|具体|详细|生活|个人|特殊|实际|主要|其他|其它|有关|相关|家中|老人)(?:情况|状况)|^(?:情况|状况)|事由|原因|理由|缘由|背景|简介|^remarks?$|^notes?$/
