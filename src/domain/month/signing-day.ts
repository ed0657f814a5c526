import { addDays, addWorkdays, type Calendar, type Day, type Month, nextMonth } from '#domain/time/workdays.ts'

/** What keeps a month's figures from being final. */
export type Unsettled = {
  /** Wishes promised for the month that are neither delivered nor ended. */
  readonly undelivered: number
  /** Deliveries whose call-back has no answer yet. */
  readonly uncalled: number
}

/** Whether nothing of the month is still to be delivered or called about. */
export const isSettled = ({ undelivered, uncalled }: Unsettled): boolean => undelivered + uncalled === 0

/** The day from which signing a month is recommended, a number of working days into the next month. */
export const signingDay = (calendar: Calendar, month: Month, workdays: number): Day =>
  addWorkdays(calendar, addDays(`${nextMonth(month)}-01`, -1), workdays)
