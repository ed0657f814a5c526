/** Lengths of time in milliseconds, as `Date` counts them. A day of the calendar may be an hour longer or shorter: see workdays.ts. */
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** The same length as the database, cookies and headers count it. */
export const inSeconds = (length: number): number => length / second

/** The completed hours in a number of seconds. */
export const wholeHours = (seconds: number): number => Math.floor((seconds * second) / hour)
