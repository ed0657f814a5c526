import { plain } from '#domain/reading/cells.ts'

/** Reads 2026年11月, 2026-11 or 11月, for which it takes the year nearest to today. A full date is not a month. */
export function monthIn(text: string, today: string): string | null {
  const words = plain(text)
    .replace(/\s/g, '')
    .replace(/20\d{2}[年\-./_]\d{1,2}[月\-./_]\d{1,2}日?|(?<!\d)\d{1,2}月\d{1,2}[日号]/g, ' ')
  const full = /(20\d{2})[年\-./_](\d{1,2})(?!\d)/.exec(words)
  const [year = 0, month = 0] = today.split('-').map(Number)
  const bare = /(?<![\d年])(\d{1,2})月(?:份|$|\D)/.exec(words)
  const at = Number(full?.[2] ?? bare?.[1] ?? hanMonth(words) ?? 0)
  if (at < 1 || at > 12) return null
  const of = full ? Number(full[1]) : at > month + 1 ? year - 1 : year
  return `${of}-${String(at).padStart(2, '0')}`
}

/** Reads 十一月份 in a title. 三月 alone may mean anything, so it needs a year or 份 with it. */
function hanMonth(words: string): number | null {
  const found = /(十[一二]?|[一二三四五六七八九])月份/.exec(words)?.[1]
  return found ? hanMonths.indexOf(found) + 1 : null
}

const hanMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
