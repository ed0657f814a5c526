import { numberOf, numberPattern, plain, saysNothing } from './cells.ts'

export type Quantity = {
  readonly count: number
  readonly measure: string
  /** 各1: this many of each of several things. */
  readonly each: boolean
  /** False for 若干, half a pound, a date where a number should be. */
  readonly readable: boolean
}

/** 1, 一副, 5盒, 各1, 两箱, 10kg. Nothing written means one. */
export function quantityOf(cell: string): Quantity {
  const text = plain(cell)
    .replace(/\s/g, '')
    .replace(/\(.*?\)/g, '')
  if (saysNothing(text)) return { count: 1, measure: '', each: false, readable: true }

  const found = quantityShape.exec(text)
  const count = found ? numberOf(found[2] ?? '') : null
  const each = found?.[1] !== undefined
  const measure = found?.[3] ?? ''
  if (count === null || !Number.isInteger(count) || count < 1 || count > 9999) {
    return { count: 1, measure, each, readable: false }
  }
  return { count, measure, each, readable: true }
}

export type Money = { readonly fen: number | null; readonly approximate: boolean; readonly readable: boolean }

/** Yuan as written → integer fen: 60, ￥60元, 约60, 60-80 (the higher), 一百, 1,200.50, 免费. Nothing written is null. */
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

type Sort = 'single' | 'packed' | 'weighed' | 'done'
const sorts: readonly (readonly [Sort, string])[] = [
  ['single', '个 只 件 台 把 辆 架 部 套 副 付 根 支 条 块 床 张 双 口 盏 顶 枚 本 面 扇 幅'],
  ['packed', '盒 箱 袋 包 瓶 桶 罐 提 板 贴 卷 捆 筒 听 管'],
  ['weighed', '斤 公斤 千克 克 吨 kg g l ml 升 毫升 米'],
  ['done', '次 回 趟 小时 天 场 节 人次'],
]

/**
 * Does the measure as written go with the thing? 轮椅 5盒 does not: one of the two is a slip of the pen.
 * What is packed may as well be weighed; an unknown measure is not judged.
 */
export function measureFits(written: string, usual: string): boolean {
  const [one, other] = [sortOf(written), sortOf(usual)]
  if (one === null || other === null || one === other || written === '个') return true
  return (one === 'packed' && other === 'weighed') || (one === 'weighed' && other === 'packed')
}

function sortOf(measure: string): Sort | null {
  return sorts.find(([, words]) => words.split(' ').includes(measure.toLowerCase()))?.[0] ?? null
}

const quantityShape = new RegExp(
  `^(各|每样|每种|每项|每人)?(?:约|要|共)?(${numberPattern})(\\p{Script=Han}{1,2}|[a-z]{1,2})?(?:/.*|左右|装)?$`,
  'iu',
)
