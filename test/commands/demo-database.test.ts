import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '#db/store/sqlite.ts'
import { foundAt, makeDemoDatabase } from '#src/commands/running/demo-database.ts'
import { momentOf } from '#src/demo/stage/moment.ts'
import { migrationsFolder } from '#test/support/stores.ts'

const beijing = (text: string) => new Date(`${text}+08:00`)
const secret = 'a secret that only these tests know, long enough'
const config = { publicUrl: 'http://127.0.0.1:3000', secret, logSeed: secret, isDemo: true }

test('a demo is recognised by its file, and any other database is not taken for one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'micro-wish-'))
  try {
    const [file, other] = [join(folder, 'micro-wish.db'), join(folder, 'other.db')]
    expect(foundAt(file)).toBe('nothing')
    await makeDemoDatabase({ file, config, now: beijing('2026-11-23T14:20:00'), passwordHash: 'none' })
    const store = openSqlite(other)
    store.migrate(migrationsFolder)
    store.close()

    expect(foundAt(file)).toBe('demo')
    expect(foundAt(other)).toBe('other')
    expect(existsSync(`${file}.unfinished`)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('--at takes a moment of the local clock and nothing else', () => {
  expect(momentOf('2026-10-31T17:00')).toEqual(beijing('2026-10-31T17:00:00'))
  expect(['2026-10-31', '2026-02-30T10:00', '2026-10-31T24:00', '2025-01-01T10:00', 'now'].map(momentOf)).toEqual(
    Array(5).fill(null),
  )
})
