import { Hono } from 'hono'
import { recordTableLooks } from '#actions/table/record-table-looks.ts'
import { type TableSearch, tablePage } from '#db/table/table-rows.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { isStaffOf } from '#domain/people/actor.ts'
import { showsNames, withNames } from '#domain/table/table-column.ts'
import { readFilter, type TableFilter, writtenFilter } from '#domain/table/table-filter.ts'
import { localDay, midnight } from '#domain/time/workdays.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { many, one } from '#http/fields.ts'
import { staff, staffHere } from '#http/guards.ts'
import { readForm } from '#http/read-form.ts'
import { pageOf, show } from '#http/respond.tsx'
import type { WorkPlace } from '#http/work-place.ts'
import { TablePage } from '#views/table/table-page.tsx'
import { chosenColumns, rememberColumns } from './columns-choice.ts'

export const table = new Hono<Env>()

type Here = CWith<'person' | 'place'>
const pageSize = 50
const longestSearch = 60

table.get('/wishes', staffHere, (c) => {
  const filter = readFilter(c.req.query(), gridIdsOf(c.get('place')))
  return showTable(c, filter, { words: '', after: c.req.query('after') })
})

/**
 * A searched name must not be in an address, because browsers, proxies and logs store addresses. A whole number leads
 * to its wish at once, and filters without a search to their own address.
 */
table.post('/wishes/search', staffHere, async (c) => {
  const place = c.get('place')
  const form = await readForm(c)
  const filter = readFilter(firstOfEach(form), gridIdsOf(place))
  if (one(form, 'choosing')) rememberColumns(c, many(form, 'cols'))
  const words = one(form, 'q').trim().slice(0, longestSearch)
  const code = readWishCode(words.normalize('NFKC'))
  const wish = code ? await loadWish(c.get('services').store.db, code) : null
  if (wish && isStaffOf(c.get('person'), wish)) return c.redirect(`/wishes/${wish.code}`, 303)
  if (!words) return c.redirect(tableAddress(place, filter), 303)
  return showTable(c, filter, { words, after: one(form, 'after') })
})
table.get('/wishes/search', staff, (c) => c.redirect('/wishes', 303))

type Asked = { readonly words: string; readonly after: string | undefined }

async function showTable(c: Here, filter: TableFilter, { words, after }: Asked) {
  const services = c.get('services')
  const place = c.get('place')
  const here = pageOf(c, place.community)
  const chosen = chosenColumns(c)
  const columns = words ? withNames(chosen) : chosen
  const { rows, next } = await tablePage(services.store.db, {
    communityId: place.community.id,
    gridIds: place.isSecretary ? null : gridIdsOf(place),
    filter,
    search: words ? searchFor(c, words) : null,
    now: services.now(),
    after: readCursor(after),
    limit: pageSize,
  })
  if (showsNames(columns)) {
    const residentIds = rows.flatMap(({ residentId }) => residentId ?? [])
    await recordTableLooks(services, c.get('person'), { page: 'table', residentIds, since: today(c, place) })
  }
  const body = (
    <TablePage
      page={here}
      place={place}
      filter={filter}
      written={writtenFilter(filter)}
      columns={columns}
      search={words}
      rows={rows}
      next={next && writeCursor(next)}
      isFirst={!after}
    />
  )
  return show(c, here, here.text.table.title, body)
}

/** The items of the catalogue that the words may mean: by their names in lists, and as the reader's language has it. */
function searchFor(c: C, words: string): TableSearch {
  const typed = words.toLowerCase()
  const { items } = c.get('text').catalogue
  const itemIds = catalogue
    .filter(({ id, names }) => [items[id].name, ...names].some((name) => name.toLowerCase().includes(typed)))
    .map(({ id }) => id)
  return { words, itemIds }
}

const gridIdsOf = ({ grids }: WorkPlace): readonly string[] => grids.map(({ id }) => id)

const today = (c: C, { community }: WorkPlace): Date => {
  const { now } = c.get('services')
  return midnight(localDay(now(), community.zone), community.zone)
}

const tableAddress = ({ community }: WorkPlace, filter: TableFilter): string =>
  `/wishes?${new URLSearchParams({ c: community.slug, ...writtenFilter(filter) })}`

const firstOfEach = (form: Record<string, string | string[]>) =>
  Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]))
