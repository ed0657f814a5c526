import { textOf } from '#text/text.ts'

/**
 * The words by which a figure is found on a page: `claimed`, its rate `rate.claimed`, a wait `to-claim`, and the
 * headings of tables. These are only names; no number comes from here.
 */
export function pageWords() {
  const { reports, review, months, catalogue, sheets, words } = textOf('zh')
  const { led, joined } = sheets.letter
  const prefixed = (prefix: string, names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([name, word]) => [`${prefix}.${name}`, word] as const)
  const names: Readonly<Record<string, string>> = {
    ...reports.names,
    ...review.spanNames,
    led,
    joined,
    ...Object.fromEntries(prefixed('rate', reports.rates)),
    ...Object.fromEntries(prefixed('category', catalogue.categories)),
    'head.spans': review.spans,
    'head.invited': review.invited.title,
    'head.trend': review.trendTable,
    'head.compare': review.compare,
    'head.this': review.thisMonth,
    'head.before': review.before,
    'head.year-ago': review.yearAgo,
    'head.corrected': months.official.corrected,
    'head.corrections': months.official.corrections,
  }
  const states: Readonly<Record<string, string>> = words.state
  return { nameOf: (name: string) => names[name], stateName: (state: string) => states[state] ?? state }
}
