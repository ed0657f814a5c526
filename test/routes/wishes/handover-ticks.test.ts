import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const words = zh.moves.handover
let app: TestApp
let life: ReturnType<typeof living>
let code: string
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  code = await life.claimed('ben')
})

describe('the ticks with a delivery', () => {
  test('are those of the item, and the caller reads them as questions', async () => {
    const page = await app.as('ben').get(`/wishes/${code}`)
    expect(page.words).toContain(words.tick['allergy-asked'])
    expect(page.words).not.toContain(words.tick['plug-tried'])

    await life.deliver(code, 'ben', { 'did-allergy-asked': 'yes', expiry: '2026-12-31' })

    const [delivered] = await app.services.store.db.select().from(events).where(eq(events.action, 'deliver'))
    expect(delivered?.data.checks).toEqual(['allergy-asked'])
    expect(JSON.stringify(delivered?.data)).not.toContain('2026-12-31')
    const call = await app.as('ana').get(`/wishes/${code}/confirm`)
    expect(call.words).toContain(`${words.ask['allergy-asked']} ${words.ticked}`)
    expect(call.words).toContain(`${words.ask['expiry-read']} ${words.notTicked}`)
  })

  test('a date too near is refused with the reason, and the form comes back as typed', async () => {
    const answer = await app
      .as('ben')
      .post(`/wishes/${code}/deliver`, { expiry: '2026-11-20', 'did-expiry-read': 'yes', note: 'at the door' })

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.refusals.sentence({ why: 'expires-soon', days: 30, first: '2026-12-02' }))
    expect(answer.html).toContain('value="2026-11-20"')
    expect(answer.html).toMatch(/name="did-expiry-read" value="yes" checked/)
    expect((await life.stored(code)).state).toBe('claimed')
  })

  test('what is no date is refused at its field', async () => {
    const answer = await app.as('ben').post(`/wishes/${code}/deliver`, { expiry: 'soon' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.faults.date)
  })

  test('of a wish for company there are none', async () => {
    const chat = await life.claimed('cleo', { item: 'chat', quantity: '1' })
    expect((await app.as('cleo').get(`/wishes/${chat}`)).words).not.toContain(words.title)
  })
})
