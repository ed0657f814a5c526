import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { residents } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { testApp } from '#test/support/app.ts'

test('the clock gives older files the sound of their names, so that they are found by their first letters', async () => {
  const app = await testApp()
  const { store } = app.services
  const older = store.db.update(residents).set({ name: '李桂兰', pinyin: null, initials: null, nameKey: null })
  await store.commit([older.where(eq(residents.id, app.residents.li))])
  const find = async (words: string) =>
    (await app.as('ana').post('/wishes/new/residents', { q: words })).words.includes('李桂兰')
  expect([await find('lgl'), await find('桂兰')]).toEqual([false, true])

  await tick(app.services)

  expect([await find('lgl'), await find('LIGUI'), await find('gl')]).toEqual([true, true, false])
})

test('a name is found in any writing, before the clock has worked out its letters and after', async () => {
  const app = await testApp()
  const { store } = app.services
  const rename = async (name: string) =>
    store.commit([store.db.update(residents).set({ name, nameKey: null }).where(eq(residents.id, app.residents.li))])
  const finds = async (words: string, name: string) =>
    (await app.as('ana').post('/wishes/new/residents', { q: words })).words.includes(name)
  const writings = [
    '阿依夏木·吐尔逊',
    '阿依夏木•吐尔逊',
    '阿依夏木.吐尔逊',
    '阿依夏木 吐尔逊',
    '阿依夏木吐尔逊',
    '夏木-吐',
  ]

  await rename('阿依夏木·吐尔逊')
  for (const words of writings) expect(await finds(words, '阿依夏木·吐尔逊')).toBe(true)
  await tick(app.services)
  for (const words of writings) expect(await finds(words, '阿依夏木·吐尔逊')).toBe(true)
  expect(await finds('阿依夏木·吐尔地', '阿依夏木·吐尔逊')).toBe(false)

  await rename('马玉花')
  expect([await finds('马 玉花', '马玉花'), await finds('⻢玉花', '马玉花')]).toEqual([true, true])
  await rename('⻢⽟花')
  await tick(app.services)
  expect([await finds('马玉花', '⻢⽟花'), await finds('马 玉', '⻢⽟花')]).toEqual([true, true])
})
