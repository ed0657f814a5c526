import { squeezed } from './cells.ts'

/** What a micro-wish can never be: it is answered or passed on instead. */
export const scopeReasons = ['policy', 'money', 'prescription', 'bank', 'public-works'] as const
export type ScopeReason = (typeof scopeReasons)[number]

/** The reason and the word, or null for a wish that volunteers may take. Errands to the pharmacy, company and lessons are in. */
export function outOfScope(wish: string, note: string): { readonly reason: ScopeReason; readonly word: string } | null {
  const text = squeezed(wish)
  for (const [reason, shape, unless] of shapes) {
    const word = shape.exec(text)?.[0]
    if (word && !unless?.test(text)) return { reason, word }
  }
  const asked = /政策咨询|咨询政策/.exec(squeezed(note))?.[0]
  return asked ? { reason: 'policy', word: asked } : null
}

const accompanied = /陪(?:同|着|伴|他|她|我)?|(?:想|要)?学(?:会|习)?|教(?:会|我)?|不会用/
const fetched = /(?:代|帮|帮忙|替|顺路|上门)?(?:取|拿|领|送)(?:一下|点)?(?:药|处方|降|胰岛)|陪|药盒|药箱|提醒|分药/

/** Word, reason, and what brings it back into scope. The order decides which reason is told. */
const shapes: readonly (readonly [ScopeReason, RegExp, RegExp?])[] = [
  ['bank', /银行卡|信用卡|存折|取款|取钱|取现|代刷卡|刷医保卡|社保卡密码|转账/, /陪|学|教|卡包|卡套/],
  [
    'policy',
    /低保(?!户)|政策|补贴|津贴|补助|救助金|养老金|退休金|社保|医保|养老保险|户口|落户|公租房|廉租房|经适房|残疾证|老年证|公证|法律援助申请|评残|资格认证/,
    accompanied,
  ],
  [
    'money',
    /现金|红包|(?:慰问|救助|救济|生活|抚恤|善|捐)(?:金|费|款)|(?:给|要|借|发|资助)(?:点|些)?钱|借款|贷款|还款|捐款|医药费|医疗费|住院费|手术费|药费|学费|报销|房租/,
  ],
  ['money', /(?:代|帮|帮忙)[缴交](?:[水电气暖网话物]|费)|(?:水|电|气|暖气?|取暖|物业|话)费/, accompanied],
  [
    'prescription',
    /处方药|胰岛素|降压药|降糖药|降脂药|高血压药|糖尿病药|心脏病药|安眠药|止痛药|抗生素|消炎药|头孢|阿莫西林|二甲双胍|硝苯地平|氨氯地平|阿托伐他汀|瑞舒伐他汀|他汀|美托洛尔|格列|华法林|开药|配药|(?:代|帮|帮忙)?买药|购药|药品/,
    fetched,
  ],
  ['public-works', /加装电梯|装电梯|修路|停车位|拆迁|路灯|分房|老旧小区改造|物业纠纷/],
]
