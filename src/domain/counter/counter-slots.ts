import { type CounterRules, minutesOfHour } from './counter-days.ts'

/** How long a matter may take, in minutes. */
export const slotLengths = [10, 15, 20, 30] as const
export type SlotLength = (typeof slotLengths)[number]

/** Every length is a multiple of it, so a taken time is a row for each five minutes at one desk. */
const unit = 5

/** The units of five minutes that a booking takes, as minutes of the day. */
export const unitsOf = (start: number, length: number): readonly number[] =>
  Array.from({ length: length / unit }, (_, n) => start + n * unit)

/** A taken unit: the minute of the day and the desk, counted from 1. */
export type TakenUnit = { readonly minute: number; readonly desk: number }

type FreeSlot = { readonly start: number; readonly desks: readonly number[] }

/** The starts at which a matter of this length fits, with the desks that are free; minutes of the day. */
export function freeSlots(
  { counterDesks, counterFrom, counterUntil }: CounterRules,
  length: SlotLength,
  taken: readonly TakenUnit[],
): readonly FreeSlot[] {
  const isTaken = new Set(taken.map(({ minute, desk }) => `${desk} ${minute}`))
  const desks = Array.from({ length: counterDesks }, (_, n) => n + 1)
  const slots: FreeSlot[] = []
  const until = minutesOfHour(counterUntil)
  for (let start = minutesOfHour(counterFrom); start + length <= until; start += length) {
    const free = desks.filter((desk) => unitsOf(start, length).every((minute) => !isTaken.has(`${desk} ${minute}`)))
    if (free.length) slots.push({ start, desks: free })
  }
  return slots
}

/** '10:40' for a minute of the day. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
