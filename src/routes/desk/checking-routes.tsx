import { Hono } from 'hono'
import { judgePublishing } from '#actions/wishes/judge-publishing.ts'
import { type Published, publishAtOnce, publishMany } from '#actions/wishes/publish-many.ts'
import { hasWishes, type QueueRow, queueOf } from '#db/desk/queue-rows.ts'
import { lineOf } from '#domain/reading/checked.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { CWith, Env } from '#http/context.ts'
import { many, one, wholeNumber } from '#http/form/fields.ts'
import { cutSentences, readForm, type Typed } from '#http/form/read-form.ts'
import { secretary } from '#http/guards.ts'
import { pageOf, refusalText, show } from '#http/respond.tsx'
import { longestTitle } from '#routes/wishes/move-forms.ts'
import { type Checking, CheckingPage, type NotPublished } from '#views/desk/checking-page.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

export const checking = new Hono<Env>()

/** Where the list ends; what has waited longest comes first, and the rest moves up. */
const rowsInAll = 400

type Said = {
  readonly typed?: Typed
  readonly published?: number | null
  readonly failed?: readonly NotPublished[]
  readonly isNoneChosen?: boolean
}

checking.get('/desk/to-check', secretary, (c) =>
  showChecking(c, { published: wholeNumber(c.req.query('published'), 4) }),
)

checking.post('/desk/to-check', secretary, async (c) => {
  const typed = await readForm(c)
  const codes = [...new Set(many(typed, 'wish'))]
  const before = await rowsOf(c)
  const cut = Object.entries(cutSentences(c, typed))
  if (cut.length) {
    const failed = cut.map(([name, sentence]) => ({
      ...failedOf(c, { code: name.replace('title-', ''), what: 'gone' }, before),
      sentence,
    }))
    return showChecking(c, { typed, failed }, 422)
  }
  if (!codes.length) return showChecking(c, { typed, isNoneChosen: true }, 422)
  const asked = codes.map((code) => ({
    code,
    publicText: lineOf(one(typed, `title-${code}`)).slice(0, longestTitle),
    seen: wholeNumber(one(typed, `seq-${code}`)) ?? undefined,
  }))
  const done = await publishMany(c.get('services'), c.get('person'), asked)
  const published = done.filter(({ what }) => what === 'published').length
  const failed = done.filter(({ what }) => what !== 'published').map((found) => failedOf(c, found, before))
  if (failed.length) return showChecking(c, { typed, published, failed }, 409)
  const query = new URLSearchParams({ ...gridOf(c), published: String(published) })
  return c.redirect(`/desk/to-check?${query}`, 303)
})

function failedOf(c: CWith<'person'>, found: Published, rows: readonly QueueRow[]): NotPublished {
  const text = c.get('text')
  const row = rows.find(({ code }) => code === found.code)
  const title = row ? titleOf({ ...row, publicText: row.publicText || row.words }, text) : text.card.unnamed
  const sentence =
    found.what === 'refused'
      ? refusalText(c, found.refusal)
      : found.what === 'left'
        ? text.checking.later
        : text.checking.gone
  return { code: found.code, title, sentence }
}

async function showChecking(c: CWith<'person'>, said: Said, status: 200 | 409 | 422 = 200) {
  const services = c.get('services')
  const all = await rowsOf(c)
  const { grid = '' } = gridOf(c)
  const ofGrid = all.filter(({ gridId }) => grid === '' || gridId === grid)
  const from = wholeNumber(c.req.query('from'), 4) ?? 0
  const shown = ofGrid.slice(from, from + publishAtOnce)
  const titles = new Map(shown.map(({ code }) => [code, said.typed && one(said.typed, `title-${code}`)]))
  const codes = shown.map(({ code }) => code)
  const judged = await judgePublishing(services, c.get('person'), codes, (code) => titles.get(code))
  const chosen = said.typed && many(said.typed, 'wish')
  const rows = shown.flatMap((row): readonly Checking[] => {
    const found = judged.find(({ wish }) => wish.code === row.code)
    if (!found) return []
    const { wish, residentId, publicText, refusal } = found
    // A catalogue's name can be published unread; a title in a person's own words is ticked by the reader.
    const isTicked = refusal === null && (chosen ? chosen.includes(row.code) : row.itemId !== null)
    return [{ row, seq: wish.seq, residentId, publicText, refusal, isTicked }]
  })
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const queryFrom = (start: number, gridId = grid) => {
    const query = new URLSearchParams({ ...(gridId && { grid: gridId }), ...(start > 0 && { from: String(start) }) })
    return query.size ? `?${query}` : ''
  }
  const grids = new Map(all.map((row) => [row.gridId, row.gridName]))
  const chips = [['', here.text.desk.allGrids] as const, ...grids].map(([id, label]) => ({
    href: `/desk/to-check${queryFrom(0, id)}`,
    label,
    current: id === grid,
    count: all.filter(({ gridId }) => id === '' || gridId === id).length,
  }))
  const { checking: words } = here.text
  const body = (
    <CheckingPage
      page={here}
      count={all.length}
      rows={rows}
      grids={grids.size > 1 ? chips : []}
      query={queryFrom(from)}
      next={from + publishAtOnce < ofGrid.length ? `/desk/to-check${queryFrom(from + publishAtOnce)}` : null}
      first={from > 0 ? `/desk/to-check${queryFrom(0)}` : null}
      published={said.published ?? null}
      failed={said.failed ?? []}
      isBegun={all.length > 0 || (await hasWishes(services.store.db, c.get('person')))}
      isNoneChosen={said.isNoneChosen ?? false}
    />
  )
  return show(c, here, words.title, body, status)
}

async function rowsOf(c: CWith<'person'>): Promise<readonly QueueRow[]> {
  const { store, now } = c.get('services')
  const [list] = await queueOf(store.db, c.get('person'), now(), rowsInAll, 'to-check')
  return list?.rows ?? []
}

const gridOf = (c: CWith<'person'>): { readonly grid?: string } => {
  const grid = c.req.query('grid')
  return grid ? { grid } : {}
}
