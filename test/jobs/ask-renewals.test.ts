import { and, desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consents, events, notifications, residents, roles, ruleVersions } from '#db/schema/tables.ts'
import { localDay, monthsBefore } from '#domain/time/workdays.ts'
import { askRenewals } from '#jobs/ask-renewals.ts'
import { tick } from '#jobs/run-clock.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { listResident, places } from '#test/support/cast.ts'
import { eachStore } from '#test/support/stores.ts'

// The cast's residents agreed on 20 October 2026, and were asked again by no one.
const before = '2027-10-19T23:59:59+08:00'
const midnight = '2027-10-20T00:00:00+08:00'

const told = async ({ services }: TestApp) =>
  (await services.store.db.select().from(notifications).where(eq(notifications.kind, 'kept-due'))).map(
    ({ personId, aboutId }) => `${personId} ${aboutId}`,
  )
const fileOf = async ({ services }: TestApp, id: string) =>
  (await services.store.db.select().from(residents).where(eq(residents.id, id)))[0]
const latest = async ({ services }: TestApp, id: string) =>
  (
    await services.store.db
      .select()
      .from(consents)
      .where(and(eq(consents.residentId, id), eq(consents.purpose, 'kept')))
      .orderBy(desc(consents.at))
  )[0]

test('a month before the last of a long month is the last of a short one', () => {
  expect(
    (
      [
        ['2027-10-20', 12],
        ['2028-02-29', 12],
        ['2027-03-31', 1],
        ['2027-01-15', 13],
      ] as const
    ).map(([day, n]) => monthsBefore(day, n)),
  ).toEqual(['2026-10-20', '2027-02-28', '2027-02-28', '2025-12-15'])
})

