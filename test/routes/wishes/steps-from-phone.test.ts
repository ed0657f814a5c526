import { beforeAll, describe, expect, test } from 'vitest'
import { deviceMark } from '#auth/device-mark.ts'
import { events } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeAll(async () => {
  app = await testApp()
  life = living(app)
})

const markOf = (who: Name) => deviceMark(app.services.config.secret, app.people[who].id)
const press = (code: string, step: string, fields: Readonly<Record<string, string>>, who: Name = 'ben') =>
  app.as(who).post(`/wishes/${code}/${step}`, { mark: markOf('ben'), ...fields }, { 'x-from-phone': '1' })
const historyOf = async (code: string) => {
  const { id } = await life.stored(code)
  return (await app.services.store.db.select().from(events)).filter(({ stream }) => stream === id)
}
const times = async (code: string, action: string) =>
  (await historyOf(code)).filter((event) => event.action === action).length
/** Frees the claimant's hands for the next test. */
const end = (code: string) => life.move('dora', code, 'withdraw', { reason: 'moved' })

describe('a step that waited on the phone', () => {
  test('is one event however often it arrives, with the phone’s own time, and opens no contact', async () => {
    const code = await life.claimed('ben')
    const typedAt = String(Date.parse('2026-11-02T10:40:00+08:00') / 1000)
    const fields = { key: 'a1'.repeat(12), typedAt, note: '放在门口柜子上' }
    const first = await press(code, 'deliver', fields)
    const again = await press(code, 'deliver', fields)

    expect([first.status, again.status]).toEqual([201, 201])
    expect(JSON.parse(first.html)).toEqual({ to: `/wishes/${code}` })
    const delivered = (await historyOf(code)).filter(({ action }) => action === 'deliver')
    expect(delivered.map(({ data }) => data.typedAt)).toEqual([Number(typedAt)])
    expect(first.html).not.toContain('Li Guilan')
  })

  test('arrives again after it was undone: it is not done a second time', async () => {
    const code = await life.claimed('ben')
    const fields = { key: 'b2'.repeat(12) }
    await press(code, 'deliver', fields)
    await life.move('ben', code, 'undo')

    expect((await press(code, 'deliver', fields)).status).toBe(201)
    expect([await times(code, 'deliver'), (await life.stored(code)).state]).toEqual([1, 'claimed'])
    await end(code)
  })

  test('with the key of another step is refused', async () => {
    const code = await life.claimed('ben')
    const visit = { key: 'c3'.repeat(12), day: '2026-11-03', time: '11:00' }
    expect((await press(code, 'schedule', visit)).status).toBe(201)
    const other = await press(code, 'schedule', { ...visit, time: '11:30' })

    expect([other.status, JSON.parse(other.html).said]).toEqual([422, zh.form.keyReused])
    expect(await times(code, 'schedule')).toBe(1)
    await end(code)
  })

  test('that came too late is refused with the sentence of the rule', async () => {
    const code = await life.claimed('ben')
    await end(code)
    const late = await press(code, 'deliver', { key: 'd4'.repeat(12) })

    expect([late.status, JSON.parse(late.html).said]).toEqual([
      409,
      zh.refusals.sentence({ why: 'wrong-state', action: 'deliver', state: 'withdrawn' }),
    ])
  })

  test('is refused with the sentence of its field', async () => {
    const code = await life.claimed('ben')
    const answer = await press(code, 'schedule', { key: 'e5'.repeat(12), day: '2026-11-03', time: '' })

    expect([answer.status, JSON.parse(answer.html).said]).toEqual([422, zh.moves.chooseTime])
    await end(code)
  })

  test('of one person is refused from the account of another', async () => {
    const code = await life.claimed('ben')
    const answer = await press(code, 'deliver', { key: 'f6'.repeat(12) }, 'cleo')

    expect([answer.status, JSON.parse(answer.html).said]).toEqual([403, zh.form.otherPerson])
    expect(await times(code, 'deliver')).toBe(0)
    await end(code)
  })
})

describe('what a phone may store', () => {
  test('only the claimant’s own pages, with the seconds that are left', async () => {
    const code = await life.claimed('ben')
    const path = `/wishes/${code}`
    const [own, list] = [await app.as('ben').get(path), await app.as('ben').get('/mine')]
    for (const { html } of [own, list]) {
      expect(html).toContain('id="seen-at"')
      expect(html).toMatch(new RegExp(`data-left="\\d+" data-code="${code}"`))
    }
    for (const reader of [app.as('cleo'), app.as('dora'), app.anyone])
      expect((await reader.get(path)).html).not.toMatch(/id="seen-at"|data-left/)
    await end(code)
    expect((await app.as('ben').get(path)).html).not.toMatch(/id="seen-at"|data-left/)
  })

  test('each page says for whom it was made, so that the phone forgets other people’s', async () => {
    const readerOf = async (reader: Pick<TestApp['anyone'], 'get'>) => (await reader.get('/')).headers.get('x-reader')
    expect(await readerOf(app.as('ben'))).toBe(markOf('ben'))
    expect(await readerOf(app.as('cleo'))).toBe(markOf('cleo'))
    // The second page for people who are not signed in is the stored one of the first.
    expect([await readerOf(app.anyone), await readerOf(app.anyone)]).toEqual(['none', 'none'])
    expect((await app.as('ben').get('/offline')).headers.get('x-reader')).toBe(null)
  })
})
