import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import type { catalogueZh } from '#text/zh/catalogue/catalogue-text.ts'
import { goodsEn } from './catalogue-goods-text.ts'
import { householdEn } from './catalogue-household-text.ts'
import { servicesEn } from './catalogue-services-text.ts'

const measures: Record<Measure, string> = {
  piece: 'piece',
  box: 'box',
  carton: 'carton',
  pack: 'pack',
  bag: 'bag',
  bottle: 'bottle',
  jug: 'jug',
  tray: 'tray',
  patch: 'patch',
  bundle: 'bundle',
  roll: 'roll',
  tin: 'tin',
  set: 'set',
  pair: 'pair',
  spectacles: 'pair',
  bed: 'piece',
  strip: 'piece',
  sheet: 'piece',
  stick: 'piece',
  stem: 'piece',
  handle: 'piece',
  machine: 'unit',
  handset: 'handset',
  time: 'visit',
  hour: 'hour',
}

export const catalogueEn: typeof catalogueZh = {
  items: { ...goodsEn, ...householdEn, ...servicesEn },
  categories: { goods: 'Goods', repair: 'Repairs', errand: 'Errands', company: 'Company' },
  measures,
  strengths: {
    care: 'Nursing and care',
    haircut: 'Haircuts',
    appliance: 'Appliance repair',
    'plumbing-electric': 'Plumbing and wiring',
    'computer-phone': 'Computers and phones',
    counsel: 'A listening ear',
    driving: 'Driving',
    cooking: 'Cooking',
    cleaning: 'Cleaning',
    teaching: 'Teaching',
    legal: 'Law',
  },
  amount: (count, measure) => `${count} ${count === 1 ? measures[measure] : several(measures[measure])}`,
}

function several(word: string): string {
  return word.endsWith('x') ? `${word}es` : `${word}s`
}
