import { readWishCode } from '#domain/wish/wish-code.ts'

/** What a reply refers to: a line of the message, or a wish by its eight digits. */
export type Pointer = { readonly position: number } | { readonly code: string }

/** One line as typed, and its meaning; `asks` is empty if it cannot be read. */
type Reply = {
  readonly line: string
  readonly asks: readonly Pointer[]
  /** As typed; empty if the line names no one. */
  readonly name: string
}

/** More lines are a mistake, such as a whole chat. */
const mostReplyLines = 100

/**
 * Reads replies from the group, one per line: "3号 张志明", "我来5", "2 和 7 李娜", "李娜：1、4". A line is understood as a whole or
 * not at all; with one word too many, it is left for a person to read.
 */
export function readReplies(text: string): readonly Reply[] {
  const lines = text.split('\n').map((line) => line.trim())
  // WeChat's own sign-up tool starts with #接龙 and numbers the lines: "2. 张志明 3号" is then the second reply, about wish
  // 3.
  const isNumbered = lines.some((line) => /^#\s*接龙/.test(line))
  return lines
    .filter((line) => line && !/^#\s*接龙/.test(line))
    .slice(0, mostReplyLines)
    .map((line) => readLine(line, isNumbered))
}

const name =
  '(?!我)(?:\\p{Script=Han}{2,4}?|\\p{Script=Han}{2,10}(?:·\\p{Script=Han}{1,10})+|[A-Za-z]+(?: [A-Za-z]+){0,3})'
const claims = '(?:我来认领|我认领|我来接|我来|我要|我领|我接|我|认领|报名|领|接|要|来)'
const number = '(?:\\d{4}-?\\d{4}号?(?!\\d)|第?(?<!\\d)\\d{1,2}(?!\\d)\\s?[号條条个]?|第?[一二三四五六七八九十]号)'
const joint = '\\s?(?:和|与|跟|及|、|,|/|\\+|\\s)\\s?'
const reply = new RegExp(
  `^(?:(?<before>${name})\\s?:?\\s?)?${claims}?\\s?(?<list>${number}(?:${joint}${number})*)\\s?${claims}?[,\\s]*(?<after>${name})?\\s?${claims}?[.!~\\s]*$`,
  'u',
)

function readLine(line: string, isNumbered: boolean): Reply {
  const unread = { line, asks: [], name: '' }
  const numbered = isNumbered ? /^\d{1,3}\s?[.、]\s?(.*)$/u.exec(plain(line)) : null
  if (isNumbered && !numbered) return unread
  // Outside that tool "3. 张志明" names the wish; a number with a dot is otherwise the list's own numbering.
  const found = reply.exec(numbered?.[1] ?? plain(line).replace(/^(\d{1,2})\.\s?(?=\D+$)/, '$1 '))
  const { before = '', list = '', after = '' } = found?.groups ?? {}
  // Two names: one may have written for the other.
  if (!found || (before && after)) return unread
  const asks = [...list.matchAll(new RegExp(number, 'gu'))].map(([one]) => pointerOf(one))
  if (asks.some((one) => one === null)) return unread
  return { line, asks: asks as readonly Pointer[], name: before || after }
}

/** Replaces full-width signs by ordinary ones, and all dots within names by one kind. */
const plain = (line: string): string =>
  line
    .replace(/[•・‧]/g, '·')
    .replace(/。/g, '.')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()

const han = '一二三四五六七八九十'

function pointerOf(written: string): Pointer | null {
  const digits = written.replace(/[^\d一二三四五六七八九十]/g, '')
  if (digits.length === 8) {
    const code = readWishCode(digits)
    return code ? { code } : null
  }
  const position = /^\d+$/.test(digits) ? Number(digits) : han.indexOf(digits) + 1
  return position > 0 ? { position } : null
}
