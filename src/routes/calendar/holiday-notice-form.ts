import { festivalOf } from '#domain/time/festival-names.ts'
import type { HolidayNoticeFaults, NewHolidayNotice } from '#domain/time/holiday-notice.ts'
import { faultOf, type RunFault, readRuns } from '#domain/time/holiday-runs.ts'
import type { Layer } from '#domain/time/holidays.ts'
import { type Day, isDay } from '#domain/time/workdays.ts'
import { digits, MalformedBody } from '#http/form/read-form.ts'
import type { Text } from '#text/text.ts'

export type Typed = Readonly<Record<string, string>>
type Read = { readonly notice: NewHolidayNotice; readonly runFaults: readonly RunFault[] }

const layers: readonly string[] = ['national', 'regional', 'community'] satisfies readonly Layer[]

/** Reads the form as a notice: what could be read, and the faults of each line. */
export function readHolidayNotice(typed: Typed, today: Day): Read {
  const layer = typed.layer ?? ''
  if (!layers.includes(layer)) throw new MalformedBody()
  const isOwn = layer === 'community'
  const { runs, faults } = isOwn ? readClosure(typed) : readRuns(typed.days ?? '')
  const year = digits(typed.year ?? '')
  return {
    notice: {
      layer: layer as Layer,
      year: isOwn || !year ? null : Number(/^\d{4}$/.test(year) ? year : Number.NaN),
      title: one(typed.title).slice(0, 80),
      reference: one(typed.reference).slice(0, 40),
      issuedOn: isOwn ? today : (typed.issuedOn ?? ''),
      provisional: !isOwn && typed.provisional === 'yes',
      runs,
    },
    runFaults: faults,
  }
}

function readClosure(typed: Typed): ReturnType<typeof readRuns> {
  const day = typed.from ?? ''
  const kind = typed.kind === 'work' ? ('work' as const) : ('rest' as const)
  const run = { day, until: typed.until || day, kind, name: festivalOf(one(typed.name)), line: 1 }
  const why = faultOf(run)
  return why ? { runs: [], faults: [{ why, line: 1 }] } : { runs: [run], faults: [] }
}

const one = (text = ''): string => text.trim().replace(/\s+/g, ' ')

/** A sentence for each field that has to be corrected. */
export function errorsOf(
  typed: Typed,
  read: Read,
  found: HolidayNoticeFaults | null,
  { calendarEdit: words }: Text,
): Readonly<Record<string, string>> {
  const runFaults = [...read.runFaults, ...(found?.runs ?? [])].sort((a, b) => a.line - b.line)
  const { days, runs: _, ...fields } = found ?? { runs: [] }
  const said = Object.fromEntries(Object.entries(fields).map(([name, fault]) => [name, words.faults[fault]]))
  if (read.notice.layer === 'community') {
    const [fault] = runFaults
    return { ...said, ...(fault ? { [closureField(fault.why, typed)]: words.runFaults[fault.why] } : {}) }
  }
  const lines = runFaults.map(({ line, why }) => words.inLine(line, words.runFaults[why]))
  const onDays = lines.length ? lines.join(' ') : days && words.faults[days]
  return { ...said, ...(onDays ? { days: onDays } : {}) }
}

function closureField(why: RunFault['why'], { from = '' }: Typed): string {
  if (why === 'no-name' || why === 'long-name') return 'name'
  return why === 'backwards' || why === 'too-long' || (why === 'no-such-day' && isDay(from)) ? 'until' : 'from'
}
