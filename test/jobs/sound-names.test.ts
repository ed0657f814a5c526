import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { residents } from '#db/schema.ts'
import { tick } from '#src/jobs/tick.ts'
import { testApp } from '#test/support/app.ts'

test('the clock gives older files the sound of their names, so that they are found by their first letters', async () => {
  const app = await testApp()
  const { store } = app.services
  const older = store.db.update(residents).set({ name: '李桂兰', pinyin: null, initials: null })
  await store.commit([older.where(eq(residents.id, app.residents.li))])
  const find = async (words: string) =>
    (await app.as('ana').post('/wishes/new/residents', { q: words })).words.includes('李桂兰')
  expect([await find('lgl'), await find('桂兰')]).toEqual([false, true])

  await tick(app.services)

  expect([await find('lgl'), await find('LIGUI'), await find('gl')]).toEqual([true, true, false])
})
