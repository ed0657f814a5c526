import { catalogue } from '#domain/catalogue/catalogue.ts'
import { strengths } from '#domain/catalogue/catalogue-codes.ts'
import { addDays, type Day, weekdayOf } from '#domain/time/workdays.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import { type Draw, drawnFrom } from './draws.ts'
import type { Parameters } from './sim-parameters.ts'

const gridIds = ['grid1', 'grid2', 'grid3', 'grid4'] as const

type SimHousehold = {
  readonly id: string
  readonly gridId: string
  readonly callFrom: string | null
  readonly callUntil: string | null
}

export type SimVolunteer = {
  readonly id: string
  readonly strengths: readonly string[]
  readonly gridId: string
  readonly freeTimes: readonly string[]
  /** The day from which they are gone; null for most. */
  readonly leaves: Day | null
}

export type SimPosting = {
  readonly id: string
  readonly itemId: string
  readonly category: string
  readonly urgency: Urgency
  readonly household: SimHousehold
  /** Minutes after midnight at which it is published. */
  readonly minute: number
}

/** The people of one community, the same for every way of inviting. */
export function peopleOf(draw: Draw, community: number, parameters: Parameters, days: readonly Day[]) {
  const households = Array.from({ length: parameters.households }, (_, n): SimHousehold => {
    const hours = draw(community, 'call hours', n) * 4
    return {
      id: `c${community}h${n}`,
      gridId: gridIds[Math.floor(draw(community, 'household grid', n) * gridIds.length)] ?? 'grid1',
      callFrom: hours < 1 ? '10:00' : null,
      callUntil: hours < 1 ? '18:30' : null,
    }
  })
  const volunteers = Array.from({ length: parameters.volunteers }, (_, n): SimVolunteer => {
    const leaves = draw(community, 'leaves', n) * 100 < parameters.leave
    const last = days[Math.floor(draw(community, 'leaves on', n) * days.length)] ?? null
    return {
      id: `c${community}v${n}`,
      strengths: strengths.filter((one) => draw(community, one, n) * 100 < (parameters.strengths[one] ?? 0)),
      gridId: gridIds[Math.floor(draw(community, 'volunteer grid', n) * gridIds.length)] ?? 'grid1',
      freeTimes: parameters.hours[Math.floor(draw(community, 'hours', n) * parameters.hours.length)] ?? [],
      leaves: leaves ? last : null,
    }
  })
  return { households, volunteers }
}

/** The wishes of one day; residents ask on workdays as well as on others. */
export function postingsOf(
  draw: Draw,
  community: number,
  parameters: Parameters,
  households: readonly SimHousehold[],
  day: Day,
): readonly SimPosting[] {
  const expected = (parameters.wishesAWeek / 7) * (parameters.seasons[Number(day.slice(5, 7)) - 1] ?? 1)
  const count = Math.floor(expected) + Number(draw(community, 'count', day) < expected % 1)
  return Array.from({ length: count }, (_, n) => {
    const about = [community, day, n] as const
    const category = drawnFrom(parameters.categories, draw('category', ...about))
    const items = catalogue.filter((item) => item.category === category)
    const item = items[Math.floor(draw('item', ...about) * items.length)]
    const household = households[Math.floor(draw('household', ...about) * households.length)]
    if (!item || !household) throw new Error('the simulated community is empty')
    return {
      id: `c${community}w${day}n${n}`,
      itemId: item.id,
      category,
      urgency: drawnFrom(parameters.urgencies, draw('urgency', ...about)),
      household,
      minute: 9 * 60 + 30 + Math.floor(draw('minute', ...about) * 8 * 60),
    }
  })
}

export const daysOf = (first: Day, weeks: number): readonly Day[] =>
  Array.from({ length: weeks * 7 }, (_, n) => addDays(first, n))

/** Whole weeks from Monday in which snow or something else keeps people at home. */
export function badDays(draw: Draw, parameters: Parameters, days: readonly Day[]): ReadonlySet<Day> {
  const mondays = days.filter((day) => weekdayOf(day) === 1)
  const ranked = mondays.toSorted((a, b) => draw('bad week', a) - draw('bad week', b))
  const bad = ranked.slice(0, Math.round((parameters.badWeeks * days.length) / 364))
  return new Set(bad.flatMap((monday) => Array.from({ length: 7 }, (_, n) => addDays(monday, n))))
}
