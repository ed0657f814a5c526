import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { events, notifications } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { testApp } from '#test/support/app.ts'
import { migrationsFolder } from '#test/support/stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'two-clocks-'))
const opened: SqliteStore[] = []
const open = () => {
  const store = openSqlite(join(folder, 'site.sqlite'))
  opened.push(store)
  return store
}
afterEach(() => {
  for (const store of opened) store.close()
  rmSync(folder, { recursive: true })
})

test('after a week without a clock, two clocks running at once take each claim back once and inform each person once', async () => {
  const store = open()
  store.migrate(migrationsFolder)
  const app = await testApp({ store })
  const life = living(app)
  await life.claimed('ben')
  await life.claimed('ben', { item: 'kettle' })
  await life.claimed('cleo', { item: 'rice' })
  app.at('2026-11-16T11:00:00+08:00')

  const beside = { ...app.services, store: open() }
  // What was missed is called to mind first; who was never reminded has one working day more.
  const late = await Promise.all([tick(app.services), tick(beside)])
  expect(late.map(({ lapsed }) => lapsed)).toEqual([0, 0])
  expect(late.reduce((sum, { steps }) => sum + (steps.overdue ?? 0), 0)).toBe(3)
  app.at('2026-11-18T00:00:00+08:00')
  const told = await Promise.all([tick(app.services), tick(beside), tick(app.services), tick(beside)])

  expect(told.reduce((sum, { lapsed }) => sum + lapsed, 0)).toBe(3)
  const lapses = await store.db.select().from(events).where(eq(events.action, 'lapse'))
  expect(new Set(lapses.map(({ stream }) => stream)).size).toBe(lapses.length)
  const persons = (await store.db.select().from(notifications)).filter(({ kind }) => kind === 'lapse')
  expect(new Set(persons.map(({ stream, personId }) => stream + personId)).size).toBe(persons.length)
  expect(lapses).toHaveLength(3)
  const reminders = await store.db.select().from(events).where(eq(events.action, 'remind'))
  expect(new Set(reminders.map(({ stream, data }) => `${stream} ${data.step}`)).size).toBe(reminders.length)
})
