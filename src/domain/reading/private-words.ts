export type PrivateCode = 'health-word' | 'hardship-word' | 'belief-word' | 'justice-word'

type PrivateWord = { readonly code: PrivateCode; readonly word: string }

/**
 * Words that a list must not carry: an illness, a kind of hardship, a belief or an ethnic group, a conviction. The item
 * is stored, the reason is not. `product` is the catalogue's name found in the text: 止痛膏 as the name of an item reveals
 * nothing about the person.
 */
export function privateWordsIn(text: string, product = ''): readonly PrivateWord[] {
  const rest = product ? text.replaceAll(product, ' ') : text
  return [
    ...shapes.flatMap(([code, shape]) => [...rest.matchAll(shape)].map(([word]) => ({ code, word }))),
    ...marks.flatMap(([code, mark]) => (rest.includes(mark) ? [{ code, word: mark }] : [])),
  ]
}

/** A remark without the clauses that contain such a word. */
export function withoutPrivateWords(text: string): { readonly kept: string; readonly found: readonly PrivateWord[] } {
  const clauses = text.split(/(?<=[，,；;。！!？?、])|\s+/u)
  const kept = clauses.filter((clause) => privateWordsIn(clause).length === 0).join('')
  return { kept: kept.replace(/[，,；;、。\s]+$/u, ''), found: privateWordsIn(text) }
}

/** The text with each such word replaced by a mark of its kind, so that the rest can be shown and corrected. */
export function withPrivateWordsMarked(text: string, product = ''): string {
  const parts = product ? text.split(product) : [text]
  return parts
    .map((part) => shapes.reduce((rest, [code, shape]) => rest.replace(shape, markOf(code)), part))
    .join(product)
}

/** Removes what is in brackets or after a comma next to a name, address or number, where it contains such a word. */
export function withoutPrivateAsides(cell: string): string {
  if (privateWordsIn(cell).length === 0) return cell
  return cell
    .replace(/[（(【[][^）)】\]]*(?:[）)】\]]|$)/gu, (part) => (privateWordsIn(part).length > 0 ? '' : part))
    .split(/(?=[，,；;。])/u)
    .filter((clause, at) => at === 0 || /\d/.test(clause) || privateWordsIn(clause).length === 0)
    .join('')
}

/** The kinds, each once, without the words themselves: all that may be stored. */
export function kindsOf(words: readonly PrivateWord[]): readonly PrivateCode[] {
  return [...new Set(words.map(({ code }) => code))]
}

const marks = [
  ['health-word', '〔病情〕'],
  ['hardship-word', '〔困难情况〕'],
  ['belief-word', '〔民族或信仰〕'],
  ['justice-word', '〔涉法情况〕'],
] as const satisfies readonly (readonly [PrivateCode, string])[]

const markOf = (code: PrivateCode): string => marks.find(([kind]) => kind === code)?.[1] ?? ''

/** Any illness, by the usual endings of such names: 肾衰竭, 渐冻症, 肺ca. 毛病, 看病 and 炎热 only look like one. */
const illness = [
  '\\p{Script=Han}{0,4}(?:综合[征症]|后遗症|并发症|衰竭|萎缩|增生|结石|囊肿|肿瘤|血栓|梗[塞死]|栓塞|截瘫|积液)',
  '[肝肺脑肾]硬化|(?:动脉|血管|皮肤)硬化',
  '\\p{Script=Han}{0,4}(?<![对急见病])[症癌瘤](?![状候结])(?:[早中晚]期)?',
  '\\p{Script=Han}{1,3}(?<![发])炎(?![热夏黄凉炎])',
  '(?:视力|听力|肢体|智力|认知|睡眠|功能|运动|吞咽)障碍',
  '\\p{Script=Han}{0,3}[心肝肺肾脑胃肠血骨眼胆脊胰脾腺皮肤传染职业地方遗传尿尘疯]病',
  '\\p{Script=Han}{1,2}ca(?![a-z])',
].join('|')

