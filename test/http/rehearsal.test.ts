import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'
import { living } from './living.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp({ isRehearsal: true, config: { isDemo: true } })
})
const forward = (leap: string, who: 'dora' | 'ana' = 'dora') => app.as(who).post('/rehearsal', { leap })
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

  test('signs nobody out, however many months go by', async () => {
    for (const who of ['ana', 'ben', 'dora'] as const) expect((await app.as(who).get('/')).status).toBe(200)
    for (let month = 0; month < 5; month++) expect((await forward('month')).location).toMatch(/^\/rehearsal/)

    for (const who of ['ana', 'dora'] as const) expect((await app.as(who).get('/desk')).status).toBe(200)
    expect((await app.as('ben').get('/mine')).status).toBe(200)
  })

  test('two presses at once are one', async () => {
    await Promise.all([forward('day'), forward('day', 'ana')])

    expect(time()).toBe('2026-11-03T03:00:00.000Z')
  })

  test('a leap that there is none of moves nothing', async () => {
    expect((await forward('year')).status).toBe(400)
    expect(time()).toBe('2026-11-02T03:00:00.000Z')
  })
})

describe('the bar of the demo', () => {
  test('shows the time once the clock was moved, and leads to the rehearsal whoever may go there', async () => {
    expect((await app.anyone.get('/')).words).not.toContain('2026-11-02 11:00')
    await forward('day')

    const [anyone, volunteer] = [await app.anyone.get('/login'), await app.as('ben').get('/mine')]
    expect(anyone.words).toContain(zh.rehearsal.shows('2026-11-03 11:00'))
    expect(anyone.html).toContain('href="/rehearsal"')
    expect(volunteer.words).toContain(zh.rehearsal.shows('2026-11-03 11:00'))
    expect(volunteer.html).not.toContain('href="/rehearsal"')
  })

  test('says nothing of a time where the demo has no such clock', async () => {
    const plain = await testApp({ config: { isDemo: true } })

    expect((await plain.anyone.get('/login')).html).not.toContain('/rehearsal')
  })
})
