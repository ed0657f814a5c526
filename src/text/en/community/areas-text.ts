import type { areasZh } from '#text/zh/community/areas-text.ts'

const communities = (n: number) => (n === 1 ? 'community' : 'communities')

export const areasEn: typeof areasZh = {
  title: (area, month) => `${area} in ${month}`,
  lead: (n) =>
    `The figures of ${n} ${communities(n)} added up, in the order of the areas, never ranked. Figures only, no lists.`,
  sum: (n) => `${n} ${communities(n)} together`,
  levels: 'Another area',
  all: 'All areas',
  signed: (signed, of) =>
    `Signed by ${signed} of ${of} ${communities(of)}.${signed ? ' What is signed counts as signed, with later corrections put in its place.' : ''}${signed < of ? ' What is not signed is reckoned from the records of now and still moves.' : ''}`,
  rules: 'Each community is reckoned by its own rules of the month’s first day.',
  waits:
    'Waits cannot be added up: here the wishes of all communities are put in order together, from the records of now. It is no average of medians, and no signature fixes it.',
  units:
    'Units of one name stand together, in the order of their names; those of which fewer than 5 people delivered something are not named but added up.',
  fewUnits: 'Units of few people, together',
  byPart: 'By area below',
  byPartOf: (figure) => `${figure} by area below`,
  part: 'Area',
  whole: 'Whole area',
  sheet: {
    head: (area) => `${area}: monthly report on micro-wishes`,
    parts: '2. By area (in the areas’ own order, never ranked)',
    waits: '3. How long people waited',
    responsible: 'Responsible for the office',
  },
  file: { communities: 'Communities', signed: 'Communities that have signed' },
}
