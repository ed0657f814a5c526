import { type Checked, faultsFrom } from '#domain/reading/checked.ts'
import { atTime } from '#domain/time/clock-time.ts'
import { day, minute } from '#domain/time/durations.ts'
import { isDay } from '#domain/time/workdays.ts'

/** How a request came in, in addition to its source: when the letter or work order arrived, and its number. */
export type Came = {
  /** Null where it was typed on arrival. */
  readonly receivedAt: Date | null
  /** The 12345 work order's number; empty for every other source. */
  readonly workOrder: string
}
type CameForm = { readonly source: string; readonly received: string; readonly workOrder: string }

/** How long a letter may have waited before it is typed. An older date is treated as a typing mistake. */
const oldestDays = 60
/** How far ahead a phone's clock may be. */
const tolerance = 10 * minute

/**
 * Reads `received`, the local time as a browser sends it (2026-11-20T15:30). Refuses a time in the future or more than
 * sixty days ago.
 */
export function readCame(typed: CameForm, now: Date, zone: string): Checked<Came> {
  const receivedAt = instantIn(typed.received.trim(), zone)
  const isTransfer = typed.source === 'transfer'
  const workOrder = typed.workOrder.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const faults = faultsFrom({
    received: receivedAt === null ? 'moment' : receivedAt && receivedFault(receivedAt, now),
    workOrder: isTransfer && (workOrder === '' ? 'required' : !/^[A-Z0-9-]{4,40}$/.test(workOrder) && 'work-order'),
  })
  if (Object.keys(faults).length) return { ok: false, faults }
  const isEarlier = receivedAt instanceof Date && receivedAt < now
  return {
    ok: true,
    value: { receivedAt: isEarlier ? receivedAt : null, workOrder: isTransfer ? workOrder : '' },
  }
}

const receivedFault = (at: Date, now: Date): string | null => {
  if (at.getTime() > now.getTime() + tolerance) return 'not-yet'
  return now.getTime() - at.getTime() > oldestDays * day ? 'too-old' : null
}

/** Undefined where nothing was typed, null where it is not a valid time. */
function instantIn(typed: string, zone: string): Date | null | undefined {
  if (!typed) return undefined
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2})?$/.exec(typed) ?? []
  return isDay(date) ? atTime(date, time, zone) : null
}
