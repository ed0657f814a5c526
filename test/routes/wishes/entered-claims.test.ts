import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { claims, notifications, views } from '#db/schema/tables.ts'
import { hx, living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { phones } from '#test/support/cast.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { forVolunteer, doneFor } = zh.moves
/** ben has rung the community, and ana has entered the claim for him. */
const entered = async () => {
  const code = await life.open()
  await life.move('ana', code, 'claim', { volunteer: app.people.ben.id, door: 'phone' })
  return code
}
const told = async (code: string, kind: string) => {
  const { id } = await life.stored(code)
  const rows = await app.services.store.db
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(and(eq(notifications.wishId, id), eq(notifications.kind, kind)))
  return rows.map(({ personId }) => personId)
}

describe('a claim that was entered for a volunteer on the telephone', () => {
  test('says on its page for whom one acts and where to ring them, and names each button so', async () => {
    const code = await entered()

    for (const who of ['ana', 'dora'] as const) {
      const page = await app.as(who).get(`/wishes/${code}`)
      expect(page.words).toContain(forVolunteer.title('ben'))
      expect(page.html).toContain(`href="tel:${phones.ben}"`)
      expect(page.words).toContain(forVolunteer.schedule('ben'))
      expect(page.words).toContain(forVolunteer.deliver('ben'))
      expect(page.words).toContain(forVolunteer.release('ben'))
      expect(page.words).not.toContain(zh.moves.release.title)
    }
    const english = await app.as('ana').get(`/wishes/${code}`, { cookie: 'lang=en' })
    expect(english.words).toContain(en.moves.forVolunteer.lead('ben'))
    expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain(zh.moves.release.title)
    expect((await app.as('cleo').get(`/wishes/${code}`)).html).not.toContain(phones.ben)
  })

  test('is scheduled and delivered by the person who entered it; the volunteer is notified of both', async () => {
    const code = await entered()

    await life.move('ana', code, 'schedule', { day: '2026-11-03', time: '11:00' })
    const answer = await app.as('ana').post(`/wishes/${code}/deliver`, { note: 'she was glad' }, hx)

    expect([answer.status, answer.words.includes(doneFor.deliver())]).toEqual([200, true])
    expect(await life.stored(code)).toMatchObject({
      state: 'delivered',
      claimantId: app.people.ben.id,
      deliveredBy: app.people.ana.id,
      visitAt: new Date('2026-11-03T11:00:00+08:00'),
    })
    expect(await told(code, 'schedule')).toEqual([app.people.ben.id])
    expect((await told(code, 'deliver')).toSorted()).toEqual([app.people.ben.id, app.people.dora.id].toSorted())
  })

  test('is given back by the secretary, with a note for the next claimant', async () => {
    const code = await entered()
    expect((await app.as('dora').post(`/wishes/${code}/release`, { handover: ' ' })).status).toBe(422)

    await life.move('dora', code, 'release', { handover: 'ben is away this week' })

    expect((await life.stored(code)).state).toBe('open')
    expect(await told(code, 'release')).toContain(app.people.ben.id)
  })

  test('is closed to others: another grid worker, and one who no longer works in that community', async () => {
    const code = await entered()
    for (const who of ['gus', 'cleo', 'zhao'] as const)
      expect((await app.as(who).post(`/wishes/${code}/deliver`)).status).toBe(403)
    const own = await life.claimed('cleo', { item: 'kettle' })
    for (const who of ['ana', 'dora'] as const)
      expect((await app.as(who).post(`/wishes/${own}/deliver`)).status).toBe(403)
  })

  test('is delivered with the code that the volunteer passes on, unless one has seen the code oneself', async () => {
    const code = await entered()
    await life.deliver(code, 'ana', { code: await life.codeOf(code) })
    expect((await life.stored(code)).confirmedHow).toBe('code')

    const other = await entered()
    await app.as('ana').post(`/wishes/${other}/code`)
    const refused = await app.as('ana').post(`/wishes/${other}/deliver`, { code: await life.codeOf(other) })
    expect(refused.status).toBe(403)
    expect(refused.words).toContain(zh.refusals.sentence({ why: 'knows-code' }))
    expect((await app.as('ana').get(`/wishes/${other}`)).html).not.toContain(`/wishes/${other}/deliver`)
  })

  test('is called back by a person who neither entered it nor recorded the delivery', async () => {
    const code = await entered()
    await life.deliver(code, 'ana')
    const said = { reached: 'yes', received: 'yes', satisfaction: 'satisfied' }
    expect((await app.as('ana').post(`/wishes/${code}/confirm`, said)).status).toBe(403)
    await life.call(code, said, 'dora')
    expect((await life.stored(code)).state).toBe('fulfilled')

    const second = await entered()
    await life.deliver(second, 'dora')
    expect((await app.as('dora').post(`/wishes/${second}/confirm`, said)).status).toBe(403)
  })

  test('frees the volunteer’s slot when it is delivered, and takes it again when that is undone', async () => {
    const code = await entered()
    await life.deliver(code, 'ana')
    await life.move('ana', code, 'undo')
    const rows = await app.services.store.db.select().from(claims)
    expect(rows).toMatchObject([{ personId: app.people.ben.id, deliveredAt: null, endedAt: null }])
  })

  test('shows the resident’s telephone only on the resident’s own page, where the look is written down', async () => {
    const code = await entered()
    const page = await app.as('ana').get(`/wishes/${code}`)
    expect(page.html).not.toContain('13800138000')

    expect((await app.as('ana').get(`/residents/${app.residents.li}`)).html).toContain('13800138000')
    const looks = await app.services.store.db.select().from(views).where(eq(views.viewerId, app.people.ana.id))
    expect(looks.filter(({ residentId }) => residentId === app.residents.li).length).toBeGreaterThan(0)
  })
})
