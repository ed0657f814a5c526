import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { grantRole } from '#actions/people/grant-role.ts'
import { notifications, roles, sessions, wishes } from '#db/schema/tables.ts'
import { clock } from '#domain/people/actor.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { phones, places } from '#test/support/cast.ts'
import { endAddress, leave } from '#test/support/leave.ts'
import { zh } from '#text/zh.ts'

const words = zh.people.handover

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const openRoles = async (personId: string) => {
  const { db } = app.services.store
  const rows = await db
    .select()
    .from(roles)
    .where(and(eq(roles.personId, personId), isNull(roles.untilDay)))
  return rows.map(({ role, areaId }) => `${role} ${areaId}`).sort()
}

describe('ending a grid worker’s role', () => {
  test('is asked first: a page with what is in hand, and nothing has ended', async () => {
    await living(app).post()
    await living(app).delivered('ben')

    const asked = await app.as('dora').get(await endAddress(app, app.people.ana.id, 'gridWorker'))

    expect(asked.words).toContain(`${zh.desk.tasks['with-secretary'].title}：${zh.desk.count(1)}`)
    expect(asked.words).toContain(`${zh.desk.tasks['to-call'].title}：${zh.desk.count(1)}`)
    expect(asked.words).toContain(words.nobodyYet)
    expect(await openRoles(app.people.ana.id)).toEqual(['gridWorker grid1'])
  })

  test('hands the grid to a colleague in one press: they have it, are informed, and the leaver is signed out', async () => {
    await app.as('ana').get('/desk')
    const { ana, gus } = app.people

    const answer = await leave(app, 'dora', ana.id, 'gridWorker', { [`taker-${places.grid1}`]: gus.id })

    expect([answer.status, answer.location]).toEqual([303, `/people/${ana.id}?done=left`])
    expect(await openRoles(gus.id)).toEqual(['gridWorker grid1', 'gridWorker grid2'])
    expect(await openRoles(ana.id)).toEqual([])
    const { db } = app.services.store
    expect(await db.select().from(sessions).where(eq(sessions.personId, ana.id))).toEqual([])
    const told = await db.select().from(notifications).where(eq(notifications.personId, gus.id))
    expect(told.map(({ kind, aboutId }) => [kind, aboutId])).toEqual([['grid-taken', places.grid1]])
    expect((await app.as('gus').get(`/residents?grid=${places.grid1}`)).words).toContain('Li Guilan')
    expect((await app.as('dora').get(answer.location ?? '')).status).toBe(200)
    expect((await app.as('dora').get('/desk')).words).not.toContain(words.unmanned('Grid 1'))
  })

  test('without a colleague leaves the grid on the secretary’s desk until it has a worker', async () => {
    await leave(app, 'dora', app.people.ana.id, 'gridWorker')

    expect((await app.as('dora').get('/desk')).words).toContain(words.unmanned('Grid 1'))
    expect((await app.as('gus').get('/desk')).words).not.toContain(words.unmanned('Grid 1'))
    const grant = { role: 'gridWorker', areaId: places.grid1 }
    expect((await app.as('dora').post(`/people/${app.people.gus.id}/roles`, grant)).status).toBe(303)
    expect((await app.as('dora').get('/desk')).words).not.toContain(words.unmanned('Grid 1'))
  })

  test('covers all grids of the person, each to its own colleague, and one may stay', async () => {
    const { ana, gus, dora } = app.people
    await app.as('dora').post(`/people/${ana.id}/roles`, { role: 'gridWorker', areaId: places.grid2 })

    const all = { [`taker-${places.grid1}`]: 'stays', [`taker-${places.grid2}`]: 'stays' }
    const none = await leave(app, 'dora', ana.id, 'gridWorker', all)
    expect([none.status, none.words.includes(words.allStay)]).toEqual([422, true])
    await leave(app, 'dora', ana.id, 'gridWorker', { ...all, [`taker-${places.grid2}`]: dora.id })

    expect(await openRoles(ana.id)).toEqual(['gridWorker grid1'])
    expect(await openRoles(dora.id)).toEqual(['gridWorker grid2', 'secretary hongqi'])
    expect(await openRoles(gus.id)).toEqual(['gridWorker grid2'])
  })

  test('takes no colleague of another community', async () => {
    const taker = { [`taker-${places.grid1}`]: app.people.wang.id }
    await leave(app, 'dora', app.people.ana.id, 'gridWorker', taker)
    expect(await openRoles(app.people.wang.id)).toEqual(['gridWorker nanyuan1'])
  })
})

