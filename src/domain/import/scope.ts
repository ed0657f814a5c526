import { squeezed } from './cells.ts'

/** What a micro-wish can never be: it is answered or passed on instead. */
export const scopeReasons = ['policy', 'money', 'prescription', 'bank', 'public-works'] as const
export type ScopeReason = (typeof scopeReasons)[number]

/**
 * The reason and the word, or null for a wish that volunteers may take. Fetching what a doctor has prescribed is an
 * errand, buying it is not; going along to an office or teaching how to ask there is company. `product` is the
 * catalogue's name found in the text: 养老资格认证 is a service of its own.
 */
export function outOfScope(wish: string, note: string, product = '') {
  const text = squeezed(wish)
  const rest = product ? text.replace(squeezed(product), ' ') : text
  for (const { reason, shape, unless, whole } of shapes) {
    const word = shape.exec(whole ? text : rest)?.[0]
    if (word && !unless?.test(text)) return { reason, word }
  }
  const asked = /政策咨询|咨询政策/.exec(squeezed(note))?.[0]
  return asked ? { reason: 'policy' as const, word: asked } : null
}

const along = /陪|[想要]学|学会|学习|学着|学用|教(?:会|我|用|一下|他|她|怎|老)|不会用/
const fetched = /[取拿领].{0,6}药|陪|药盒|药箱|提醒|分药/

/** `whole`: judged on the whole text, even where a catalogue name covers the word. The order decides what is told. */
const shapes: readonly {
  readonly reason: ScopeReason
  readonly shape: RegExp
  readonly unless?: RegExp
  readonly whole?: true
}[] = [
  {
    reason: 'bank',
    shape: /银行卡|信用卡|存折|取款|取钱|取现|代刷卡|刷医保卡|社保卡密码|转账/,
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
      /现金|红包|(?:慰问|救助|救济|生活|抚恤|善|捐)[金费款]|[给要借发](?:点|些)?钱|资助|借款|贷款|还款|医药费|医疗费|住院费|手术费|药费|学费|报销|房租/,
  },
  {
    reason: 'prescription',
    shape:
      /处方药|胰岛素|[降止].{1,2}药|高血压药|糖尿病药|心脏病药|安眠药|抗生素|消炎药|头孢|阿莫西林|二甲双胍|硝苯地平|氨氯地平|他汀|美托洛尔|格列|华法林|开药|配药|[代帮忙想]买点?药|购药|药品/,
    unless: fetched,
    whole: true,
  },
  { reason: 'public-works', shape: /装电梯|修路|停车位|拆迁|路灯|分房|老旧小区改造|物业纠纷/ },
]
