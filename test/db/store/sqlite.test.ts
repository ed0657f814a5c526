import { expect, test } from 'vitest'
import { openSqlite } from '#db/store/sqlite.ts'
import { migrationsFolder } from '#test/support/stores.ts'

test('a statement that is asked again comes back as if it were new, whatever rows were asked of it last', () => {
  const { raw, close } = openSqlite(':memory:')
  const source = "select 'a' as one, 2 as two"

  expect(raw.prepare(source).pluck().get()).toBe('a')
  expect(raw.prepare(source).raw().get()).toEqual(['a', 2])
  expect(raw.prepare(source).get()).toEqual({ one: 'a', two: 2 })
  close()
})

test('rows without their parent are found after a migration, and again until they are mended; not at each start', () => {
  const store = openSqlite(':memory:')
  store.migrate(migrationsFolder)
  const orphan = "insert into sessions (id, person_id, expires_at, absolute_at) values ('s', 'nobody', 1, 1)"
  store.raw.pragma('foreign_keys = OFF')
  store.raw.exec(orphan)
  expect(() => store.migrate(migrationsFolder)).not.toThrow()

  // As many as another version's migrations would be: the file was not checked since.
  store.raw.pragma('user_version = 1')
  for (let start = 0; start < 2; start++)
    expect(() => store.migrate(migrationsFolder)).toThrow('migrations left 1 rows without their parent')
  store.raw.exec("delete from sessions where id = 's'")
  expect(() => store.migrate(migrationsFolder)).not.toThrow()
  expect(store.raw.pragma('foreign_keys', { simple: true })).toBe(1)
  store.close()
})
