import type { areasZh } from '#text/zh/community/areas-text.ts'

const communities = (n: number) => (n === 1 ? 'community' : 'communities')

export const areasEn: typeof areasZh = {
  title: (area, month) => `${area} in ${month}`,
  lead: (n) =>
    `The combined figures of ${n} ${communities(n)}, in the order of the areas, not ranked. Figures only, no lists.`,
  sum: (n) => `${n} ${communities(n)} together`,
  levels: 'Another area',
  all: 'All areas',
  signed: (signed, of) =>
    `Signed by ${signed} of ${of} ${communities(of)}.${signed ? ' Signed communities are counted with their signed figures, or with the corrected ones.' : ''}${signed < of ? ' Unsigned communities are calculated from today’s records and may still change.' : ''}`,
  rules: 'Each community uses its own rules as of the first day of the month.',
  waits:
    'Waits cannot be added up. Here the wishes of all communities are sorted together, from today’s records. This is not an average of medians, and signing does not fix it.',
  units:
    'Units with the same name are combined, in name order. Units where fewer than 5 people made deliveries are not named; they are added up in one row.',
  fewUnits: 'Units of few people, together',
  byPart: 'By area below',
  byPartOf: (figure) => `${figure} by area below`,
  part: 'Area',
  whole: 'Whole area',
  sheet: {
    head: (area) => `${area}: monthly report on micro-wishes`,
    parts: '2. By area (in area order, not ranked)',
    waits: '3. How long people waited',
    responsible: 'Head of the office',
  },
  file: { communities: 'Communities', signed: 'Communities that have signed' },
}
