import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { invitations, volunteers } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { nameHours } from '#test/support/name-hours.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { invitations: words, catalogue } = zh
const clockAt = async (when: string) => {
  app.at(when)
  await tick(app.services)
}
const row = async () => {
  const { db } = app.services.store
  const [own] = await db.select().from(volunteers).where(eq(volunteers.personId, app.people.ben.id))
  return own
}

describe('an invitation on the page of its volunteer', () => {
  test('says in one sentence why, and how often they were asked, with everything that was weighed behind it', async () => {
    const code = await life.open({ item: 'haircut', quantity: '1', urgency: 'blue' })
    await clockAt('2026-11-03T10:00:00+08:00')

    const page = await app.as('ben').get('/mine')
    const haircut = words.reason.strength(catalogue.strengths.haircut)
    const saturday = words.reason.time(words.when('周六', '上午'))
    expect(page.words).toContain(`${haircut}，${saturday}；${words.reason.asked(1)}。`)
    expect(page.words).toContain(words.reason.chance(38))
    expect(page.words).toContain(words.ignore)
    expect(page.html).toContain(`action="/wishes/${code}/claim"`)
    expect(page.html).toContain('href="/c/hongqi/rules#invitations"')
    const english = await app.as('ben').get('/mine', { cookie: 'lang=en' })
    expect(english.words).toContain(en.invitations.reason.strength(en.catalogue.strengths.haircut))
    expect(hanIn(english)).toEqual([])
  })

  test('comes first on the board, where everybody may claim it all the same', async () => {
    await life.open({ quantity: '1' })
    const code = await life.open({ item: 'haircut', quantity: '1', urgency: 'blue' })
    const { store } = app.services
    await clockAt('2026-11-03T10:00:00+08:00')
    const [invited] = await store.db.select().from(invitations).where(eq(invitations.personId, app.people.ben.id))
    expect(invited).toBeDefined()

    const first = /id="wish-([\d-]+)"/.exec((await app.as('ben').get('/c/hongqi')).html)?.[1]
    expect((await life.stored(first ?? '')).id).toBe(invited?.wishId)
    await life.claim(code, 'cleo')
    expect((await life.stored(code)).state).toBe('claimed')
  })
})