eachStore((open) => {
  test('a year after the yes, at the midnight of the community, each worker of the grid is notified once', async () => {
    const app = await testApp({ store: await open() })
    const { ana, gus, wang } = app.people
    const { li, ma, sun } = app.residents

    app.at(before)
    await tick(app.services)
    expect(await told(app)).toEqual([])
    app.at(midnight)
    await Promise.all([tick(app.services), tick(app.services)])
    await tick(app.services)

    expect((await told(app)).sort()).toEqual([`${ana.id} ${li}`, `${gus.id} ${ma}`, `${wang.id} ${sun}`].sort())
    const written = await app.services.store.db.select().from(events).where(eq(events.action, 'kept-due'))
    expect(written.map(({ actorId, data }) => [actorId, data.keptOn])).toEqual(
      Array.from({ length: 3 }, () => ['clock', '2026-10-20']),
    )
    expect((await app.as('ana').get('/desk')).words).toMatch(/再问一次：还愿意留在名单上吗 · 1 位 Li Guilan/)
    expect((await app.as('dora').get('/desk')).words).toContain('再问一次：还愿意留在名单上吗 · 2 位')
    expect((await app.as('ben').get('/mine')).words).not.toContain('留名')
  })

  test('if the resident still agrees, one press records a new consent with day, channel and witness, and the year starts again', async () => {
    const app = await testApp({ store: await open() })
    const { li } = app.residents
    app.at('2027-10-25T12:00:00+08:00')
    await askRenewals(app.services)

    const page = await app.as('ana').get(`/residents/${li}`)
    expect(page.words).toContain('上次同意是 2026年10月20日')
    const form = { key: page.hidden('key'), method: 'phone' }
    expect((await app.as('gus').post(`/residents/${li}/kept`, form)).status).toBe(404)
    const [first, second] = [
      await app.as('ana').post(`/residents/${li}/kept`, form),
      await app.as('ana').post(`/residents/${li}/kept`, form),
    ]

    expect([first.status, second.location]).toEqual([303, first.location])
    expect(await latest(app, li)).toMatchObject({
      given: true,
      method: 'phone',
      day: '2027-10-25',
      witnessId: app.people.ana.id,
    })
    expect(await fileOf(app, li)).toMatchObject({ renewedOn: '2027-10-25', renewalDueAt: null })
    const answers = await app.services.store.db.select().from(consents).where(eq(consents.residentId, li))
    expect(answers.filter(({ purpose }) => purpose === 'kept')).toHaveLength(2)
    expect((await app.as('ana').get('/desk')).html).not.toContain('id="kept"')
    app.at('2028-10-24T23:59:59+08:00')
    expect([await askRenewals(app.services), (await fileOf(app, li))?.renewalDueAt]).toEqual([0, null])
    app.at('2028-10-25T00:00:00+08:00')
    expect(await askRenewals(app.services)).toBe(1)
  })

  test('after thirty days without an answer it is on the list of exceptions, and the file is unchanged', async () => {
    const app = await testApp({ store: await open() })
    const { li } = app.residents
    app.at('2027-10-20T15:00:00+08:00')
    await tick(app.services)

    app.at('2027-11-18T23:59:59+08:00')
    expect((await app.as('dora').get('/desk')).html).not.toContain('id="unrenewed"')
    app.at('2027-11-19T00:00:00+08:00')
    await tick(app.services)
    const desk = await app.as('dora').get('/desk')
    expect(desk.words).toContain('建档同意已到期，还没再问 · 2 件')
    expect(desk.html).toContain(`href="/residents/${li}#kept"`)
    const street = await app.as('eve').get('/desk')
    expect(street.words).toContain('建档同意已到期，还没再问')
    expect(street.words).not.toContain('Li Guilan')

    app.at('2029-10-20T12:00:00+08:00')
    await tick(app.services)
    expect(await fileOf(app, li)).toMatchObject({ name: 'Li Guilan', endedAt: null })
    expect(await told(app)).toHaveLength(3)
  })

  test('if the resident does not agree, the page leads to the end of the file, and an ended file is not asked about again', async () => {
    const app = await testApp({ store: await open() })
    const { li } = app.residents
    app.at('2027-10-20T12:00:00+08:00')
    await askRenewals(app.services)

    const page = await app.as('ana').get(`/residents/${li}`)
    const link = /href="(\/residents\/[^"]*\/end\?[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const end = await app.as('ana').get(link)
    const typed = { reason: 'asked', method: 'in-person', day: '2027-10-20', seen: end.hidden('seen') }
    expect((await app.as('ana').post(`/residents/${li}/end`, typed)).status).toBe(303)

    expect(await fileOf(app, li)).toMatchObject({ endReason: 'asked' })
    expect((await app.as('ana').get('/desk')).words).not.toContain('Li Guilan')
    expect((await app.as('ana').get(`/residents/${li}`)).html).not.toContain(`/residents/${li}/kept`)
  })

  test('the secretary asks in a grid without a worker, an imported row without consent is not asked about, and a rule may shorten the period', async () => {
    const app = await testApp({ store: await open() })
    const { db, commit } = app.services.store
    const { ana, dora } = app.people
    await commit([db.update(roles).set({ untilDay: '2027-01-01' }).where(eq(roles.personId, ana.id))])
    await commit([db.update(residents).set({ renewedOn: null }).where(eq(residents.id, app.residents.ma))])
    const [first] = await db.select().from(ruleVersions)
    const rules = JSON.stringify({ ...JSON.parse(first?.rules ?? '{}'), keptMonths: 6 })
    const version = { id: 'sooner', communityId: places.hongqi, fromDay: '2027-01-01', reason: 'r', rules }
    await commit([db.insert(ruleVersions).values({ ...version, madeBy: dora.id, madeAt: app.services.now() })])

    app.at('2027-04-19T23:59:59+08:00')
    expect(await askRenewals(app.services)).toBe(0)
    app.at('2027-04-20T00:00:00+08:00')
    expect(await askRenewals(app.services)).toBe(1)
    expect(await told(app)).toEqual([`${dora.id} ${app.residents.li}`])
  })

  test('a yes that turns up late, of a day before the one that counts, makes nothing older', async () => {
    const app = await testApp({ store: await open() })
    const { li } = app.residents
    const page = await app.as('ana').get(`/residents/${li}/consents`)
    const answer = { purpose: 'kept', given: 'yes', method: 'phone', day: '2025-01-01', key: page.hidden('key') }
    expect((await app.as('ana').post(`/residents/${li}/consents`, answer)).status).toBe(303)

    expect(await fileOf(app, li)).toMatchObject({ renewedOn: '2026-10-20' })
    expect(localDay(app.services.now(), 'Asia/Shanghai')).toBe('2026-11-02')
  })
})

test('the cast has a yes on every file', async () => {
  const app = await testApp()
  const id = await listResident(app.services, app.people.ana, places.hongqi, {
    gridId: places.grid1,
    name: 'Xu',
    door: '9',
  })

  expect(await fileOf(app, id)).toMatchObject({ renewedOn: '2026-10-20', renewalDueAt: null })
})
