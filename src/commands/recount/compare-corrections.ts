import { and, asc, eq } from 'drizzle-orm'
import { events } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import type { Fault } from './compare-cells.ts'
import { differ } from './compare-rates.ts'
import { numbersOf, type Table } from './page-tables.ts'
import type { Files } from './recount-files.ts'
import type { Place } from './recount-place.ts'
import type { NameOf } from './surfaces.ts'

type Change = { readonly figure: string; readonly old: number | null; readonly new: number }

/** The corrections of a month according to the events, oldest first. */
export async function correctionsIn(
  { db }: SqliteStore,
  { id }: Pick<Place, 'id'>,
  month: string,
): Promise<readonly Change[]> {
  const rows = await db
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.stream, `months:${id}`), eq(events.action, 'month-corrected')))
    .orderBy(asc(events.pos))
  return rows.flatMap(({ data }) => {
    const { month: of, figure, oldValue, newValue, changes } = data as Readonly<Record<string, unknown>>
    if (of !== month) return []
    if (!Array.isArray(changes))
      return [{ figure: String(figure), old: oldValue as number | null, new: Number(newValue) }]
    // Accepted together: number of the correction, value before, new value, figure.
    return (changes as readonly string[]).map((change): Change => {
      const [, before, now, ...key] = change.split(' ')
      return { figure: key.join(' '), old: before === '-' ? null : Number(before), new: Number(now) }
    })
  })
}

type Shown = {
  readonly files: Files
  readonly pages: readonly (readonly [where: string, tables: readonly Table[]])[]
  readonly nameOf: NameOf
}

/**
 * Compares every correction wherever corrections are listed, with the values before and after, and the last one next to
 * its figure.
 */
export function compareCorrections(changes: readonly Change[], { files, pages, nameOf }: Shown): readonly Fault[] {
  const last = new Map(changes.map((change) => [change.figure, change.new]))
  const joined = (list: readonly string[]) => [...list].sort().join('; ')
  const exact = joined(changes.map((change) => `${change.figure} ${change.old}→${change.new}`))
  const rough = joined(
    changes.map((change) => `${hoursOf(change.figure, change.old)}→${hoursOf(change.figure, change.new)}`),
  )
  const inHours = joined(
    changes.map(({ figure, old, new: now }) => `${figure} ${hoursOf(figure, old)}→${hoursOf(figure, now)}`),
  )
  const sheet = files.sheets.find(({ name }) => name === nameOf('head.corrections'))?.rows.slice(1) ?? []
  return [
    ...differ('corrections', 'json', exact, joined(files.json.corrections.map((c) => `${c.figure} ${c.old}→${c.new}`))),
    ...differ(
      'corrections',
      'xlsx',
      inHours,
      joined(sheet.map((row) => `${files.keyOf(row[0] ?? '', row[1] ?? '')} ${row[2] ?? ''}→${row[3]}`)),
    ),
    ...(['csv', 'xlsx'] as const).flatMap((where) =>
      files[where].slice(1).flatMap((row) => {
        const key = row[7] ?? ''
        return differ(`corrected ${key}`, where, hoursOf(key, last.get(key) ?? null), row[6] ?? '')
      }),
    ),
    ...pages.flatMap(([where, tables]) => {
      const table = tables.find(({ head }) => head[2] === nameOf('head.corrected'))
      const pairs = (table?.rows ?? []).map(
        (row) => `${numbersOf(row[1] ?? '')[0] ?? ''}→${numbersOf(row[2] ?? '')[0]}`,
      )
      return differ('corrections', where, rough, joined(pairs))
    }),
  ]
}

/** Waits in whole hours, as pages show them. */
const hoursOf = (key: string, value: number | null): string =>
  value === null ? '' : String(/^to-[a-z]+\./.test(key) ? Math.floor(value / 3600) : value)
