import { beforeEach, describe, expect, test } from 'vitest'
import { volunteers } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { schedule } = zh.moves
const slotsIn = (html: string) => [...html.matchAll(/name="slot" value="(\d+)"/g)].map(([, at]) => Number(at))
const saturdayAtTen = new Date('2026-11-07T10:00:00+08:00').getTime() / 1000

describe('agreeing a visit', () => {
  test('offers the weekend mornings that suit both, in words, and the date behind', async () => {
    const code = await life.claimed('ben')

    const { html, words } = await app.as('ben').get(`/wishes/${code}`)

    expect(slotsIn(html)[0]).toBe(saturdayAtTen)
    expect(words).toContain('周六上午10:00')
    expect(words).toContain(schedule.late('11月7日'))
    expect(slotsIn(html).every((at) => [2, 3].includes(new Date(at * 1000).getUTCHours()))).toBe(true)
    const english = await app.as('ben').get(`/wishes/${code}`, { cookie: 'lang=en' })
    expect(english.words).toContain('Sat 10:00 am')
    expect(hanIn(english).filter((word) => word !== 'Li Guilan')).toEqual([])
  })

  test('takes a slot with one tap, shows it as chosen, and moves it', async () => {
    const code = await life.claimed('ben')

    await life.move('ben', code, 'schedule', { slot: String(saturdayAtTen), day: '', time: '', late: 'as-it-is' })

    expect((await life.stored(code)).visitAt).toEqual(new Date(saturdayAtTen * 1000))
    const { html } = await app.as('ben').get(`/wishes/${code}`)
    expect(html).toMatch(new RegExp(`name="slot" value="${saturdayAtTen}" checked`))
    const [, next] = slotsIn(html)
    await life.move('ben', code, 'schedule', { slot: String(next), day: '2026-11-04', time: '11:00', late: 'as-it-is' })
    expect((await life.stored(code)).visitAt).toEqual(new Date((next ?? 0) * 1000))
  })

  test('takes any other time that was agreed, and says what is missing where none was chosen', async () => {
    const code = await life.claimed('ben')

    await life.move('ben', code, 'schedule', { slot: 'own', day: '2026-11-04', time: '11:30' })
    expect((await life.stored(code)).visitAt).toEqual(new Date('2026-11-04T11:30:00+08:00'))
    expect((await app.as('ben').get(`/wishes/${code}`)).html).toMatch(/name="slot" value="own" checked/)

    const none = await app.as('ben').post(`/wishes/${code}/schedule`, { slot: 'own', day: '', time: '' })
    expect([none.status, none.words.includes(zh.moves.chooseTime)]).toEqual([422, true])
    const past = await app.as('ben').post(`/wishes/${code}/schedule`, { slot: '1700000000' })
    expect(past.status).toBe(422)
  })

  test('says so where their hours never meet, and leaves the fields', async () => {
    const ever = app.services.store.db.update(volunteers).set({ freeTimes: ['weekday-evening'] })
    await app.services.store.commit([ever])
    const code = await life.claimed('cleo')

    const { html, words } = await app.as('cleo').get(`/wishes/${code}`)

    expect(words).toContain(schedule.noSlots)
    expect(html).not.toContain('name="slot"')
    expect(html).toMatch(/name="day"[^>]* required/)
  })

  test('is offered only to the claimant', async () => {
    const code = await life.claimed('ben')

    for (const who of ['cleo', 'ana', 'dora'] as const)
      expect((await app.as(who).get(`/wishes/${code}`)).html).not.toContain('name="slot"')
    expect((await app.anyone.get(`/wishes/${code}`)).html).not.toContain('name="slot"')
  })
})
