import type { Reason } from '#domain/matching/reasons.ts'
import { weekdayOf } from '#domain/time/workdays.ts'
import type { Text } from '#text/text.ts'

export type GridNames = ReadonlyMap<string, string>

/** One reason in words. */
export function reasonWords(reason: Reason, text: Text, grids: GridNames = new Map()): string {
  const { reason: words, weekdays, parts, when } = text.invitations
  switch (reason.why) {
    case 'strength':
    case 'no-strength':
      return words[reason.why](text.catalogue.strengths[reason.strength])
    case 'grid': {
      const name = grids.get(reason.gridId)
      return name ? words.grid(name) : words.ownGrid
    }
    case 'time':
      return words.time(when(weekdays[weekdayOf(reason.day)] ?? '', parts[reason.part]))
    case 'urgency':
      return words.urgency[reason.urgency]
    case 'deadline':
    case 'household':
      return words[reason.why](reason.days)
    case 'returned':
    case 'asked':
    case 'asked-half-year':
    case 'average-half-year':
      return words[reason.why](reason.times)
    case 'chance':
      return words.chance(reason.percent)
    case 'together':
      return words.together(reason.wishes)
    case 'quiet-grid':
      return words['quiet-grid']
  }
}

const personal = ['strength', 'no-strength', 'grid', 'time'] as const
const isPersonal = ({ why }: Reason) => (personal as readonly string[]).includes(why)

/** The sentence that leads an invitation: what concerns the reader, and how often they were asked. */
export function sentenceOf(reasons: readonly Reason[], timesAsked: number, text: Text, grids?: GridNames): string {
  const { comma, because, reason } = text.invitations
  const fits = reasons.filter(isPersonal).map((one) => reasonWords(one, text, grids))
  return because(fits.join(comma), reason.asked(timesAsked))
}

/** What only this reader has comes first; the card shows already how urgent it is. */
export const cardReasons = (reasons: readonly Reason[], text: Text): readonly string[] =>
  [...reasons.filter(isPersonal), ...reasons.filter((one) => !isPersonal(one) && one.why !== 'urgency')].map((one) =>
    reasonWords(one, text),
  )
