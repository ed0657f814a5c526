import { isItemId } from '#domain/catalogue/catalogue.ts'
import type { Oddity } from '#domain/wish/notes/oddities.ts'
import { catalogueZh } from '#text/zh/catalogue/catalogue-text.ts'

const yuan = (fen: number) => String(fen / 100)
const nameOf = (itemId: string | null) => (isItemId(itemId) ? `「${catalogueZh.items[itemId].name}」` : '')

/** What is odd or expensive about a wish, as a clause. */
function say(oddity: Oddity): string {
  switch (oddity.code) {
    case 'measure': {
      const { count, measure, written } = oddity
      return `${nameOf(oddity.itemId)}写的是「${measure ? catalogueZh.amount(count, measure) : written}」，单位对不上`
    }
    case 'many':
      return `一次要 ${oddity.count}，一般不超过 ${oddity.usual}`
    case 'often':
      return `这一户一年内要${nameOf(oddity.itemId)}，连这次是第 ${oddity.count} 份`
    case 'dear': {
      const usual = oddity.usualFen === null ? '' : `，一般 ${yuan(oddity.usualFen)} 元左右`
      const limit = oddity.limitFen === null ? '' : `，超过每个心愿 ${yuan(oddity.limitFen)} 元的上限`
      return `估价 ${yuan(oddity.valueFen)} 元${usual}${limit}`
    }
  }
}

export const odditiesZh = {
  say,
  title: '有地方和平常不一样',
  field: '为什么这样登记',
  hint: '写一句，书记发布前看得到，公众看不到。例如：两个人用，一人一个。',
  said: (name: string, reason: string) => `${name}说明：${reason}`,
  saidErased: (name: string) => `${name}说明过，原话已删除`,
  unsaid: '登记时没有说明。请问清楚再发布，说不清的退回补充。',
  ask: '为什么可以发布',
  hintPublish: '写一句，公众看不到。例如：打电话问过，老两口一人一个。',
}
