import { plain } from './cells.ts'

/** What a heading means, in the order in which it is tried: 网格员姓名 is a worker before it is a name. */
const needHeadings = [
  ['worker', /网格员|网格长|包片|登记人|收集人|采集人|走访人|填报人|责任人|经办人/],
  ['value', /预算|金额|价格|估价|价值|费用|估值|约价|价钱|经费|^value$|^price$|^budget$/],
  ['unitPrice', /单价/],
  ['quantity', /数量|件数|份数|个数|^quantity$|^qty$/],
  ['measure', /^(?:计量)?单位$/],
  ['specification', /规格|型号|尺码|尺寸|度数|款式/],
  ['urgency', /紧急|急缓|缓急|轻重|优先|急需程度|^urgency$/],
  ['source', /(?:收集|采集|征集|来源|反映|获取)(?:方式|渠道|途径)?$|^(?:方式|渠道|来源|途径)$|^source$/],
  ['phone', /电话|手机|联系方式|联系号码|^号码$|^tel(?:ephone)?$|^phone$|^mobile$/],
  ['sex', /^性别$|^(?:老人|居民)性别$|^sex$|^gender$/],
  ['birth', /出生|生日|^birth/],
  ['age', /年龄|年纪|岁数|周岁|^age$/],
  ['grid', /网格|片区|^(?:居民)?小组$|^grid$/],
  ['address', /住址|地址|住所|居住地|住处|楼.*门牌|居住位置|^address$/],
  ['unit', /单元|^unit$/],
  ['door', /门牌|房号|室号|户号|门号|房间|^室$|^户$|^door$/],
  ['building', /楼号|楼栋号?$|栋号|楼幢|^楼$|^栋$|^幢$|几号楼|^building$/],
  ['wish', /心愿|需求|愿望|想要|诉求|所需|物品|事项|需要|希望|求助|内容|^wish$|^need/],
  ['note', /备注|说明|附注|补充|^remarks?$|^notes?$/],
  ['name', /姓名|户主|老人|居民|名字|心愿人|申请人|许愿人|求助人|服务对象|^对象$|^name$/],
] as const satisfies readonly Row[]

const rollHeadings = [
  ['branch', /党组织|支部|党委|组织关系|^branch$/],
  ['reportedIn', /报到(?!单位|社区|地)|登记(?:时间|日期)|^reported/],
  ['freeTimes', /(?:服务|空闲|可用|参与|活动|志愿).*时[间段]|时间段|^时间$|^free/],
  ['strengths', /特长|专长|技能|擅长|服务(?:项目|意愿|类型|内容|岗位)|^strengths?$|^skills?$/],
  ['phone', /电话|手机|联系方式|联系号码|^号码$|^phone$|^mobile$/],
  ['sex', /性别|^sex$|^gender$/],
  ['address', /居住|住址|地址|住所|楼号|楼栋|小区|^address$|^building$/],
  ['unit', /单位|部门|^unit$|^employer$/],
  ['name', /姓名|名字|党员|志愿者|^name$/],
] as const satisfies readonly Row[]

export type NeedKey = (typeof needHeadings)[number][0]
export type RollKey = (typeof rollHeadings)[number][0]
export type ListKind = 'needs' | 'roll'

/** Columns that the rules do not allow to be kept: seen, named once, and never read. */
const untakenReasons = [
  'hardship',
  'id-number',
  'health',
  'belief',
  'politics',
  'bank',
  'relative',
  'personal',
] as const
export type UntakenReason = (typeof untakenReasons)[number]

type Meaning =
  | { readonly is: 'needs'; readonly key: NeedKey }
  | { readonly is: 'roll'; readonly key: RollKey }
  | { readonly is: 'untaken'; readonly why: UntakenReason }
  | { readonly is: 'serial' }
  | { readonly is: 'unknown' }

/** A heading as written → what it means in a list of that kind. */
export function meaningOf(written: string, kind: ListKind): Meaning {
  const heading = bareHeading(written)
  if (heading === '') return { is: 'unknown' }
  if (/^(?:序号?|编号|序列|no\.?|号|#)$/.test(heading)) return { is: 'serial' }

  const why = untaken.find(([, shape]) => shape.test(heading))?.[0]
  if (why) return { is: 'untaken', why }
  if (leftAlone.test(heading)) return { is: 'unknown' }
  if (kind === 'needs') {
    const key = needHeadings.find(([, shape]) => shape.test(heading))?.[0]
    return key ? { is: 'needs', key } : { is: 'unknown' }
  }
  const key = rollHeadings.find(([, shape]) => shape.test(heading))?.[0]
  return key ? { is: 'roll', key } : { is: 'unknown' }
}

/** 预算（元） → 预算; blanks, line breaks, stars and what stands in brackets go. */
export function bareHeading(written: string): string {
  const text = plain(written)
    .toLowerCase()
    .replace(/[\s*★:]/gu, '')
  return text.replace(/[([【〔].*?(?:[)\]】〕]|$)/gu, '') || text.replace(/[()[\]【】〔〕]/gu, '')
}

type Row = readonly [string, RegExp]

const untaken: readonly (readonly [UntakenReason, RegExp])[] = [
  ['id-number', /身份证|证件号|证号|^id(?:card|number)?$/],
  ['health', /疾病|病史|病情|病种|健康|慢病|用药|血型|身体状况|自理/],
  [
    'hardship',
    /困难|低保|五保|特困|残疾|致贫|贫困|收入|空巢|独居|孤寡|(?:人员|对象|群体|老人|居民)(?:类别|类型|分类|属性|情况)|^(?:类别|类型|群体)$/,
  ],
  ['belief', /民族|族别|宗教|信仰/],
  ['politics', /政治面貌|入党|党龄/],
  ['bank', /银行|卡号|账号|帐号|开户/],
  ['relative', /家属|子女|亲属|监护|紧急联系|儿子|女儿/],
  ['personal', /婚姻|文化程度|学历|籍贯|户籍|照片|微信/],
]

/** What became of a wish, and kinds and dates: other people's columns, told as not understood. */
const leftAlone =
  /认领|完成|办结|落实|承接|实现|圆梦|回访|满意|进度|状态|签[字收名]|(?:心愿|需求|物品|服务需求)(?:类别|类型|分类|编号|状态)|(?:收集|征集|提出|填表|走访|采集)(?:时间|日期)|^日期$|职务|积分/
