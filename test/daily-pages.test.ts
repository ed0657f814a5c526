import { beforeAll, expect, test } from 'vitest'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { migrated } from '#test/support/migrated.ts'

// Building a statement takes longer than running it. On the pages that people open every day all are built once, with
// `prepared` or `preparedFor`: a second request for the page builds none.

let app: TestApp
let store: SqliteStore

beforeAll(async () => {
  store = migrated()
  app = await testApp({ store })
  const life = living(app)
  await life.post()
  await life.open({ item: 'rice' })
  await life.open({ item: 'other', words: '一盏台灯', category: 'goods', measure: 'piece' })
  await life.claimed('ben', { item: 'flour' })
  await life.delivered('cleo')
})

async function builtBy(ask: () => Promise<{ readonly status: number }>): Promise<readonly string[]> {
  const built: string[] = []
  const prepare = store.raw.prepare
  store.raw.prepare = ((source: string) => {
    built.push(source)
    return prepare(source)
  }) as typeof store.raw.prepare
  try {
    expect((await ask()).status).toBe(200)
  } finally {
    store.raw.prepare = prepare
  }
  return built.filter((source) => /^\s*(select|with)/i.test(source))
}

test.each<readonly [Name | 'anyone', string]>([
  ['anyone', '/c/hongqi?category=goods'],
  ['ben', '/c/hongqi'],
  ['ben', '/c/hongqi?urgency=yellow'],
  ['ben', '/mine'],
  ['ana', '/desk'],
  ['dora', '/desk'],
  ['ana', '/wishes'],
  ['dora', '/wishes?state=open'],
  ['anyone', '/c/hongqi/ledger/2026-11'],
  ['dora', '/reports/2026-11?c=hongqi'],
  ['ana', '/reports/2026-11?c=hongqi'],
])('%s %s builds no statement when it is opened again', async (who, path) => {
  const ask = () => (who === 'anyone' ? app.anyone : app.as(who)).get(path)
  await ask()
  // A signed-out page is cached for some seconds, so the second request comes later.
  app.at(new Date(app.services.now().getTime() + 10_000).toISOString())

  expect(await builtBy(ask)).toEqual([])
})

test('a page whose statement is built each time is noticed', async () => {
  const ask = () => app.as('ana').get('/residents')
  await ask()

  expect(await builtBy(ask)).not.toEqual([])
})