describe('ending a volunteer’s role', () => {
  test('lists what is not delivered, and gives it back to the board in the same commit', async () => {
    const code = await living(app).claimed('ben')
    const address = await endAddress(app, app.people.ben.id, 'volunteer')
    expect((await app.as('dora').get(address)).words).toContain(words.undelivered)

    await app.as('dora').post(address, { handover: '钥匙在门卫' })

    const [wish] = await app.services.store.db.select().from(wishes).where(eq(wishes.code, code))
    expect(wish?.state).toBe('open')
    expect(await openRoles(app.people.ben.id)).toEqual([])
  })
})

describe('the last one who can sign in', () => {
  const dorasEnd = () => endAddress(app, app.people.dora.id, 'secretary')

  test('cannot go: neither the secretary of a community nor the administrator', async () => {
    for (const who of ['dora', 'zhao', 'finn'] as const) await app.givePassword(who, 'four unrelated words')

    const secretary = await app.as('finn').post(await dorasEnd())
    const administrator = await leave(app, 'finn', app.people.finn.id, 'administrator')

    expect([secretary.status, secretary.words.includes(words.last.secretary)]).toEqual([409, true])
    expect([administrator.status, administrator.words.includes(words.last.administrator)]).toEqual([409, true])
    expect(await openRoles(app.people.dora.id)).toEqual(['secretary hongqi'])
    expect((await app.as('dora').get('/desk')).status).toBe(200)
  })

  test('may go once another secretary has a password, and not before', async () => {
    await grantRole(app.services, clock, { role: 'secretary', areaId: places.hongqi, name: 'zhao', phone: phones.zhao })
    expect((await app.as('finn').post(await dorasEnd())).status).toBe(409)

    await app.givePassword('zhao', 'four unrelated words')

    expect((await app.as('finn').post(await dorasEnd())).status).toBe(303)
  })

  test('remains where two secretaries are ended at the same moment', async () => {
    await grantRole(app.services, clock, { role: 'secretary', areaId: places.hongqi, name: 'zhao', phone: phones.zhao })
    for (const who of ['dora', 'zhao'] as const) await app.givePassword(who, 'four unrelated words')
    const [dora, zhao] = await openIds(places.hongqi)

    const answers = await Promise.all([dora, zhao].map((one) => app.as('finn').post(one ?? '')))

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await openIds(places.hongqi)).toHaveLength(1)
  })

  const openIds = async (areaId: string) => {
    const rows = await app.services.store.db
      .select()
      .from(roles)
      .where(and(eq(roles.areaId, areaId), eq(roles.role, 'secretary'), isNull(roles.untilDay)))
    return rows.map(({ id, personId }) => `/people/${personId}/roles/${id}/end`)
  }
})

describe('who may grant and end', () => {
  test('a secretary: volunteers and grid workers of the own community, no one of another and no other role', async () => {
    const grant = async (who: 'dora' | 'zhao', id: string, role: string, areaId: string) =>
      (await app.as(who).post(`/people/${id}/roles`, { role, areaId })).status
    const { ben, gus } = app.people

    expect(await grant('dora', ben.id, 'gridWorker', places.grid2)).toBe(303)
    expect(await grant('dora', ben.id, 'gridWorker', places.nanyuan1)).toBe(422)
    expect(await grant('dora', ben.id, 'secretary', places.hongqi)).toBe(422)
    expect(await grant('dora', ben.id, 'volunteer', places.grid2)).toBe(422)
    expect(await grant('zhao', gus.id, 'gridWorker', places.nanyuan1)).toBe(404)
    expect((await app.as('dora').post(await endAddress(app, app.people.dora.id, 'secretary'))).status).toBe(404)
    expect((await app.as('zhao').post(await endAddress(app, ben.id, 'volunteer'))).status).toBe(404)
    expect(await openRoles(ben.id)).toEqual(['gridWorker grid2', 'volunteer hongqi'])
  })

  test('an administrator: any role in the areas under them; the same role twice is said to be there', async () => {
    const grant = { role: 'secretary', areaId: places.nanyuan }
    expect((await app.as('finn').post(`/people/${app.people.ben.id}/roles`, grant)).status).toBe(303)
    const again = await app.as('finn').post(`/people/${app.people.ben.id}/roles`, grant)
    expect([again.status, again.words.includes(zh.people.roles.alreadyHas)]).toEqual([422, true])
    const county = await grantRole(app.services, clock, {
      role: 'administrator',
      areaId: places.nanyuan,
      name: 'ivan',
      phone: '13900000031',
    })
    const ivan = app.as({ id: county as string })
    expect((await ivan.get(`/people/${app.people.ana.id}`)).status).toBe(404)
    expect((await ivan.get(`/people/${app.people.wang.id}`)).status).toBe(200)
  })

  test('the same grant from two windows is one role', async () => {
    const grant = { role: 'gridWorker', areaId: places.grid1 }
    const press = () => app.as('dora').post(`/people/${app.people.gus.id}/roles`, grant)
    await Promise.all([press(), press()])
    expect(await openRoles(app.people.gus.id)).toEqual(['gridWorker grid1', 'gridWorker grid2'])
  })
})

