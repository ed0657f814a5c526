import { Hono } from 'hono'
import { recordTableLooks } from '#actions/table/record-table-looks.ts'
import { type TableSearch, tablePage } from '#db/table/table-rows.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import { isStaffOf } from '#domain/people/actor.ts'
import { showsNames, withNames } from '#domain/table/table-column.ts'
import { readFilter, type TableFilter, writtenFilter } from '#domain/table/table-filter.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { many, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staff, staffHere } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { TablePage } from '#views/table/table-page.tsx'
import { chosenColumns, rememberColumns } from './columns-choice.ts'
import { gridIdsOf, startOfToday, tablePlace } from './table-place.ts'

export const table = new Hono<Env>()

type Here = CWith<'person' | 'place'>
const pageSize = 50
const longestSearch = 60

table.get('/wishes', staffHere, (c) => {
  const filter = readFilter(c.req.query(), gridIdsOf(c.get('place')))
  const { after, all, none } = c.req.query()
  return showTable(c, filter, { words: '', after, isAllTicked: all === 'yes', isNoneTicked: none === 'yes' })
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
  const isAllTicked = one(form, 'all') === 'yes'
  // The page that was ticked, not the one after it.
  const after = one(form, isAllTicked ? 'here' : 'after')
  if (!words) return c.redirect(tableAddress(place, filter, { after, all: isAllTicked ? 'yes' : '' }), 303)
  return showTable(c, filter, { words, after, isAllTicked })
})
table.get('/wishes/search', staff, (c) => c.redirect('/wishes', 303))

type Asked = {
  readonly words: string
  readonly after: string | undefined
  readonly isAllTicked?: boolean
  /** A button for the ticked wishes was pressed, and none was ticked. */
  readonly isNoneTicked?: boolean
}

async function showTable(c: Here, filter: TableFilter, asked: Asked) {
  const { words, after, isAllTicked = false, isNoneTicked = false } = asked
  const services = c.get('services')
  const place = c.get('place')
  const here = pageOf(c, place.community)
  const chosen = chosenColumns(c)
  const columns = words ? withNames(chosen) : chosen
  const { rows, next } = await tablePage(services.store.db, {
    ...tablePlace(place),
    filter,
    search: words ? searchFor(c, words) : null,
    now: services.now(),
    after: readCursor(after),
    limit: pageSize,
  })
  if (showsNames(columns)) {
    const residentIds = rows.flatMap(({ residentId }) => residentId ?? [])
    await recordTableLooks(services, c.get('person'), { page: 'table', residentIds, since: startOfToday(c, place) })
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
      after={after || null}
      isAllTicked={isAllTicked}
      isNoneTicked={isNoneTicked}
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

function tableAddress({ community }: WorkPlace, filter: TableFilter, more: Readonly<Record<string, string>>): string {
  const given = Object.entries(more).filter(([, value]) => value)
  return `/wishes?${new URLSearchParams([['c', community.slug], ...Object.entries(writtenFilter(filter)), ...given])}`
}

const firstOfEach = (form: Record<string, string | string[]>) =>
  Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]))
