import { catalogue, itemById } from '#domain/catalogue/catalogue.ts'
import type { ReferReason } from '#domain/vocabulary.ts'
import { squeezed } from './cells.ts'
import { itemIn } from './items.ts'
import { outOfBrackets } from './split.ts'

/** What a micro-wish can never be: such requests are answered or referred instead. */
export const scopeReasons = ['policy', 'money', 'prescription', 'bank', 'public-works'] as const
export type ScopeReason = (typeof scopeReasons)[number]
export type OutOfScope = { readonly reason: ScopeReason; readonly word: string }

/** The office to which such a wish is referred. */
export const officeFor = {
  policy: 'policy',
  money: 'money',
  prescription: 'medical',
  bank: 'money',
  'public-works': 'other-office',
} as const satisfies Record<ScopeReason, ReferReason>

type WishTexts = {
  readonly itemId: string | null
  readonly words: string
  readonly specification: string
  readonly note: string
  /** The public title, at publishing. */
  readonly title?: string
}

/** The verdict on a wish, the same whether it was typed into a form, sent by a phone or imported from a list. */
export function scopeOf({ itemId, words, specification, note, title = '' }: WishTexts): OutOfScope | null {
  const chosen = itemId === null ? undefined : itemById(itemId)
  const said = outOfBrackets([words, title].filter(Boolean).join('，'))
  const product = itemIn(said.main, chosen ? [chosen] : catalogue)?.name ?? chosen?.names[0] ?? ''
  const wish = [chosen ? product : '', said.main].filter(Boolean).join('，')
  return outOfScope(wish, { note, product, aside: [...said.inside, specification].join('；') })
}

type OtherWords = {
  readonly note: string
  /** The catalogue's name found in the text: 养老资格认证 is an item of its own although it contains a word of policy. */
  readonly product?: string | undefined
  /** The words in brackets, and the size. */
  readonly aside?: string
}

/**
 * The reason and the word, or null for a wish that volunteers may fulfil. Fetching prescribed medicine is an errand,
 * buying it is not; going along to an office, or teaching how to ask there, is company. A note is not the wish: only an
 * explicit request in it counts.
 */
export function outOfScope(wish: string, { note, product = '', aside = '' }: OtherWords): OutOfScope | null {
  const [text, beside] = [bare(wish), bare(aside)]
  const rest = product ? text.replaceAll(bare(product), ' ') : text
  const onlySum = product ? null : sum.exec(clausesOf(text)[0] ?? '')
  if (onlySum) return { reason: 'money', word: onlySum[0] }
  return (
    firstIn(shapes, text, { rest }) ??
    firstIn(grave, beside, { around: text + beside, name: bare(product) }) ??
    firstIn(noteShapes, bare(note))
  )
}

/** `rest` is the text without the catalogue's name; the exceptions are still searched in the text with that name. */
function firstIn(
  table: readonly Shape[],
  text: string,
  {
    rest = text,
    around = text,
    name = '',
  }: { readonly rest?: string; readonly around?: string; readonly name?: string } = {},
): OutOfScope | null {
  const clauses = clausesOf(text)
  for (const { reason, shape, unless, unlessAnywhere, whole } of table) {
    if (unlessAnywhere?.test(around)) continue
    for (const [at, clause] of (whole ? clauses : clausesOf(rest)).entries()) {
      const found = shape.exec(clause)
      if (found && !unless?.test(name + clauses[at]) && !isDenied(clause, found)) return { reason, word: found[0] }
    }
  }
  return null
}

/** Without blanks, and without separators put between the characters of a word. */
const bare = (text: string): string => squeezed(text).replace(/(?<=\p{Script=Han})[·•.*_|~-]+(?=\p{Script=Han})/gu, '')

const clausesOf = (text: string): readonly string[] => text.split(/[，,；;。！!？?、\n]|顺便|另外/u)

/** 不要现金, 没有银行卡, 现金不收: what is declined is not requested. */
function isDenied(clause: string, found: RegExpExecArray): boolean {
  const before = clause.slice(0, found.index)
  const after = clause.slice(found.index + found[0].length)
  return (
    /(?:不要|不收|不用|不需|不必|不接受|不碰|不给|不带|不送|不借|不是|别|勿|没有|没|无|谢绝|拒绝|拒收)(?:给|送|带|收|用|碰|动|老人|他|她|的)*$/u.test(
      before,
    ) || /^(?:就|一律)?(?:不要|不收|别|勿)/u.test(after)
  )
}

type Shape = {
  readonly reason: ScopeReason
  readonly shape: RegExp
  /** Exempts the word if found in the same clause; `unlessAnywhere` if found in the whole text. */
  readonly unless?: RegExp
  readonly unlessAnywhere?: RegExp
  /** Judged on the whole text, even where a catalogue name covers the word. */
  readonly whole?: true
}

