import { numberOf, numberPattern, plain, saysNothing } from './cells.ts'

export type Quantity = {
  readonly count: number
  readonly measure: string
  /** 各1: this many of each of several items. */
  readonly each: boolean
  /** False for 若干, half a pound, about two, two or three, a date: the user has to be asked. */
  readonly readable: boolean
}

/** Reads 1, 一副, 5盒, 各1, 两箱, 10kg. An empty cell means one. */
export function quantityOf(cell: string): Quantity {
  const text = plain(cell)
    .replace(/\s/g, '')
    .replace(/\(.*?\)/g, '')
  if (saysNothing(text)) return { count: 1, measure: '', each: false, readable: true }

  const found = quantityShape.exec(text)
  const count = found ? numberOf(found[2] ?? '') : null
  const each = found?.[1] !== undefined
  const measure = found?.[3] ?? ''
  const isRange = /[一二两三四五六七八九]{2}/u.test(text)
  const isVague = /^(?:约|大概)|左右|装|\//u.test(text)
  if (count === null || isRange || !Number.isInteger(count) || count < 1 || count > 9999) {
    return { count: 1, measure, each, readable: false }
  }
  return { count, measure, each, readable: !isVague }
}

type Money = { readonly fen: number | null; readonly approximate: boolean; readonly readable: boolean }

/** Yuan as written → integer fen: 60, ￥60元, 约60, 60-80 (the higher), 一百, 1,200.50, 免费. An empty cell gives null. */
export function moneyOf(cell: string): Money {
  const text = plain(cell).replace(/\s/g, '')
  if (saysNothing(text)) return { fen: null, approximate: false, readable: true }
  if (/^(?:免费|不花钱|无需费用|无偿)$/.test(text)) return { fen: 0, approximate: false, readable: true }

  const bare = text.replace(/(\d),(?=\d{3})/g, '$1')
  const amounts = (bare.match(new RegExp(numberPattern, 'gu')) ?? []).map((part) => numberOf(part) ?? 0)
  const fen = Math.round(Math.max(...amounts) * 100)
  if (amounts.length === 0 || amounts.length > 2 || fen > 100_000_000 || /万|\d{4}-\d{2}-\d{2}/.test(bare)) {
    return { fen: null, approximate: false, readable: false }
  }
  return {
    fen,
    approximate: amounts.length > 1 || /[约~≈]|左右|大概|上下|多|不超过|以内|以下/.test(bare),
    readable: true,
  }
}

const quantityShape = new RegExp(
  `^(各|每样|每种|每项|每人)?(?:约|要|共)?(${numberPattern})(\\p{Script=Han}{1,2}|[a-z]{1,2})?(?:/.*|左右|装)?$`,
  'iu',
)