const shapes: readonly (readonly [PrivateCode, RegExp])[] = [
  [
    'hardship-word',
    /低保(?:户|家庭|边缘)?|五保(?:户|老人)?|特困(?:户|人员|供养)?|贫困(?:户|边缘|家庭|人口)?|脱贫(?:户|人口)?|监测户|建档立卡(?:户)?|边缘(?:户|易致贫)|致贫|困难(?:户|家庭|群众|党员|职工)|生活困难|家庭困难|三无(?:老人|人员)|残疾人?|[肢视听智]残|残联|伤残|智障|聋哑人?|精神[一二三四1-4]级|(?:肢体|视力|听力|言语|智力|多重)[一二三四1-4]级|孤寡|孤老|独居|空巢|失独|特扶|计生特殊|留守|孤儿|单亲|离异|丧偶|离婚|无子女|无儿无女|老伴去世|民政(?:救助)?对象|救助对象|优抚(?:对象)?|军烈属|烈属|军属|享受(?:低保|补贴|待遇)/gu,
  ],
  [
    'justice-word',
    /服刑|刑满(?:释放)?|刑释|劳改|劳教|坐牢|入狱|在押|判刑|判了.{0,3}刑|缓刑|犯罪|社区矫正(?:对象)?|矫正对象|前科|戒毒|吸毒|上访(?:户|人员)?|信访(?:户|人员)?|涉恐|涉稳|重点人(?:员|口)?/gu,
  ],
  [
    'belief-word',
    /清真(?!寺)|(?:维吾尔|哈萨克|柯尔克孜|塔吉克|乌孜别克|乌兹别克|俄罗斯|塔塔尔|达斡尔|蒙古|锡伯|东乡|撒拉|汉|回|满|藏|苗|壮|彝|土|羌|白|傣|侗|瑶|朝鲜|布依|白|哈尼|黎|傈僳|佤|畲|高山|拉祜|水(?=族(?![箱馆用]))|纳西|景颇|仫佬|布朗|毛南|仡佬|阿昌|普米|怒|德昂|保安|裕固|京|独龙|鄂伦春|鄂温克|赫哲|门巴|珞巴|基诺|土家|少数民)族(?![乡镇县村州])|[维哈回汉蒙柯锡]族|维族|哈族|民族老人|民考汉|穆斯林|伊斯兰|信[教佛主神]|信仰|教徒|基督|天主|佛教|道教|礼拜(?!寺|[一二三四五六日天])|念经|古兰经|圣经|佛经|念珠|十字架|忌猪|不吃猪肉|吃斋|把斋|封斋/gu,
  ],
  [
    'health-word',
    new RegExp(
      `高血压|低血压|血糖高|血压高|高血糖|高血脂|三高|糖尿病?|冠心病|心脏(?:病|搭桥|不好)|搭桥|(?<![机板视衣花])支架|起搏器|心梗|脑梗|脑溢血|脑出血|中过?风(?!扇|景)|偏瘫|瘫痪|半身不遂|卧床|失能|半失能|化疗|放疗|透析|尿毒症?|乙肝|丙肝|甲亢|甲减|HIV|艾滋病?|梅毒|阳性|晚期|类?风湿|痛风|颈椎病?|腰椎(?:间盘)?(?:突出)?|骨质疏松|骨折|股骨头|术后|手术|白内障|青光眼|失明|眼睛?(?:都|也|已经|基本|完全)?看不[见清]|(?:老人|大爷|大妈|奶奶|爷爷|本人|双目|两眼|[左右]眼)(?:都|也|已经|基本|完全)?看不见|(?<!(?:晚上|夜里|夜间|半夜|天黑|摸黑|楼道|走廊|太[黑暗]|灯).{0,4})看不见(?!台阶|楼梯|路|门牌|锁孔)|耳聋|聋了|耳背|听不[见清]|抑郁|焦虑症|精神(?:病|障碍|失常|异常)史?|痴呆|失智|阿尔茨海默|帕金森|癫痫|失禁|便秘|失眠|湿疹|结核|哮喘|慢阻肺|确诊|截肢|怀孕|流产|(?:胃|肺|肝|肾|腰|腿|心脏|眼睛|身体|耳朵)不(?:太)?好|\\p{Script=Han}{0,2}(?:(?<!心)疼(?![爱惜])|痛(?![快恨]))|患有?\\p{Script=Han}{0,6}病|(?:重|大|慢性?|生|得|有|老|急)病|${illness}`,
      'giu',
    ),
  ],
]
