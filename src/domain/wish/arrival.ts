import { type Checked, faultsFrom } from '#domain/reading/checked.ts'
import { atTime } from '#domain/time/clock-time.ts'
import { day, minute } from '#domain/time/durations.ts'
import { isDay } from '#domain/time/workdays.ts'

/** How a request came in, beside its source: when the letter or the work order arrived, and under which number. */
export type Came = {
  /** Null where it arrived as it was typed. */
  readonly receivedAt: Date | null
  /** Of 12345; empty for every other source. */
  readonly workOrder: string
}
type CameForm = { readonly source: string; readonly received: string; readonly workOrder: string }

/** Days that a letter may have lain before somebody types it; whatever is older is a mistake in the date. */
const oldestDays = 60
/** A phone's clock may be ahead by so much. */
const tolerance = 10 * minute

/** `received` is local wall time, as a browser sends it: 2026-11-20T15:30. Refused in the future or over sixty days back. */
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

/** Undefined where nothing was typed, null where it is no such moment. */
function instantIn(typed: string, zone: string): Date | null | undefined {
  if (!typed) return undefined
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2})?$/.exec(typed) ?? []
  return isDay(date) ? atTime(date, time, zone) : null
}
