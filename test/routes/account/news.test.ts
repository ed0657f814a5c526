import { beforeEach, describe, expect, test } from 'vitest'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { nameHours } from '#test/support/name-hours.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { kind, yours, barred } = zh.notifications
const newsOf = async (who: Name) => {
  const { html } = await app.as(who).get('/mine')
  return /<section[^>]*id="notifications"[\s\S]*?<\/section>/.exec(html)?.[0]?.replaceAll(/<[^>]*>/g, '') ?? ''
}

describe('a notification', () => {
  test('names the wish and the next step, and leads to it', async () => {
    const code = await life.claimed('ben')
    app.at('2026-11-03T12:00:00+08:00')
    await tick(app.services)

    const page = await app.as('ben').get('/mine')
    expect(page.words).toContain(`纯牛奶 2 箱 ${kind.contact}`)
    expect(page.html).toContain(`href="/wishes/${code}#next"`)
    expect((await app.as('ben').get(`/wishes/${code}`)).html).toContain('id="next"')
  })

  test('is gone from list and count once it is overtaken: published, claimed, agreed, delivered', async () => {
    const code = await life.open()
    expect(await newsOf('ana')).toContain(kind.publish)
    await life.claim(code, 'ben')
    expect((await app.as('ana').get('/c/hongqi')).words).toContain(zh.site.unread(1))
    expect(await newsOf('ana')).toContain(kind.claim)
    expect(await newsOf('ana')).not.toContain(kind.publish)
    app.at('2026-11-03T12:00:00+08:00')
    await tick(app.services)
    expect((await app.as('ben').get('/c/hongqi')).words).toContain(zh.site.unread(1))
    await life.move('ben', code, 'schedule', { day: '2026-11-04', time: '11:00' })
    expect((await app.as('ben').get('/c/hongqi')).words).not.toContain(zh.site.unread(1))
    expect(await newsOf('ben')).not.toContain(kind.contact)
    await life.deliver(code)
    expect(await newsOf('ana')).toContain(kind.deliver)
    expect(await newsOf('ana')).not.toContain(kind.schedule)
  })

  test('about an invitation is gone when another volunteer has claimed the wish', async () => {
    await nameHours(app.services, app.people.cleo.id, ['weekday'])
    const code = await life.claimed('ben')
    await life.move('ben', code, 'release', { handover: 'ill' })
    // Its card is on the page, so that the list need not repeat it; the count has it until it is read.
    expect((await app.as('cleo').get('/c/hongqi')).words).toContain(zh.site.unread(1))
    expect((await app.as('cleo').get('/mine')).words).toContain(zh.waits.fits.lead)
    expect(await newsOf('cleo')).not.toContain(kind.fits)
    await life.claim(code, 'dora', { volunteer: app.people.ben.id })
    const after = await app.as('cleo').get('/mine')
    expect(after.words).not.toContain(zh.waits.fits.lead)
    expect(await newsOf('cleo')).not.toContain(kind.fits)
  })

  test('says to the claimant what it means for them, and to the one who delivered that another takes over', async () => {
    const code = await life.open()
    await life.claim(code, 'ana', { volunteer: app.people.ben.id })
    expect(await newsOf('ben')).toContain(yours.claim)
    await life.deliver(code)
    await life.call(code, { reached: 'yes', received: 'no' }, 'dora')
    expect(await newsOf('ben')).toContain(barred)
    expect(await newsOf('ben')).not.toContain(kind.reopen)
  })

  test('that was read is left out after thirty days', async () => {
    const code = await life.open()
    expect(await newsOf('ana')).toContain(kind.publish)
    app.at('2026-12-04T12:00:00+08:00')
    expect(await newsOf('ana')).not.toContain(`${kind.publish}`)
    expect((await life.stored(code)).state).toBe('open')
  })
})
