import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { areas } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { places } from '#test/support/cast.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

const board = '/c/hongqi'
let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
/** A change that is no event: only a kept answer hides it. */
const rename = (name: string) =>
  app.services.store.commit([app.services.store.db.update(areas).set({ name }).where(eq(areas.id, places.hongqi))])

test('a board that was just read is served from memory for a few seconds, and then read again', async () => {
  await app.anyone.get(board)
  await rename('Renamed')

  expect((await app.anyone.get(board)).words).not.toContain('Renamed')
  app.at('2026-11-02T11:00:04+08:00')
  expect((await app.anyone.get(board)).words).not.toContain('Renamed')
  app.at('2026-11-02T11:00:05+08:00')
  expect((await app.anyone.get(board)).words).toContain('Renamed')
})

test('what happens to a wish is on the board at once, within the same second', async () => {
  const life = living(app)
  const code = await life.open()
  expect((await app.anyone.get(board)).html).toContain(`/wishes/${code}`)

  await life.claim(code, 'ben')

  expect((await app.anyone.get(board)).html).not.toContain(`/wishes/${code}`)
})

test('a signed-in person is never shown a cached page, and the page they see is not cached', async () => {
  await living(app).open()
  const own = await app.as('ben').get(board)
  const anyone = await app.anyone.get(board)
  const again = await app.as('ben').get(board)

  expect(again.html).toBe(own.html)
  expect(again.html).not.toBe(anyone.html)
  expect((await app.anyone.get(board)).html).toBe(anyone.html)
  expect(anyone.html).not.toContain('/logout')
})

test('each language, view and address has its own', async () => {
  await app.anyone.get(board)
  const english = await app.anyone.get(board, { cookie: 'lang=en' })
  const elder = await app.anyone.get(board, { cookie: 'view=elder' })
  const goods = await app.anyone.get(`${board}?category=goods`)

  expect(english.words).toContain(en.site.signIn)
  expect(elder.html).toContain('data-view="elder"')
  expect(goods.html).not.toBe((await app.anyone.get(board)).html)
  expect((await app.anyone.get(board)).words).toContain(zh.site.signIn)
})

test('a cached answer carries the same headers as a fresh one', async () => {
  const [first, second] = [await app.anyone.get(board), await app.anyone.get(board)]

  expect(second.html).toBe(first.html)
  expect([...second.headers].sort()).toEqual([...first.headers].sort())
  expect(second.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('addresses that strangers make up do not fill the memory: after a hundred others the first is rendered again', async () => {
  await app.anyone.get(board)
  await rename('Renamed')
  for (let n = 0; n < 100; n++) await app.anyone.get(`${board}?made-up=${n}`)

  expect((await app.anyone.get(board)).words).toContain('Renamed')
})
