import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { takeOn } from '#actions/lists/take-on.ts'
import { importOf } from '#db/lists/list-rows.ts'
import { events, notifications, roles, wishes } from '#db/schema/tables.ts'
import type { Person } from '#domain/people/actor.ts'
import { finishLists } from '#jobs/finish-lists.ts'
import { tick } from '#jobs/run-clock.ts'
import { testApp } from '#test/support/app.ts'
import { csv, headings, nameGrids, placeOf, take, takenOf, upload } from '#test/support/lists/imports.ts'
import { eachStore, type OpenStore } from '#test/support/stores.ts'

const han = '甲乙丙丁戊己庚辛壬癸'
const kettle = (n: number) =>
  `${han[Math.floor(n / 10)]}${han[n % 10]},第一网格,${n + 1}号楼1单元101,199000012${String(n).padStart(2, '0')},烧水壶,1,90`
const longList = csv(headings, ...Array.from({ length: 60 }, (_, n) => kettle(n)))

async function site(open: OpenStore) {
  const app = await testApp({ store: await open() })
  const { services } = app
  const { db } = services.store
  await nameGrids(services.store)
  const begin = async (who: Person, parts = 0) => {
    const id = await upload(services, who, longList)
    expect(await take(services, who, id)).toBe('taken')
    for (let part = 0; part < parts; part++) await takeOn(services, who, await placeOf(services, who), id)
    return id
  }
  const posted = async () => (await db.select().from(wishes)).length
  const told = async () =>
    (await db.select().from(notifications)).filter(({ aboutId }) => aboutId).map((one) => `${one.personId} ${one.kind}`)
  return { app, services, db, ...app.people, begin, posted, told }
}

eachStore((open) => {
  test('a list that was confirmed and left is finished by the clock, each row once, in the name of who confirmed it', async () => {
    const { app, services, db, dora, begin, posted, told } = await site(open)
    const id = await begin(dora, 1)

    app.at('2026-11-02T11:01:59+08:00')
    await tick(services)
    expect(await posted()).toBe(25)
    app.at('2026-11-02T11:02:00+08:00')
    await Promise.all([tick(services), tick(services)])
    await tick(services)

    const taken = await takenOf(services, dora, id)
    expect([await posted(), new Set(taken.wishCodes).size, taken.newResidents, taken.left]).toEqual([60, 60, 60, []])
    const posts = await db.select().from(events).where(eq(events.action, 'post'))
    expect([posts.length, new Set(posts.map(({ actorId }) => actorId))]).toEqual([60, new Set([dora.id])])
    expect(await told()).toEqual([`${dora.id} list-finished`])
    const desk = await app.as('dora').get('/desk')
    expect(desk.html).toContain(`href="/import/${id}"`)
    expect((await app.as('dora').get(`/import/${id}`)).words).toContain('登记的心愿 60')
  })

  test('a page that comes back while the clock is at it takes another part or none', async () => {
    const { app, services, dora, begin, posted } = await site(open)
    const id = await begin(dora)
    app.at('2026-11-02T11:05:00+08:00')
    const place = await placeOf(services, dora)

    for (let round = 0; round < 3; round++)
      await Promise.all([finishLists(services), takeOn(services, dora, place, id), takeOn(services, dora, place, id)])

    const taken = await takenOf(services, dora, id)
    expect([await posted(), taken.wishCodes.length, taken.left]).toEqual([60, 60, []])
  })

  test('days without a clock throw no begun list away', async () => {
    const { app, services, dora, begin, posted, told } = await site(open)
    const id = await begin(dora, 1)

    app.at('2026-11-05T09:00:00+08:00')
    await tick(services)
    await tick(services)

    expect([await posted(), await told()]).toEqual([60, [`${dora.id} list-finished`]])
    expect((await app.as('dora').get(`/import/${id}`)).status).toBe(200)
  })

  test('stops importing when the importer’s role has ended; the secretary is informed, and importing the list again adds the rest once', async () => {
    const { app, services, db, ana, dora, begin, posted, told } = await site(open)
    const id = await begin(ana, 1)
    await services.store.commit([db.update(roles).set({ untilDay: '2026-11-02' }).where(eq(roles.personId, ana.id))])

    app.at('2026-11-02T11:05:00+08:00')
    await Promise.all([tick(services), tick(services)])
    await tick(services)

    expect([await posted(), await told()]).toEqual([25, [`${dora.id} list-stopped`]])
    const kept = await importOf(db, id, ana.id, services.now())
    expect(kept?.taken?.left).toHaveLength(35)
    expect(kept?.taken?.left[0]).toEqual({ line: 27, why: 'role-ended' })
    expect((await app.as('dora').get('/desk')).words).toContain('请重新上传同一份清单')
    const again = await upload(services, dora, longList)
    await take(services, dora, again)
    while ((await importOf(db, again, dora.id, services.now()))?.taking)
      await takeOn(services, dora, await placeOf(services, dora), again)
    expect(await posted()).toBe(60)
  })

  test('who works in another grid now leaves the rows of the old one, with the reason', async () => {
    const { app, services, db, ana, begin, posted } = await site(open)
    const id = await begin(ana, 1)
    await services.store.commit([db.update(roles).set({ areaId: 'grid2' }).where(eq(roles.personId, ana.id))])

    app.at('2026-11-02T11:05:00+08:00')
    await tick(services)

    const left = (await importOf(db, id, ana.id, services.now()))?.taken?.left ?? []
    expect([await posted(), left.length, new Set(left.map(({ why }) => why))]).toEqual([
      25,
      35,
      new Set(['not-your-grid']),
    ])
  })
})
