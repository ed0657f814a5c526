import { clean, plain } from './cells.ts'

type Name = { readonly name: string; readonly sex: Sex | null; readonly wrong: 'no-name' | 'bad-name' | null }
export type Sex = 'female' | 'male'

/** All characters that people and keyboards put between the parts of a name. */
const dots = '·‧•・･．.∙⋅●˙˚ꞏ᛫﹒。｡﹣－‐‑‒–—―_⁃−-'

/**
 * A person's name as typed → as stored. Between Han characters every dot, dash or pair of them becomes one ·; so does a
 * blank that separates a long name (阿依古丽 买买提), while one in a short name is removed (王 芳). Brackets are removed, 王芳（女）
 * gives the sex. Uncommon Han characters are accepted. Digits, or more than 60 characters, are refused.
 */
export function nameOf(cell: string): Name {
  const text = clean(cell)
  const bare = text.replace(/[（(【[].*$/u, '').replace(/[,，;；:：、。]+$/u, '')
  const name = partedName(bare).trim()
  const sex = sexOf(/[（(【[](.*)/u.exec(text)?.[1]?.replace(/[）)】\]].*/u, '') ?? '')

  if (!/\p{L}|\p{Co}/u.test(name) || /^(?:无|不详|未知|待补充|同上)$/.test(name))
    return { name: '', sex, wrong: 'no-name' }
  if ([...name].length > 60 || /\d/.test(plain(name))) return { name, sex, wrong: 'bad-name' }
  return { name, sex, wrong: null }
}

function partedName(text: string): string {
  const dotted = text.replace(new RegExp(`(?<=${han})\\s*[${dotClass}](?:\\s*[${dotClass}])*\\s*(?=${han})`, 'gu'), '·')
  const blanks = new RegExp(`(?<=${han})\\s+(?=${han})`, 'gu')
  const parts = dotted.split(blanks)
  const isLong = parts.length > 1 && parts.every((part) => [...part].length >= 2) && [...parts.join('')].length >= 5
  return dotted.replace(blanks, isLong ? '·' : '')
}

/**
 * A key that different spellings of one name share: its letters alone in lower case, without dots, dashes and blanks,
 * and with compatibility forms (⾦, ⻢, 金 from a PDF) as the usual Han characters. Only for comparing and searching; the
 * name itself is shown and stored as written.
 */
export function nameKey(name: string): string {
  return [...name.replace(anyDot, '').normalize('NFKC')]
    .map((sign) => radicals.get(sign) ?? sign)
    .join('')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}\p{Co}]|[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .toLowerCase()
}

export const isSameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other)

/** The name including its dots, in the form that the fingerprints of earlier lists used. */
export function foldedName(name: string): string {
  return nameOf(name).name.split('·').map(nameKey).join('·')
}

/** The people named in a cell: 王建国、李秀英 or 王建国（78）李秀英（75） are two. Null where it may be one or two. */
export function namesIn(cell: string): readonly string[] | null {
  const lines = cell.replace(/\r\n?/g, '\n')
  const bare = lines.replace(/[（(【[][^（(【[）)】\]]*(?:[）)】\]]|$)/gu, (_, at: number) => (at === 0 ? '' : '、'))
  const parts = bare
    .split(/[、，,;；/／|｜&＆+＋\n\t]|(?<=\p{Script=Han}{2})[和与及跟](?=\p{Script=Han}{2})/u)
    .map((part) => nameOf(part).name)
    .filter(Boolean)
  const words = bare.trim().split(/\s+/u)
  if (parts.length === 1 && words.length === 2 && words.every(isFullName)) return null
  if (parts.length === 1 && /(?:夫妇|夫妻|两口子?|二人|两人|等\d*人?|及家人|一家)$/u.test(parts[0] ?? '')) return null
  return parts
}

/**
 * A cell that names more than one person, or may do so: a user has to say whose row it is. The name stays as written.
 */
export function personIn(cell: string): Name & { readonly isOnePerson: boolean } {
  const people = namesIn(cell)
  const read = nameOf(cell)
  if (people !== null && people.length < 2) return { ...named(cell, read), isOnePerson: true }
  return { ...read, name: [...clean(cell)].slice(0, 60).join(''), wrong: null, isOnePerson: false }
}

/** 李大爷（李长河） is 李长河; 张奶奶 alone is a form of address and no name, so the user has to complete it. */
function named(cell: string, read: Name): Name {
  if (!isCalled(read.name)) return read
  const inside = nameOf(/[（(【[]([^）)】\]]*)/u.exec(cell)?.[1] ?? '').name
  const isSamePerson = isFullName(inside) && !isCalled(inside) && inside[0] === read.name[0]
  return isSamePerson ? { ...read, name: inside } : { ...read, wrong: read.wrong ?? 'bad-name' }
}

const isCalled = (name: string): boolean =>
  /^\p{Script=Han}{1,2}(?:奶奶|爷爷|大爷|大妈|大娘|大叔|大婶|大伯|阿姨|叔叔|伯伯|老人|老汉|老太太?|婆婆|师傅|女士|先生)$/u.test(
    name,
  )

/** A Han name of two or three characters that begins with a common surname: 张三, 李秀英, but not 建国. */
function isFullName(word: string): boolean {
  const name = clean(word)
  return (
    /^\p{Script=Han}{2,3}$/u.test(name) &&
    surnames.includes([...name][0] ?? '?') &&
    !compound.includes(name.slice(0, 2))
  )
}

/** The sex from a cell that states it in a word or letter; null for anything else, never guessed from a name. */
export function sexOf(cell: string): Sex | null {
  const text = plain(cell).toLowerCase()
  if (/^(?:女|女性|f|female)$/.test(text)) return 'female'
  return /^(?:男|男性|m|male)$/.test(text) ? 'male' : null
}

const han = '[\\p{Script=Han}\\p{Co}]'
const dotClass = dots.replace(/[-\\\]^]/g, '\\$&')
const anyDot = new RegExp(`[${dotClass}]`, 'gu')

/** Radicals that NFKC does not convert although they look like whole characters; they come from copied PDFs. */
const radicals: ReadonlyMap<string, string> = new Map(
  `
    ⺁厂 ⺅亻 ⺇几 ⺒巳 ⺓幺 ⺝月 ⺞歺 ⺟母 ⺠民 ⺢氺 ⺬示 ⺮竹 ⺻聿 ⺼肉
    ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞
    ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻬齐 ⻮齿 ⻰龙 ⻳龟
  `
    .trim()
    .split(/\s+/)
    .map((pair) => [...pair] as [string, string]),
)

/** The hundred and forty most common surnames. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文牛葛苗柳鲁殷洪翁'
const compound = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '独孤',
  '南宫',
  '长孙',
  '宇文',
  '东方',
  '西门',
]
