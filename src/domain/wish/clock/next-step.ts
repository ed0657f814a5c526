import { atTime } from '#domain/time/clock-time.ts'
import { day, hour } from '#domain/time/durations.ts'
import {
  addDays,
  addWorkdays,
  dueAt,
  endOfDay,
  localDay,
  localMonth,
  midnight,
  nextMonth,
} from '#domain/time/workdays.ts'
import type { State } from '#domain/vocabulary.ts'
import type { Situation } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { ClockStep, Escalation } from './clock-steps.ts'

type NextStep = { readonly step: ClockStep; readonly at: Date }
type Held = Pick<Situation, 'promised' | 'calendar' | 'opens'>

/**
 * What the clock does next to a wish if no person acts, and when; null if nothing. Recomputed for every event and
 * stored in it, so that the clock needs one index only and a replay needs neither rules nor calendar.
 */
export function nextStepOf(wish: Wish, held: Held): NextStep | null {
  const found = (steps[wish.state]?.(wish, held) ?? []).filter(({ step }) => !wish.stepsDone.includes(step))
  return found.reduce<NextStep | null>((first, one) => (first && first.at <= one.at ? first : one), null)
}

const steps: { readonly [S in State]?: (wish: Wish, held: Held) => readonly NextStep[] } = {
  // No reminders for the rows of an imported list: staff check the whole list in one go.
  submitted: (wish, { promised, calendar, opens }) =>
    wish.source === 'list'
      ? []
      : [{ step: 'check', at: morningAfter(dueAt(calendar, wish.since, promised.checkWithin), calendar.zone, opens) }],

  open: (wish, held) => [
    ...(['push', 'secretary', 'street'] as const).map((step) => ({ step, at: escalatesAt(wish, step, held) })),
    { step: 'ask', at: new Date(latest(wish.since, wish.askedAt, wish.restsUntil) + held.promised.askAfter * day) },
    { step: 'carry', at: monthEnd(new Date(latest(wish.since, wish.carriedAt)), held.calendar.zone) },
  ],

  claimed: (wish, held) => {
    const { promised, calendar, opens } = held
    const due = wish.dueAt as Date
    const contactAt = new Date((wish.claimedAt as Date).getTime() + promised.contactWithin * hour)
    return [
      ...(wish.visitAt || contactAt > due ? [] : [{ step: 'contact' as const, at: contactAt }]),
      { step: 'due', at: atTime(localDay(due, calendar.zone), opens, calendar.zone) },
      { step: 'overdue', at: morningAfter(due, calendar.zone, opens) },
      ...(wish.stepsDone.includes('overdue') ? [{ step: 'lapse' as const, at: lapsesAfter(wish, held) }] : []),
    ]
  },

  delivered: ({ callbackDueAt, triesSpentAt }, { calendar, opens }) =>
    triesSpentAt
      ? [{ step: 'exhaust', at: triesSpentAt }]
      : callbackDueAt
        ? [{ step: 'callback', at: morningAfter(callbackDueAt, calendar.zone, opens) }]
        : [],

  fulfilled: ({ every, confirmedAt }, { calendar, opens }) =>
    every && confirmedAt
      ? [
          {
            step: 'repeat',
            at: atTime(`${nextMonth(localMonth(confirmedAt, calendar.zone))}-01`, opens, calendar.zone),
          },
        ]
      : [],

  // Repeated until the office answers: each reminder starts the wait again.
  referred: (wish, { promised, calendar, opens }) => [
    {
      step: 'referral',
      at: morningAfter(
        dueAt(calendar, new Date(latest(wish.since, wish.remindedAt)), promised.referWithin),
        calendar.zone,
        opens,
      ),
    },
  ],
}

/** Counts working days since the wish became open, or since the end of the time in which it was to rest. */
function escalatesAt(wish: Wish, step: Escalation, { promised, calendar, opens }: Held): Date {
  const after = { push: promised.pushAfter, secretary: promised.secretaryAfter, street: promised.streetAfter }[step]
  const from = new Date(latest(wish.since, wish.restsUntil))
  return morningAfter(dueAt(calendar, from, after), calendar.zone, opens)
}

/**
 * The earliest time at which an overdue claim goes back to the board: some working days after the due date. If the
 * clock had stopped and the last reminder was sent late, the same number of days after that reminder.
 */
export function lapsesAfter(wish: Wish, { promised, calendar }: Pick<Held, 'promised' | 'calendar'>): Date {
  const graceEnds = (from: Date) =>
    endOfDay(addWorkdays(calendar, localDay(from, calendar.zone), promised.lapseAfter), calendar.zone)
  const planned = graceEnds(wish.dueAt as Date)
  const isLate = wish.remindedAt !== null && wish.remindedAt > planned
  return new Date((isLate ? graceEnds(wish.remindedAt as Date) : planned).getTime() + 1000)
}

const morningAfter = (at: Date, zone: string, opens: string): Date =>
  atTime(addDays(localDay(at, zone), 1), opens, zone)

const monthEnd = (at: Date, zone: string): Date => midnight(`${nextMonth(localMonth(at, zone))}-01`, zone)

const latest = (...dates: readonly (Date | null)[]): number => Math.max(...dates.map((date) => date?.getTime() ?? 0))
