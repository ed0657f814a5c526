import { expect, test } from 'vitest'
import { peoplePage } from '#db/people/people-list.ts'
import { waitingForConsent } from '#db/residents/consent-rows.ts'
import { residentsPage } from '#db/residents/resident-rows.ts'
import { testApp } from '#test/support/app.ts'
import { places } from '#test/support/cast.ts'
import { migrated } from '#test/support/migrated.ts'

test('no list of the staff reads a whole table', async () => {
  const store = migrated()
  const app = await testApp({ store })
  const { db } = store
  const asked: { readonly sql: string; readonly params: unknown[] }[] = []
  const prepare = store.raw.prepare.bind(store.raw)
  store.raw.prepare = ((sql: string) => {
    const statement = prepare(sql)
    if (/^select/i.test(sql)) asked.push({ sql, params: [] })
    return statement
  }) as never

  const grids = [places.grid1, places.grid2]
  const page = { communityId: places.hongqi, gridIds: grids, limit: 50 }
  await residentsPage(db, page)
  await residentsPage(db, { ...page, search: '17-2-203', after: app.residents.li })
  await waitingForConsent(db, places.hongqi, grids, 50)
  const areaIds = [places.hongqi, ...grids]
  const everybody = { areaIds, role: null, state: null, search: '', now: app.services.now(), limit: 50 }
  await peoplePage(db, everybody)
  await peoplePage(db, { ...everybody, role: 'volunteer', state: 'active', after: app.people.ben.id })
  await peoplePage(db, { ...everybody, search: 'shuichang 139' })

  const plans = asked.flatMap(({ sql }) =>
    prepare(`explain query plan ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => '1'))
      .map((row) => (row as { detail: string }).detail),
  )
  expect(asked.length).toBeGreaterThan(4)
  // json_each is the list of grids that came as one parameter: no table of anyone's.
  expect(plans.filter((detail) => /^SCAN (?!CONSTANT|\(subquery|json_each)/.test(detail))).toEqual([])
})