const along = /陪|[想要]学|学会|学习|学着|学用|教(?:会|我|用|一下|他|她|怎|老)|不会用/
const fetched = /[取拿领].{0,6}药/
const ordered = /陪|药盒|药箱|提醒|分药|说明书/

/** A sum of money and nothing else. Next to the name of an item it is a price. */
const sum =
  /^(?:我?(?:想要|需要|想|要|给|借|求|发))?(?:人民币|[¥￥])?[\d.,一二两三四五六七八九十百千万]+(?:多)?(?:元|块钱?|圆|rmb)(?:钱|整|左右)?$/

/** Names by which people ask for medicine that only a doctor may prescribe (国家药监局 处方药; 医保药品目录 for the names). */
const prescribed = [
  '(?<!非)处方药?(?!笺)|胰岛素|抗生素|消炎药|安眠药|激素药|[降止].{1,2}药|高血压药|糖尿病药|心脏病药|抗病毒药',
  '头孢|阿莫西林|青霉素|阿奇霉素|罗红霉素|左氧氟沙星|诺氟沙星|奥司他韦',
  '二甲双胍|阿卡波糖|格列[美吡齐本喹苯]|司美格鲁肽|(?:氨氯|硝苯|非洛|尼群|尼莫|拉西|贝尼)地平|(?:缬|氯|厄贝|替米|坎地|奥美)沙坦',
  '(?:卡托|依那|培哚|贝那|福辛)普利|(?:美托|比索|普萘|阿替)洛尔|他汀|华法林|氯吡格雷|利伐沙班|硝酸甘油|地高辛|呋塞米|氢氯噻嗪|螺内酯',
  '安定片|地西泮|唑仑|佐匹克隆|曲马多|吗啡|可待因|杜冷丁|泼尼松|地塞米松|利培酮|奥氮平|舍曲林|帕罗西汀|氟西汀|卡马西平|优甲乐|左甲状腺素|多奈哌齐|美金刚|美多芭',
  '针剂|注射液|打针|输液|吊瓶|疫苗|开药|配药|[代帮忙想]买点?药|购药|药品',
].join('|')

/**
 * Cash, prescription medicine and another person's bank card are the programme's own rules (docs/rules.md); borrowing,
 * gambling and vouchers are money in another form; policy and public works are for an office to answer. The first match
 * in this order is the reason given.
 */
const shapes: readonly Shape[] = [
  {
    reason: 'bank',
    shape:
      /银行卡|储蓄卡|信用卡|工资卡|存折|存单|取款|取钱|取现|代?存钱|代?存款|代刷卡|刷(?:医保|社保)卡|(?:社保卡|取款|支付|银行)密码|转账|转帐|汇款|[转汇打]点?钱|网银|手机银行/,
    unless: along,
    whole: true,
  },
  {
    reason: 'policy',
    shape:
      /低保(?!户)|政策|补贴|津贴|补助|救助金|养老金|退休金|社保|医保|养老保险|户口|落户|公租房|廉租房|残疾证|老年证|公证|评残/,
    unless: along,
  },
  {
    reason: 'money',
    shape:
      /现金|现钞|红包|压岁钱|零花钱|(?:慰问|救助|救济|生活|抚恤|善|捐)[金费款]|[给要借发缺凑](?:点|些)?钱|借.{0,2}\d+.{0,2}(?:元|块)|资助|借款|贷款|借贷|网贷|还款|还债|欠款|押金|医药费|医疗费|住院费|手术费|药费|学费|报销|房租|购物卡|储值卡|充值卡|代金券|彩票|刮刮乐|赌博|赌资/,
  },
  {
    reason: 'prescription',
    shape: new RegExp(prescribed),
    unless: ordered,
    unlessAnywhere: fetched,
    whole: true,
  },
  { reason: 'public-works', shape: /装电梯|修路|停车位|拆迁|路灯|分房|老旧小区改造|物业纠纷/ },
]

/** Refused even in brackets after the wish. */
const grave = shapes.filter(({ reason }) => reason === 'bank' || reason === 'money' || reason === 'prescription')

const noteShapes: readonly Shape[] = [
  { reason: 'policy', shape: /政策咨询|咨询政策/ },
  {
    reason: 'bank',
    shape: /[拿带用刷代].{0,4}(?:银行卡|信用卡|存折|医保卡|社保卡)|取款|取钱|取现|转账|转帐|汇款/,
    unless: along,
  },
  { reason: 'money', shape: /现金|红包|[给带送要发借塞].{0,6}钱|借款|贷款|买.{0,4}彩票/ },
  {
    reason: 'prescription',
    shape: new RegExp(`(?:买|购|捎|带|送|要|给).{0,4}(?:${prescribed})`),
    unless: ordered,
    unlessAnywhere: fetched,
  },
]
