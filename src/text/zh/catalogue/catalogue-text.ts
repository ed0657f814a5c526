import type { ItemId } from '#domain/catalogue/catalogue.ts'
import type { Category, Measure, Strength } from '#domain/catalogue/catalogue-codes.ts'
import { goodsZh } from './catalogue-goods-text.ts'
import { householdZh } from './catalogue-household-text.ts'
import { servicesZh } from './catalogue-services-text.ts'

const categories: Record<Category, string> = { goods: '物品', repair: '维修', errand: '跑腿', company: '陪伴' }

const measures: Record<Measure, string> = {
  piece: '个',
  box: '盒',
  carton: '箱',
  pack: '包',
  bag: '袋',
  bottle: '瓶',
  jug: '桶',
  tray: '盘',
  patch: '贴',
  bundle: '提',
  roll: '卷',
  tin: '罐',
  set: '套',
  pair: '双',
  spectacles: '副',
  bed: '床',
  strip: '条',
  sheet: '块',
  stick: '根',
  stem: '支',
  handle: '把',
  machine: '台',
  handset: '部',
  time: '次',
  hour: '小时',
}

const strengths: Record<Strength, string> = {
  care: '医疗护理',
  haircut: '理发',
  appliance: '家电维修',
  'plumbing-electric': '水电维修',
  'computer-phone': '电脑手机',
  counsel: '心理疏导',
  driving: '驾驶',
  cooking: '做饭',
  cleaning: '保洁',
  teaching: '辅导讲解',
  legal: '法律',
}

const items: Record<ItemId, { readonly name: string; readonly care: string }> = {
  ...goodsZh,
  ...householdZh,
  ...servicesZh,
}

export const catalogueZh = {
  items,
  categories,
  measures,
  strengths,
  amount: (count: number, measure: Measure): string => `${count} ${measures[measure]}`,
}
