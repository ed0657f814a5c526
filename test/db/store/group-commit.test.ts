import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { areas } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { takenKey } from '#db/store/store.ts'
import { migrated } from '#test/support/migrated.ts'

let store: SqliteStore
beforeEach(() => {
  store = migrated()
  return () => store.close()
})

const area = (id: string, path = `${id}/`) => store.db.insert(areas).values({ id, kind: 'grid', path, name: id })
const ids = async () => (await store.db.select({ id: areas.id }).from(areas)).map(({ id }) => id).sort()

test('of commits made at once, one that fails leaves nothing of itself and takes nothing from the others', async () => {
  const made = await Promise.allSettled([
    store.commit([area('a')]),
    store.commit([area('b'), area('b2', 'a/')]),
    store.commit([area('c'), area('c2')]),
  ])

  expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(takenKey((made[1] as PromiseRejectedResult).reason)).toBe('areas.path')
  expect(await ids()).toEqual(['a', 'c', 'c2'])
})

test('a later commit of the same turn sees what an earlier one wrote', async () => {
  const rename = store.db.update(areas).set({ name: 'renamed' }).where(eq(areas.id, 'a'))
  await Promise.all([store.commit([area('a')]), store.commit([rename])])
  expect(await store.db.select({ name: areas.name }).from(areas)).toEqual([{ name: 'renamed' }])
})

test('if the whole transaction fails, every caller in it learns so, and nothing is written', async () => {
  store.raw.exec(
    `create trigger full before insert on areas when new.id = 'b' begin select raise(rollback, 'disk full'); end`,
  )
  const made = await Promise.allSettled([
    store.commit([area('a')]),
    store.commit([area('b')]),
    store.commit([area('c')]),
  ])
  expect(made.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await ids()).toEqual([])

  await store.commit([area('d')])
  expect(await ids()).toEqual(['d'])
})

test('no caller gets an answer before the rows are committed', async () => {
  const order: string[] = []
  const first = store.commit([area('a')]).then(() => order.push('answered'))
  order.push(store.raw.prepare('select count(*) from areas').pluck().get() === 0 ? 'not written' : 'written')
  await first
  expect(order).toEqual(['not written', 'answered'])
})
