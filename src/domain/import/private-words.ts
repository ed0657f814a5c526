import type { PrivateCode } from './problems.ts'

export type PrivateWord = { readonly code: PrivateCode; readonly word: string }

/**
 * Words that a wish must not carry: an illness, a kind of hardship, a belief. The thing is kept, its reason is not.
 * `product` is the catalogue's name found in the text: 止痛膏 as the name of a thing betrays nobody.
 */
export function privateWordsIn(text: string, product = ''): readonly PrivateWord[] {
  const rest = product ? text.replaceAll(product, ' ') : text
  return shapes.flatMap(([code, shape]) => {
    const word = shape.exec(rest)?.[0]
    return word ? [{ code, word }] : []
  })
}

/** A remark without the clauses that hold such a word. */
export function withoutPrivateWords(text: string): { readonly kept: string; readonly found: readonly PrivateWord[] } {
  const clauses = text.split(/(?<=[，,；;。！!？?、])|\s+/u)
  const kept = clauses.filter((clause) => privateWordsIn(clause).length === 0).join('')
  return { kept: kept.replace(/[，,；;、。\s]+$/u, ''), found: privateWordsIn(text) }
}

const shapes: readonly (readonly [PrivateCode, RegExp])[] = [
  [
    'health-word',
    /高血压|低血压|血糖高|血压高|糖尿病|冠心病|心脏病|心梗|脑梗|脑溢血|中风|偏瘫|瘫痪|癌症?|肿瘤|化疗|透析|尿毒症|肾病|肝炎|肝病|肺炎|肺病|哮喘|气管炎|关节炎|风湿|类风湿|痛风|颈椎病?|腰椎(?:间盘)?(?:突出)?|骨质疏松|骨折|术后|手术|白内障|青光眼|失明|抑郁症?|焦虑症|精神(?:病|障碍)|老年痴呆|痴呆|失智|阿尔茨海默|帕金森|癫痫|失禁|便秘|失眠|皮肤病|湿疹|艾滋病?|结核|(?!心疼|疼爱)\p{Script=Han}{0,3}(?:疼|痛(?!快))|患有?.{0,6}病|重病|大病|慢性?病|生病/u,
  ],
  [
    'hardship-word',
    /低保(?:户|家庭|边缘)?|五保户?|特困|贫困户?|困难户|困难家庭|残疾人?|肢残|视残|听残|智障|孤寡|独居|空巢|失独|留守|孤儿|单亲|劳改|刑满/u,
  ],
  ['belief-word', /清真|回族|维吾尔族|哈萨克族|汉族|穆斯林|伊斯兰|信教|教徒|基督|佛教|礼拜寺|忌猪|不吃猪肉/u],
]
