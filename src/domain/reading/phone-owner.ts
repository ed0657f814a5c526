import { saysNothing, squeezed } from '#domain/reading/cells.ts'

/**
 * `relative`: a number that the community may call in the resident's place. `other`: another person's, or unclear
 * whose.
 */
export type Whose = 'relative' | 'other'

/** Whose number it is, from the words next to it. Unknown words make it `other` until a user has decided. */
export function ownerOf(words: string): Whose | 'own' {
  if (isNothingAbout(words)) return 'own'
  const text = squeezed(words)
  if (outside.test(text)) return 'other'
  return relative.test(text) ? 'relative' : 'other'
}

/**
 * Words that say how or when to call, that it is the person's own number, or that there is none: they raise no
 * question.
 */
export function isNothingAbout(words: string): boolean {
  const text = squeezed(words).replace(/[\p{P}\p{S}]/gu, '')
  return saysNothing(text) || text.replace(harmless, '') === ''
}

const harmless =
  /^(?:无|没有?)(?:固定|手机|电话|座机|联系方式|号码)+$|本人|自己|老人(?:家)?(?:手机|电话)?|手机号?码?|移动|联通|电信|电话|座机|固话|固定|家[里中庭]?的?|住宅|宅电|联系(?:方式|号码)?|号码?|微信(?:同号)?|同微信|常用|备用|[新主]号|[请可要]|时+|[以之]?[前后]|[至到]|拨?打|接听?|早[上晨]|早|晚[上间]?|中午|上午|下午|白天|夜里|夜间|周末|平时|^(?:tel|phone|mobile|[tm])/gu
const outside =
  /邻|对门|隔壁|楼[上下]|同楼|干部|网格|社区|楼[栋门]?长|单元长|书记|主任|志愿|党员|帮扶|帮包|包[联户]|结对|联系人|工作|负责|居委|村|队长|组长|代表|单位|公司|办公|门卫|传达|物业|护工|保姆|护理|养老院|敬老院|医院|学校|值班|前台|总机|服务/u
const relative =
  /女儿|儿子|女婿|儿媳|媳妇|老伴|丈夫|妻子|爱人|老公|老婆|孙子|孙女|外孙|侄[子女儿]?|外甥|哥哥|弟弟|姐姐|妹妹|大[哥姐]|父亲|母亲|爸|妈|子女|儿女|家属|亲属|亲戚|监护人|[大二三小长次][儿女子]|闺女|姑娘|家人|孩子|[嫂婶舅姨叔伯姑]/u
