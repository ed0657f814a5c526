import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqlite } from '#db/store/sqlite.ts'
import { community } from '#test/life/cast.ts'
import { browserOfFile, siteOn } from '#test/support/browser/browser.ts'
import { migrationsFolder } from '#test/support/stores.ts'

const now = new Date('2026-11-02T03:00:00Z')
const store = openSqlite(':memory:')
const browser = browserOfFile()
let site: Awaited<ReturnType<typeof siteOn>>
let code = ''
beforeAll(async () => {
  store.migrate(migrationsFolder)
  site = await siteOn(store, () => now)
  const place = await community(store, now)
  const [anna, dora] = [await place.staff('anna', 'gridWorker'), await place.staff('dora', 'secretary')]
  const [ben] = await place.volunteers(['ben'])
  if (!ben) throw new Error('the cast is incomplete')
  // More than one tile, so that proofs have more than one level.
  for (let n = 0; n < 300; n++)
    store.raw.exec(`insert into events (stream, seq, action, actor_id, at, community_id, data)
      values ('s', ${n + 1}, 'hours-stated', 'p', 1793588400, 'c', '{}')`)
  const wish = await place.post(anna)
  await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
  await place.claim(ben, wish, 'ben')
  code = (await place.fresh(wish)).code
})
afterAll(async () => {
  await site.close()
  store.close()
})

test('a reader’s own browser checks the steps of a wish, and finds one that was changed', async () => {
  const page = await browser.newPage()
  await page.goto(`${site.url}/wishes/${code}`)
  await page.getByText('这些记录被改过吗').click()
  await page.getByRole('button', { name: '现在核对' }).click()
  const says = page.locator('[data-proof-says]')
  await says.filter({ hasText: '核对过了' }).waitFor()
  const good = await says.textContent()

  const letters = /校验字 ([0-9A-Z-]{14})/.exec(good ?? '')?.[1] ?? ''
  const records = /账本有 (\d+) 条记录/.exec(good ?? '')?.[1] ?? ''
  expect(good).toContain('上面 2 步都在账本里')
  await page.goto(`${site.url}/verify`)
  await page.getByLabel('纸上写的账本记录条数').fill(records)
  await page.getByLabel('纸上的校验字').fill(letters)
  await page.getByRole('button', { name: '查一查' }).click()
  await page.getByText('对得上。').waitFor()

  // The row is changed behind the program, and the page shows what the row says now.
  store.raw.exec("drop trigger events_no_update; update events set at = at - 86400 where action = 'claim'")
  await page.goto(`${site.url}/wishes/${code}`)
  await page.getByText('这些记录被改过吗').click()
  await page.getByRole('button', { name: '现在核对' }).click()
  await says.filter({ hasText: '核对不上' }).waitFor()
  expect(page.faults.filter((fault) => !/409/.test(fault))).toEqual([])
})
