import type { Rules } from '#domain/rules.ts'
import { day } from '#domain/time/durations.ts'
import { type Calendar, dueAt } from '#domain/time/workdays.ts'
import type { LetterKind } from './letter-life.ts'

export type LetterSetting = { readonly now: Date; readonly rules: Rules; readonly calendar: Calendar }

/** By when a letter that has just come must be received. */
export const receiveBy = ({ now, rules, calendar }: LetterSetting): Date =>
  dueAt(calendar, now, rules.letterReceiveWithin)

/** By when a letter of this kind that came at `from` must be answered. A complaint is answered sooner. */
export const answerBy = (kind: LetterKind, from: Date, { rules, calendar }: LetterSetting): Date =>
  dueAt(calendar, from, kind === 'complaint' ? rules.complaintWithin : rules.letterWithin)

/** When an answered letter is closed if its writer does not react to the answer. */
export const silentAt = ({ now, rules }: LetterSetting): Date => new Date(now.getTime() + rules.letterSilentDays * day)
