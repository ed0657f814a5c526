import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { living } from './living.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp({ isRehearsal: true, config: { isDemo: true } })
})
const forward = (jump: string, who: 'dora' | 'ana' = 'dora') => app.as(who).post('/rehearsal', { jump })
const time = () => app.services.now().toISOString()

describe('putting the clock forward', () => {
  test('goes an hour, a day, and to the end of the month', async () => {
    expect((await forward('hour')).status).toBe(303)
    expect(time()).toBe('2026-11-02T04:00:00.000Z')
    await forward('day')
    expect(time()).toBe('2026-11-03T04:00:00.000Z')
    await forward('month')
    expect(time()).toBe('2026-11-30T16:00:00.000Z')
  })

  test('does on the way what falls due, at the hour at which it does, and says so in a list', async () => {
    const life = living(app)
    const code = await life.claimed('ben')

    const moved = await forward('month')
    const page = await app.as('dora').get(moved.location ?? '')

    expect(page.words).toContain(zh.rehearsal.times(zh.words.done.lapse, 1))
    expect(page.html).toContain(`href="/wishes/${code}"`)
    expect(page.words).toMatch(/2026-11-\d\d 00:00/)
    expect((await app.as('dora').get(`/wishes/${code}`)).words).toContain(zh.words.done.lapse)
  })

  test('says that nothing was due, and names nothing from before', async () => {
    await living(app).claimed('ben')
    await forward('month')

    const second = await app.as('dora').get((await forward('hour')).location ?? '')

    expect(second.words).toContain(zh.rehearsal.nothing)
  })

  test('signs no one out, however many months go by', async () => {
    for (const who of ['ana', 'ben', 'dora'] as const) expect((await app.as(who).get('/')).status).toBe(200)
    for (let month = 0; month < 5; month++) expect((await forward('month')).location).toMatch(/^\/rehearsal/)

    for (const who of ['ana', 'dora'] as const) expect((await app.as(who).get('/desk')).status).toBe(200)
    expect((await app.as('ben').get('/mine')).status).toBe(200)
  })

  test('two presses at once are one', async () => {
    await Promise.all([forward('day'), forward('day', 'ana')])

    expect(time()).toBe('2026-11-03T03:00:00.000Z')
  })

  test('a jump that there is none of moves nothing', async () => {
    expect((await forward('year')).status).toBe(400)
    expect(time()).toBe('2026-11-02T03:00:00.000Z')
  })
})

describe('the bar of the demo', () => {
  test('shows the time once the clock was moved, and leads everybody to the rehearsal', async () => {
    expect((await app.anyone.get('/')).words).not.toContain('2026-11-02 11:00')
    await forward('day')

    const [anyone, volunteer] = [await app.anyone.get('/login'), await app.as('ben').get('/mine')]
    expect(anyone.words).toContain(zh.rehearsal.shows('2026-11-03 11:00'))
    expect(anyone.html).toContain('href="/rehearsal"')
    expect(volunteer.words).toContain(zh.rehearsal.shows('2026-11-03 11:00'))
    expect(volunteer.html).toContain('href="/rehearsal"')
    expect((await app.as('ben').get('/rehearsal')).status).toBe(200)
  })

  test('says nothing of a time where the demo has no such clock', async () => {
    const plain = await testApp({ config: { isDemo: true } })

    expect((await plain.anyone.get('/login')).html).not.toContain('/rehearsal')
  })
})

describe('the people of the sample', () => {
  const be = (who: string, to = '/', as: 'anyone' | 'ben' = 'anyone') =>
    (as === 'anyone' ? app.anyone : app.as(as)).post('/rehearsal/as', { who, to })

  test('are a press away: one goes where they have something to do, signed in as they are', async () => {
    const pressed = await be('secretary', '/desk')
    expect([pressed.status, pressed.location]).toEqual([303, '/desk'])

    const desk = await app.with(pressed).get('/desk')
    expect(desk.status).toBe(200)
    expect((await app.with(pressed).get('/rehearsal')).words).toContain(zh.rehearsal.youAre('dora'))
  })

  test('change places: a person who takes another role is signed out of the former one', async () => {
    await app.as('ben').get('/mine')
    const pressed = await be('gridWorker', '/callbacks', 'ben')

    expect((await app.with(pressed).get('/callbacks')).status).toBe(200)
    expect((await app.as('ben').get('/mine')).location).toMatch(/^\/login/)
  })

  test('lead to no other site, and every person there is one of them', async () => {
    expect((await be('secretary', '//evil.example')).location).toBe('/')
    expect((await be('nobody')).status).toBe(400)
    expect((await be('supervisor')).status).toBe(400)
  })

  test('are in a guide that names the month which has ended', async () => {
    const { html, words } = await app.anyone.get('/rehearsal')
    expect(words).toContain(zh.rehearsal.how.sign(zh.ledger.month(2026, 10)))
    for (const to of ['/desk', '/callbacks', '/reports/2026-10', '/reports/2026-10/sign'])
      expect(html).toContain(`name="to" value="${to}"`)
  })

  test('go about their work unless one would rather be alone', async () => {
    expect((await app.anyone.get('/rehearsal')).html).toMatch(/name="lively"[^>]*checked/)
    const alone = await app.as('dora').post('/rehearsal', { jump: 'hour' })
    expect((await app.as('dora').get(alone.location ?? '')).html).not.toMatch(/name="lively"[^>]*checked/)
    const lively = await app.as('dora').post('/rehearsal', { jump: 'month', lively: 'yes' })
    expect((await app.as('dora').get(lively.location ?? '')).html).toMatch(/name="lively"[^>]*checked/)
  })
})
