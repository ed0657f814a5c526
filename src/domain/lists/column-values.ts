import { saysNothing, squeezed } from '#domain/reading/cells.ts'
import type { Item } from '#domain/reading/items.ts'
import { itemIn } from '#domain/reading/items.ts'
import { privateWordsIn } from '#domain/reading/private-words.ts'

/** 物品, 是, 急, 2026-11-05, 3: one of a few fixed answers, and so not a wish. */
function isKindOrMark(value: string): boolean {
  return (
    /^(?:(?:实物|物品|物资|物质|用品|生活|居家|服务|帮扶|陪伴|陪护|关爱|维修|修理|跑腿|代办|代购|家政|医疗|健康|精神|文化|娱乐|政策|咨询|就业|学习|助学|助老|助困|助残|其他|其它|日常|应急|便民|志愿)+(?:类|需求|型|性|帮助|支持)?|是|否|有|无|[√✓×vx]|特急|急|较急|紧急|一般|普通|不急|重要|高|中|低|[一二三四甲乙丙丁abcd]级?类?|个人|集体|家庭)$/u.test(
      squeezed(value),
    ) || /^[\d\s./年月日-]*$/.test(squeezed(value))
  )
}

/** Whether every filled cell of a column is one of these answers. Then the column says what kind of wish it is. */
export function areKinds(values: readonly string[]): boolean {
  const filled = values.filter((value) => !saysNothing(value))
  return filled.length > 0 && filled.every(isKindOrMark)
}

/** 低保, 残疾, 独居: whether the column is about the person's hardship. */
export function areHardships(values: readonly string[]): boolean {
  return values.some((value) => privateWordsIn(value).length > 0)
}

/** Whether at least half of the cells name an item of the catalogue. */
export function lookLikeWishes(values: readonly string[], items: readonly Item[]): boolean {
  const filled = values.filter((value) => !saysNothing(value))
  const named = filled.filter((value) => itemIn(value, items) !== null)
  return filled.length > 0 && named.length * 2 >= filled.length
}
