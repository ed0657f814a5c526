import { beforeEach, describe, expect, test } from 'vitest'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { nameHours } from '#test/support/name-hours.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { notifications, waits, words } = zh
const seqOf = async (code: string) => String((await life.stored(code)).seq)
const clockAt = async (when: string) => {
  app.at(when)
  await tick(app.services)
}

describe('a wish that no one claims', () => {
  test('says in public how far it was carried up and since when, and what it weighs with the sum', async () => {
    const code = await life.open()
    await clockAt('2026-11-12T12:00:00+08:00')

    const page = await app.anyone.get(`/wishes/${code}`)
    expect(page.words).toContain(waits.weight.carriedUpOn(waits.weight.carriedUp.secretary, '11月12日'))
    expect(page.words).toContain(words.step.push)
    expect(page.words).toContain(waits.weight.title(30))
    expect(page.words).toContain(waits.weight.days(10))
    expect(page.words).toContain(waits.weight.urgency(words.urgency.yellow, 20))
    expect(page.html).toContain('/c/hongqi/rules#order')
    expect(page.words).not.toContain('dora')
    const inside = await app.as('dora').get(`/wishes/${code}`)
    expect(inside.words).toContain(notifications.told.names('dora'))
    expect(inside.words).toContain(notifications.told.invited(2))
  })

  test('says so on its card on the board, in words, in either language: with the secretary, then with the street', async () => {
    const code = await life.open()
    const card = async (lang = 'zh') => {
      const { html } = await app.anyone.get('/c/hongqi', { cookie: `lang=${lang}` })
      return new RegExp(`<article[^>]*id="wish-${code}"[\\s\\S]*?</article>`).exec(html)?.[0] ?? ''
    }
    const { carriedUp } = waits.weight
    await clockAt('2026-11-06T12:00:00+08:00')
    for (const words of Object.values(carriedUp)) expect(await card()).not.toContain(words)
    await clockAt('2026-11-12T12:00:00+08:00')
    expect(await card()).toContain(carriedUp.secretary)
    await clockAt('2026-11-23T12:00:00+08:00')

    expect(await card()).toContain(carriedUp.street)
    expect(await card()).not.toContain(carriedUp.secretary)
    expect(await card()).toContain('等了 21 天')
    expect(await card('en')).toContain(en.waits.weight.carriedUp.street)
  })

  test('is asked about after fourteen days, and one press says that it is still needed', async () => {
    const code = await life.open()
    expect((await app.as('ana').get(`/wishes/${code}`)).html).not.toContain('id="keep"')
    await clockAt('2026-11-16T12:00:00+08:00')

    const desk = await app.as('ana').get('/desk')
    expect(desk.html).toContain(`href="/wishes/${code}#keep"`)
    expect((await app.as('gus').get('/desk')).html).not.toContain(code)
    const page = await app.as('ana').get(`/wishes/${code}`)
    expect(page.words).toContain(waits.keep.lead(14))
    expect((await app.as('ben').get(`/wishes/${code}`)).html).not.toContain('id="keep"')
    const withdrawing = await app.as('ana').get(`/wishes/${code}?withdraw`)
    expect(withdrawing.html).toMatch(/id="withdraw"><details class="fold" open/)

    const seq = await seqOf(code)
    await life.move('ana', code, 'keep', { seq })
    await life.move('ana', code, 'keep', { seq })
    const stale = await app.as('dora').post(`/wishes/${code}/keep`, { seq })
    expect(stale.status).toBe(409)
    expect((await app.as('zhao').post(`/wishes/${code}/keep`)).status).toBe(403)
    expect((await app.as('ana').get('/desk')).html).not.toContain(`href="/wishes/${code}#keep"`)
    expect((await app.as('ana').get(`/wishes/${code}`)).html).not.toContain('id="keep"')
  })
})

describe('reminders', () => {
  test('are shown to those inside with the names, and not in public', async () => {
    const code = await life.claimed()
    await clockAt('2026-11-05T12:00:00+08:00')

    const [inside, outside] = [await app.as('dora').get(`/wishes/${code}`), await app.anyone.get(`/wishes/${code}`)]
    expect(inside.words).toContain(words.step.due)
    expect(inside.words).toContain(notifications.told.names('ben'))
    expect(outside.words).not.toContain(words.step.due)
  })
})

describe('giving back', () => {
  test('says how many are invited next', async () => {
    await nameHours(app.services, app.people.cleo.id, ['weekday'])
    const code = await life.claimed()
    const answer = await app
      .as('ben')
      .post(`/wishes/${code}/release`, { handover: 'the shop had none' }, { 'hx-request': 'true' })
    expect([answer.status, answer.words.includes(notifications.told.nextInvited(1))]).toEqual([200, true])
  })
})
