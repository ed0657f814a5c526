/** Lengths of time in milliseconds, as `Date` counts them. A day of the calendar may be an hour longer or shorter: see workdays.ts. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
export const week = 7 * day
