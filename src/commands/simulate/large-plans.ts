import { catalogue } from '#domain/catalogue/catalogue.ts'
import { strengths } from '#domain/catalogue/catalogue-codes.ts'
import type { Setting } from '#domain/matching/matching-model.ts'
import { neededBy } from '#domain/matching/need.ts'
import { planInvitations } from '#domain/matching/plan.ts'
import { day } from '#domain/time/durations.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import { addDays, dueAt, localDay } from '#domain/time/workdays.ts'
import { type Draw, drawnFrom, drawsOf } from './draws.ts'
import { standard } from './sim-parameters.ts'
import { rulesOfYear } from './sim-year.ts'

const sizes = [
  { wishes: 200, volunteers: 500, limit: 50 },
  { wishes: 2000, volunteers: 5000, limit: 2000 },
] as const
const tries = 5

/** How long plans of these sizes take: the middle of five, after one to warm up. */
export function largePlans(seed: number, stopwatch: () => number) {
  const draw = drawsOf(seed)
  return sizes.map(({ wishes, volunteers, limit }) => {
    const setting = settingOf(draw, wishes, volunteers)
    planInvitations(setting)
    const times = Array.from({ length: tries }, () => {
      const from = stopwatch()
      planInvitations(setting)
      return stopwatch() - from
    })
    const milliseconds = times.toSorted((a, b) => a - b)[Math.floor(tries / 2)] ?? 0
    return { wishes, volunteers, limit, milliseconds }
  })
}

function settingOf(draw: Draw, wishes: number, volunteers: number): Setting {
  const calendar = calendarOf({ zone: 'Asia/Shanghai', region: 'xinjiang' })
  const now = new Date('2026-11-10T10:00:00+08:00')
  const today = localDay(now, calendar.zone)
  const { deliverWithin } = rulesOfYear
  const grid = (...about: readonly (string | number)[]) => `grid${Math.floor(draw('grid', ...about) * 8)}`
  return {
    now,
    calendar,
    rules: rulesOfYear,
    households: new Map(),
    chances: new Map(),
    quietGrids: new Set(['grid1']),
    wishes: Array.from({ length: wishes }, (_, n) => {
      const item = catalogue[Math.floor(draw('item', n) * catalogue.length)]
      const urgency = drawnFrom(standard.urgencies, draw('urgency', n))
      const publishedAt = new Date(now.getTime() - draw('age', n) * 10 * day)
      return {
        id: `w${n}`,
        itemId: item?.id ?? null,
        category: item?.category ?? 'goods',
        gridId: grid('wish', n),
        urgency,
        publishedAt,
        promiseAt: null,
        returned: Number(draw('returned', n) < 0.1),
        notFor: [],
        asked: [],
        dueIfClaimed: dueAt(calendar, now, deliverWithin[urgency]),
        neededBy: neededBy(calendar, { publishedAt, promiseAt: null, urgency }, deliverWithin),
        household: `h${Math.floor(draw('household', n) * wishes)}`,
        callFrom: draw('call', n) < 0.3 ? '10:00' : null,
        callUntil: null,
      }
    }),
    volunteers: Array.from({ length: volunteers }, (_, n) => ({
      id: `p${n}`,
      gridId: grid('person', n),
      choice: 'usual',
      pausedUntil: null,
      strengths: strengths.filter((one) => draw(one, n) * 100 < (standard.strengths[one] ?? 0)),
      freeTimes: standard.hours[Math.floor(draw('hours', n) * standard.hours.length)] ?? [],
      openClaims: Number(draw('claims', n) < 0.2),
      askedThisWeek: Math.floor(draw('week', n) * 3),
      askedLately: Math.floor(draw('lately', n) * 6),
      askedHalfYear: Math.floor(draw('half year', n) * 20),
      lastPlainDay: draw('yesterday', n) < 0.2 ? addDays(today, -1) : null,
    })),
  }
}
