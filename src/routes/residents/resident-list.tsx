import { givenConsents } from '#db/residents/consent-rows.ts'
import { residentsPage } from '#db/residents/resident-rows.ts'
import type { CWith } from '#http/context.ts'
import { pageOf, show } from '#http/respond.tsx'
import { ResidentsPage } from '#views/residents/residents-page.tsx'

const pageSize = 50

/** The residents of one grid page by page, or all results of a search in the reader's own grids. */
export async function showResidents(c: CWith<'place'>, search: string) {
  const place = c.get('place')
  const { db } = c.get('services').store
  const after = c.req.query('after')
  const gridId = place.grids.find((grid) => grid.id === c.req.query('grid'))?.id ?? place.grids[0]?.id ?? ''
  const gridIds = search ? place.grids.map((grid) => grid.id) : [gridId]
  const { rows, next } = await residentsPage(db, {
    communityId: place.community.id,
    gridIds,
    search,
    after,
    limit: pageSize,
  })
  const ids = rows.map((row) => row.id)
  const consents = await givenConsents(db, ids)
  const lines = rows.map((row) => ({ ...row, ...(consents.get(row.id) ?? { given: [], lastAsked: null }) }))
  const here = pageOf(c, place.community)
  const list = { rows: lines, next, isFirst: after === undefined, search, gridId, ...place, communities: place.all }
  return show(c, here, here.text.people.residents.title, <ResidentsPage page={here} list={list} />)
}