describe('an administrator', () => {
  test('adds a secretary of a second community: one form, and its answer is the code', async () => {
    const form = await app.as('finn').get('/people/staff/new')
    const typed = { name: 'Hana', phone: '139 0000 0021', role: 'secretary', areaId: places.nanyuan }
    const wrong = await app.as('finn').post('/people/staff', { ...typed, areaId: 'grid1', key: form.hidden('key') })
    expect([wrong.status, wrong.words.includes(zh.people.roles.notThere)]).toEqual([422, true])

    const answer = await app.as('finn').post('/people/staff', { ...typed, key: form.hidden('key') })

    expect([answer.status, /class="code"/.test(answer.html)]).toEqual([200, true])
    const again = await app.as('finn').post('/people/staff', { ...typed, key: form.hidden('key') })
    expect(again.location).toMatch(/^\/people\/[0-9a-f]{24}$/)
    expect((await app.as('finn').get('/people?role=secretary')).words).toMatch(/dora[\s\S]*Hana[\s\S]*zhao/)
  })

  test('answers the supervisors whom secretaries propose; the secretary is informed', async () => {
    const propose = async (name: string, phone: string) => {
      const form = await app.as('dora').get('/people/proposals/new')
      const typed = { name, phone, role: 'supervisor', areaId: 'beijing-road', key: form.hidden('key') }
      return app.as('dora').post('/people/proposals', typed)
    }
    expect((await propose('Ivan', '13900000031')).words).toContain(zh.people.staff.propose.sent)
    app.at('2026-11-02T11:05:00+08:00')
    await propose('Jana', '13900000032')
    expect((await app.as('finn').get('/desk')).words).toContain(zh.people.staff.waiting.onDesk(2))
    const list = await app.as('finn').get('/people')
    const ids = [...list.html.matchAll(/proposals\/([0-9a-f]{24})\/accept/g)].map(([, id]) => id ?? '')

    const accepted = await app.as('finn').post(`/people/proposals/${ids[0]}/accept`)
    expect([accepted.status, /class="code"/.test(accepted.html)]).toEqual([200, true])
    expect((await app.as('finn').post(`/people/proposals/${ids[1]}/decline`)).status).toBe(303)

    for (const id of ids) expect((await app.as('finn').post(`/people/proposals/${id}/accept`)).status).toBe(404)
    const supervisors = await app.as('finn').get('/people?role=supervisor')
    expect(supervisors.words).toMatch(/eve[\s\S]*Ivan/)
    expect(supervisors.words).not.toContain('Jana')
    const told = (await app.as('dora').get('/mine')).words
    expect(told).toContain(zh.notifications.kind['proposal-accepted'])
    expect(told).toContain(zh.notifications.kind['proposal-declined'])
  })
})

describe('searching', () => {
  const search = async (who: 'ana' | 'dora' | 'finn', q: string) => {
    const { words: said } = await app.as(who).post('/people/search', { q })
    return ['ana', 'ben', 'cleo', 'dora', 'gus', 'wang', '马丽娟'].filter((name) => said.includes(name))
  }

  test('finds by name, pinyin, initials, number and unit, within the own community', async () => {
    const form = await app.as('dora').get('/people/new')
    const typed = { role: 'gridWorker', name: '马丽娟', phone: '13912345678', gridId: places.grid2 }
    await app.as('dora').post('/people', { ...typed, key: form.hidden('key') })

    expect(await search('dora', '丽')).toEqual(['马丽娟'])
    expect(await search('dora', 'malij')).toEqual(['马丽娟'])
    expect(await search('ana', 'mlj')).toEqual(['马丽娟'])
    expect(await search('dora', '5678')).toEqual(['马丽娟'])
    expect(await search('dora', 'Water')).toEqual(['ben'])
    expect(await search('dora', 'wang')).toEqual([])
    expect(await search('finn', 'wang')).toEqual(['wang'])
  })

  test('a grid worker sees no telephone number and no person’s page', async () => {
    const list = await app.as('ana').get('/people')
    expect(list.html).not.toMatch(/tel:139|href="\/people\/[0-9a-f]{24}"/)
    expect((await app.as('ana').get(`/people/${app.people.gus.id}`)).status).toBe(404)
  })
})