describe('how often a volunteer is asked', () => {
  test('is their own choice, applies at once, and is said back', async () => {
    expect((await app.as('ben').get('/mine')).html).toContain('href="/mine/invitations"')
    const saved = await app.as('ben').post('/mine/invitations', { choice: 'never', pausedUntil: '' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/mine/invitations?c=hongqi&done=saved'])
    expect((await app.as('ben').get('/mine/invitations?done=saved')).words).toContain(words.choice.saved)
    expect(await row()).toMatchObject({ askChoice: 'never', askPausedUntil: null })
    await nameHours(app.services, app.people.cleo.id, ['weekday'])
    await nameHours(app.services, app.people.ben.id, ['weekday'])
    await life.open({ urgency: 'red' })

    const rows = await app.services.store.db.select().from(invitations)
    expect(rows.map(({ personId }) => personId)).toEqual([app.people.cleo.id])
  })

  test('can be paused until a day within a year; another day is refused with the form as typed', async () => {
    for (const pausedUntil of ['2026-11-02', '2025-01-01', '2028-01-01', 'soon']) {
      const refused = await app.as('ben').post('/mine/invitations', { choice: 'weekly', pausedUntil })
      expect([refused.status, refused.words.includes(words.choice.wrongDay)]).toEqual([422, true])
      expect(refused.html).toContain(`value="${pausedUntil}"`)
    }
    expect(await row()).toMatchObject({ askChoice: 'usual', askPausedUntil: null })
    await app.as('ben').post('/mine/invitations', { choice: 'weekly', pausedUntil: '2026-11-20' })
    expect(await row()).toMatchObject({ askChoice: 'weekly', askPausedUntil: '2026-11-20' })
    expect((await app.as('ben').get('/mine/invitations')).words).toContain(words.choice.pausedUntil('11月20日'))
  })

  test('is for volunteers alone', async () => {
    expect((await app.as('dora').get('/mine/invitations')).status).toBe(404)
    expect((await app.as('dora').post('/mine/invitations', { choice: 'never' })).status).toBe(404)
  })
})

test('the month says how many volunteers were never invited, and not who; a month too long ago says nothing', async () => {
  const { invited } = zh.review
  await nameHours(app.services, app.people.cleo.id, ['weekday'])
  await life.open({ item: 'haircut', quantity: '1', urgency: 'blue' })
  await app.as('cleo').post('/mine/invitations', { choice: 'never', pausedUntil: '' })
  await clockAt('2026-11-03T10:00:00+08:00')

  const page = await app.as('dora').get('/reports/2026-11')
  const [, after = ''] = page.words.split(invited.never)
  expect(after.trim().startsWith(invited.of(1, 2))).toBe(true)
  expect(after.slice(0, 200)).not.toContain('cleo')
  expect((await app.as('ana').get('/reports/2026-11')).words).not.toContain(invited.never)
  app.at('2027-05-20T10:00:00+08:00')
  expect((await app.as('dora').get('/reports/2026-11')).words).not.toContain(invited.never)
})

describe('the secretary', () => {
  const { staff } = words

  test('sees for each waiting wish who was asked and when, and how many were never asked', async () => {
    const code = await life.open({ item: 'haircut', quantity: '1', urgency: 'blue' })
    await life.open({ quantity: '1' })
    await clockAt('2026-11-03T10:00:00+08:00')

    const page = await app.as('dora').get('/invitations')
    expect(page.html).toContain(`href="/wishes/${code}"`)
    expect(page.words).toContain(staff.wishes.asked(2))
    expect(page.words).toMatch(/11月3日 10:00：(ben、cleo|cleo、ben)/)
    expect(page.words).toContain(staff.never.of(0, 2))
    expect(page.words).toContain(staff.wishes.next.answers)
    expect(hanIn(await app.as('dora').get('/invitations', { cookie: 'lang=en' }))).toEqual([])
  })

  test('sees in sums what the next plan would do, and what would help: a skill that no volunteer has', async () => {
    await life.open({ item: 'fix-tap', quantity: '1', urgency: 'blue' })
    await life.open({ item: 'haircut', quantity: '1', urgency: 'blue' })

    const page = await app.as('dora').get('/invitations')
    expect(page.words).toContain(staff.next.when('11月3日 10:00'))
    expect(page.words).toContain(staff.next.counts(2, 2))
    expect(page.words).toContain(staff.wishes.next.people(2))
    expect(page.words.split(staff.wishes.title).at(-1)).not.toContain('ben')
    expect(page.words).toContain(staff.helps.strength(catalogue.strengths['plumbing-electric'], 1))
    expect(page.words).toContain(staff.helps.script(catalogue.strengths['plumbing-electric'], 1))
    const [link] = /\/reports\/2026-11\/activities\/new[^"]*/.exec(page.html) ?? []
    expect((await app.as('dora').get((link ?? '').replaceAll('&amp;', '&'))).status).toBe(200)
    expect(await app.services.store.db.select().from(invitations)).toEqual([])
  })

  test('alone: others have no such page, and the desk leads there', async () => {
    expect((await app.as('dora').get('/desk')).html).toContain('href="/invitations"')
    expect((await app.as('ana').get('/desk')).html).not.toContain('href="/invitations"')
    for (const who of ['ana', 'ben'] as const) expect((await app.as(who).get('/invitations')).status).toBe(404)
    expect((await app.as('zhao').get('/invitations?c=hongqi')).status).toBe(404)
  })
})

test('the formula is among the public rules, in both languages', async () => {
  const [chinese, english] = [
    await app.anyone.get('/c/hongqi/rules'),
    await app.anyone.get('/c/hongqi/rules', { cookie: 'lang=en' }),
  ]
  for (const line of words.rules.rows) expect(chinese.words).toContain(line)
  for (const line of en.invitations.rules.rows) expect(english.words).toContain(line)
})
