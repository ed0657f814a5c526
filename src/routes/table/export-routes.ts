import { Hono } from 'hono'
import { recordExport } from '#actions/table/export-table.ts'
import { type TableRow, tickedRows } from '#db/table/table-rows.ts'
import type { TableColumn } from '#domain/table/table-column.ts'
import { wallOf } from '#domain/time/zone.ts'
import { writeXlsx } from '#files/write-xlsx.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { many } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staffHere } from '#http/guards.ts'
import { types } from '#routes/ledger/file-parts.ts'
import { exact } from '#text/days.ts'
import { doorOf } from '#views/residents/resident-labels.ts'
import { dueOf } from '#views/table/wish-table.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { chosenColumns } from './columns-choice.ts'
import { startOfToday, tablePlace } from './table-place.ts'
import { mostTicked } from './ticked.ts'

export const tableExports = new Hono<Env>()

type Here = CWith<'person' | 'place'>

/** The ticked wishes with the columns that the table shows, to work on elsewhere. It has no telephones. */
tableExports.post('/wishes/export', staffHere, async (c) => {
  const place = c.get('place')
  const services = c.get('services')
  const codes = [...new Set(many(await readForm(c), 'wish'))].slice(0, mostTicked)
  const rows = await tickedRows(services.store.db, tablePlace(place), codes)
  if (!rows.length) return c.redirect(`/wishes?c=${place.community.slug}&none=yes`, 303)
  const columns = chosenColumns(c)
  const communityId = place.community.id
  await recordExport(services, c.get('person'), { communityId, columns, rows, since: startOfToday(c, place) })
  const stamp = exact(services.now(), place.community.zone).replace(/[-:]/g, '').replace(' ', '-')
  const slug = place.community.slug.replace(/[^a-z0-9-]/gi, '') || 'community'
  c.header('content-type', types.xlsx)
  c.header('content-disposition', `attachment; filename="wishes-${slug}-${stamp}.xlsx"`)
  return c.body(await workbookOf(c, columns, rows))
})

/** Text stays text: no cell of the workbook is a formula, whatever was typed. */
async function workbookOf(c: Here, columns: readonly TableColumn[], rows: readonly TableRow[]) {
  const { table } = c.get('text')
  const heads = [table.number, table.thing, table.state, ...columns.map((column) => table.column[column])]
  const widths = [12, 28, 14, ...columns.map(() => 16)]
  return writeXlsx([
    {
      name: table.title,
      columns: heads.map((head, n) => ({ head, width: widths[n] ?? 16 })),
      rows: rows.map((row) => [
        words(row.code),
        words(titleOf(row, c.get('text'))),
        words(c.get('text').words.state[row.state]),
        ...columns.map((column) => cellOf(c, column, row)),
      ]),
    },
  ])
}

function cellOf(c: C & Here, column: TableColumn, row: TableRow) {
  const text = c.get('text')
  const { zone } = c.get('place').community
  const time = (at: Date | null) => at && { kind: 'time' as const, wall: wallOf(at, zone) }
  switch (column) {
    case 'grid':
      return words(row.gridName)
    case 'resident':
      return words(row.residentName)
    case 'door':
      return row.residentId ? words(doorOf(text, row)) : null
    case 'category':
      return words(text.catalogue.categories[row.category])
    case 'urgency':
      return words(text.words.urgency[row.urgency])
    case 'source':
      return words(text.words.source[row.source])
    case 'posted':
      return time(row.postedAt)
    case 'due':
      return time(dueOf(row))
    case 'claimant':
      return words(row.claimantName)
    case 'unit':
      return words(row.unitName)
  }
}

const words = (text: string) => (text ? { kind: 'text' as const, text } : null)
