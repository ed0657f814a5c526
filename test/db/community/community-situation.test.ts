import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeRules } from '#actions/community/change-rules.ts'
import { changeHours, enterHolidayNotice, withdrawDays } from '#actions/community/edit-calendar.ts'
import { amendCommunity } from '#actions/community/edit-places.ts'
import { newId } from '#auth/hashing.ts'
import { areaById, communityById } from '#db/community/area-rows.ts'
import { holidayNoticesOf } from '#db/community/calendar-rows.ts'
import { communitySettingOf } from '#db/community/community-situation.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import type { NewHolidayNotice } from '#domain/time/holiday-notice.ts'
import { isWorkday } from '#domain/time/workdays.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { migrationsFolder } from '#test/support/stores.ts'

let folder: string
let other: SqliteStore
let store: SqliteStore
let app: TestApp
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'micro-wish-'))
  other = openSqlite(join(folder, 'one.db'))
  other.migrate(migrationsFolder)
  app = await testApp({ store: other })
  store = openSqlite(join(folder, 'one.db'))
})
afterEach(() => {
  for (const one of [other, store]) one.close()
  rmSync(folder, { recursive: true, force: true })
})

const community = async () => (await communityById(other.db, 'hongqi'))!
const held = async () => (await communitySettingOf(store.db, 'hongqi'))!
const friday = '2026-11-06'
const closure: NewHolidayNotice = {
  layer: 'community',
  year: null,
  title: '',
  reference: '',
  issuedOn: '2026-11-02',
  provisional: false,
  runs: [{ line: 1, kind: 'rest', day: friday, until: friday, name: 'burst pipe' }],
}

test('what acts are judged by is the same until something of it changes', async () => {
  const before = await held()
  await app.as('ana').get('/desk')
  expect(await held()).toBe(before)
  expect(await communitySettingOf(store.db, 'nowhere')).toBeNull()
})

test('a rule that another process writes applies from its own midnight, and is known at once', async () => {
  const change = { fromDay: '2026-12-01', reason: 'winter', changes: { openClaimsPerVolunteer: 3 }, version: 0 }
  expect((await changeRules(app.services, app.people.dora, await community(), newId(), change))?.ok).toBe(true)

  expect((await held()).versions.map(({ fromDay }) => fromDay)).toContain('2026-12-01')
})

test('days that another process enters or withdraws count at once, those of all communities too', async () => {
  expect(isWorkday((await held()).calendar, friday)).toBe(true)
  expect((await enterHolidayNotice(app.services, app.people.dora, await community(), newId(), closure))?.ok).toBe(true)
  expect(isWorkday((await held()).calendar, friday)).toBe(false)

  const ids = (await holidayNoticesOf(other.db, await community(), 'own')).flatMap(({ runs }) =>
    runs.map(({ id }) => id),
  )
  expect(await withdrawDays(app.services, app.people.dora, await community(), ids)).toBe(true)
  expect(isWorkday((await held()).calendar, friday)).toBe(true)

  const forAll = { ...closure, layer: 'national', title: 'Notice', reference: '1' } as const
  expect((await enterHolidayNotice(app.services, app.people.finn, null, newId(), forAll))?.ok).toBe(true)
  expect(isWorkday((await held()).calendar, friday)).toBe(false)
})

test('hours that another process changes are known at once', async () => {
  await held()
  expect(
    await changeHours(app.services, app.people.dora, await community(), { opens: '09:15', closes: '17:00' }, 0),
  ).toEqual({ ok: true })
  expect((await held()).opens).toBe('09:15')
})

test('hours and a region that are changed with the other settings of the place are known at once, to the form of the hours too', async () => {
  const { slug, phone, opens, closes, region } = await community()
  const area = (await areaById(other.db, 'hongqi'))!
  const before = { slug: slug ?? '', phone: phone ?? '', opens, closes, region }
  const corban = '2026-05-28'
  expect([(await held()).opens, isWorkday((await held()).calendar, corban)]).toEqual(['10:00', false])

  const after = { ...before, opens: '08:45', region: null }
  expect(await amendCommunity(app.services, app.people.dora, area, before, after)).toBe('saved')

  expect([(await held()).opens, isWorkday((await held()).calendar, corban)]).toEqual(['08:45', true])
  const formOfBefore = await changeHours(app.services, app.people.dora, await community(), { opens, closes }, 0)
  expect(formOfBefore).toEqual({ ok: false, why: 'changed' })
})
