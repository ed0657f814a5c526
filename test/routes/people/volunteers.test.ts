import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { issueCodes } from '#actions/people/access-codes.ts'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { volunteerOf } from '#db/people/people-rows.ts'
import {
  accessCodes,
  events,
  notes,
  notifications,
  people,
  roles,
  units,
  volunteers,
  wishes,
} from '#db/schema/tables.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { type Answer, hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, phones, places } from '#test/support/cast.ts'
import { leave as leaveAs } from '#test/support/leave.ts'
import { nameHours } from '#test/support/name-hours.ts'
import { post } from '#test/support/wish.ts'
import { zh } from '#text/zh.ts'

const words = zh.people

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const typed = {
  role: 'volunteer',
  name: 'hana',
  phone: '139 0000 0021',
  gridId: '',
  unit: 'Water Works',
  branch: 'First branch',
  building: '9',
  strengths: ['care', 'driving'],
  freeTimes: ['weekend', 'weekday-evening'],
}
type Typed = Partial<Record<keyof typeof typed, string | readonly string[]>>

async function add(more: Typed = {}, who: 'dora' | 'zhao' = 'dora') {
  const form = await app.as(who).get('/people/new')
  return app.as(who).post('/people', { ...typed, ...more, key: form.hidden('key') })
}
const idOf = async (phone = '13900000021') => {
  const [row] = await app.services.store.db.select({ id: people.id }).from(people).where(eq(people.phone, phone))
  return row?.id ?? ''
}
async function added(more: Typed = {}) {
  await add(more)
  return idOf()
}
const waiting = async (name: string, phone: string) =>
  (await addToCast(app.services, app.people.dora, places.hongqi, { ...blankPerson, name, phone })).id

describe('the people of a community', () => {
  test('are listed for its secretary and its grid workers, with what they are good at', async () => {
    await add()
    for (const who of ['dora', 'ana'] as const) {
      const page = await app.as(who).get('/people')
      for (const word of ['ben', 'cleo', 'gus', 'Grid 2', 'hana', zh.people.strengths.driving])
        expect(page.words).toContain(word)
      expect(page.words).not.toMatch(/wang|zhao/)
    }
    for (const who of ['ben', 'eve'] as const) expect((await app.as(who).get('/people')).status).toBe(404)
  })

  test('are filtered by state', async () => {
    await add()

    expect((await app.as('dora').get('/people?state=inactive')).words).toMatch(/hana/)
    expect((await app.as('dora').get('/people?state=inactive')).words).not.toMatch(/ben/)
    expect((await app.as('dora').get('/people?state=left')).words).toContain(words.list.empty)
  })

  test('go on page by page without leaving anybody out', async () => {
    for (let n = 0; n < 53; n++)
      await waiting(
        `no${'abcdefghijklmnopqrstuvwxyz'[n % 26]}${n < 26 ? 'a' : n < 52 ? 'b' : 'c'}`,
        `1370000${1000 + n}`,
      )

    const names: string[] = []
    for (let next = '/people?state=inactive'; next; ) {
      const list = await app.as('dora').get(next)
      names.push(...(list.words.match(/\bno[a-z][abc]\b/g) ?? []))
      next = /href="([^"]*after=[^"]*)"/.exec(list.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }

    expect(names).toHaveLength(53)
    expect([...names].sort()).toEqual(names)
  })

  test('read in English as well', async () => {
    const id = await added()

    for (const path of ['/people', '/people/new', '/people/codes', `/people/${id}`])
      expect(hanIn(await app.as('dora').get(path, { cookie: 'lang=en' })), path).toEqual([])
    const code = await app.as('dora').post(`/people/${id}/code`, {}, { cookie: 'lang=en' })
    expect(hanIn(code)).toEqual([])
    for (const path of ['/login', '/activate'])
      expect(hanIn(await app.anyone.get(path, { cookie: 'lang=en' })), path).toEqual([])
  })
})

describe('adding a person', () => {
  test('makes a volunteer who waits to become active, in a unit that is written once', async () => {
    const id = await added()

    const { db } = app.services.store
    const [row] = await db.select().from(volunteers).where(eq(volunteers.personId, id))
    expect(row).toMatchObject({ state: 'inactive', branch: 'First branch', strengths: ['care', 'driving'] })
    expect(await db.select().from(units).where(eq(units.name, 'Water Works'))).toHaveLength(1)
    expect(row?.unitId).toBe((await volunteerOf(db, app.people.ben.id, places.hongqi))?.unitId)
  })

  test('makes a grid worker of one of the community’s grids', async () => {
    const id = await added({ role: 'gridWorker', gridId: places.grid2 })

    expect((await app.as({ id }).get('/residents')).words).toContain('Ma Xiulan')
    expect((await add({ role: 'gridWorker', gridId: places.nanyuan1, phone: '13900000022' })).status).toBe(422)
  })

  test('is reported to the register without a name or a number', async () => {
    const id = await added()

    const told = await app.services.store.db.select().from(events).where(eq(events.communityId, places.hongqi))
    expect(told.slice(-3).map((event) => [event.action, event.data])).toEqual([
      ['person-added', { personId: id }],
      ['volunteer-accepted', { personId: id }],
      ['code-issued', { personId: id }],
    ])
  })

  test('whose number has an account gets the role in addition to the others, and no second account', async () => {
    expect((await add({ name: 'ben', phone: phones.ben, unit: 'Nanyuan School' }, 'zhao')).status).toBe(303)

    const { db } = app.services.store
    expect(await db.select().from(people).where(eq(people.phone, phones.ben))).toHaveLength(1)
    const held = await db.select().from(roles).where(eq(roles.personId, app.people.ben.id))
    expect(held.map((role) => role.areaId).sort()).toEqual([places.hongqi, places.nanyuan])
    expect((await app.as('zhao').get(`/people/${app.people.ben.id}`)).words).not.toContain('Water Works')
  })

  test('under a number of another person reveals nothing about them', async () => {
    const answer = await add({ name: 'hana', phone: phones.ben }, 'zhao')

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(words.faults['other-name'])
    expect(answer.words).not.toMatch(/\bben\b|Water|hongqi/)
  })

  test('twice is refused, and the same form twice is one person', async () => {
    const form = await app.as('dora').get('/people/new')
    const body = { ...typed, key: form.hidden('key') }
    const answers = await Promise.all([app.as('dora').post('/people', body), app.as('dora').post('/people', body)])
    // The first answer is the code; the second press leads to the person.
    expect(answers.map((answer) => [answer.status, answer.location])).toEqual([
      [200, null],
      [303, `/people/${await idOf()}?done=added`],
    ])

    const again = await add()
    expect(again.status).toBe(422)
    expect(again.words).toContain(words.faults['already-here'])
  })

  test('from two secretaries at the same moment makes one account', async () => {
    const answers = await Promise.all([add({}, 'dora'), add({}, 'zhao')])

    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 303])
    expect(await app.services.store.db.select().from(people).where(eq(people.name, 'hana'))).toHaveLength(1)
  })

  test.each<[string, Typed, string | undefined]>([
    ['no name', { name: '' }, zh.faults.required],
    ['a landline', { phone: '0994-2345678' }, zh.faults.mobile],
    ['no role', { role: 'secretary' }, zh.faults.choose],
    ['no grid for a grid worker', { role: 'gridWorker' }, zh.faults.choose],
  ])('with %s comes back as typed, with a sentence at the field', async (_name, more, sentence) => {
    const answer = await add(more)

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(sentence)
    expect(answer.html).toContain('value="First branch"')
    expect(answer.html).toMatch(/value="driving" checked/)
  })
})

describe('an activation code', () => {
  test('is shown once, in an answer that no cache keeps', async () => {
    const id = await waiting('hana', '13900000021')

    const answer = await app.as('dora').post(`/people/${id}/code`)

    expect(answer.html).toMatch(/<span class="code">[2-9A-Z]{4}-[2-9A-Z]{4}<\/span>/)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect((await app.as('dora').get(`/people/${id}`)).html).not.toContain('class="code"')
  })

  test('is for people of one’s own community; others are not there', async () => {
    const id = await waiting('hana', '13900000021')

    expect((await app.as('zhao').post(`/people/${id}/code`)).status).toBe(404)
    expect((await app.as('ana').post(`/people/${id}/code`)).status).toBe(404)
    expect((await app.as('dora').post(`/people/${app.people.wang.id}/code`)).status).toBe(404)
    expect((await app.as('dora').post(`/people/${app.people.finn.id}/code`)).status).toBe(404)
    expect(await issueCodes(app.services, app.people.finn, [id])).toMatchObject([{ ok: true }])
  })

  test('does not open an account that also has a role elsewhere: a person who could add a number could take it over', async () => {
    await add({ name: 'zhao', phone: phones.zhao })

    const answer = await app.as('dora').post(`/people/${app.people.zhao.id}/code`)

    expect(answer.status).toBe(409)
    expect(answer.words).toContain(words.codes.elsewhere('zhao'))
    expect(await app.services.store.db.select().from(accessCodes)).toEqual([])
  })

  test('for many is one sheet to print; strangers slipped into the form are left out', async () => {
    const ids = [await waiting('hana', '13900000021'), await waiting('ivan', '13900000022')]

    const answer = await app.as('dora').post('/people/codes', { ids: [...ids, app.people.wang.id] })
    expect(answer.html.match(/class="code"/g)).toHaveLength(2)
    expect(answer.html).toContain('class="code"')
    expect(answer.words).toMatch(/hana 13900000021[\s\S]*ivan 13900000022/)
    expect((await app.as('dora').post('/people/codes')).words).toContain(words.faults['choose-some'])
  })

  test('all on the page are ticked by one press, and unticked by another', async () => {
    await waiting('hana', '13900000021')
    const ticked = ({ html }: Answer) => html.match(/name="ids"[^>]* checked/g)?.length ?? 0

    const none = await app.as('dora').get('/people/codes')
    const all = await app.as('dora').get(linkOf(none, words.codes.chooseAll(4)))
    // hana, and the three of the staff who have never signed in.
    expect([ticked(none), ticked(all)]).toEqual([0, 4])
    expect(ticked(await app.as('dora').get(linkOf(all, words.codes.chooseNone)))).toBe(0)
  })
})

/** Where the link with these words leads. */
const linkOf = ({ html }: Answer, said: string): string =>
  new RegExp(`<a href="([^"]*)"[^>]*>${said}</a>`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

describe('activating', () => {
  test('in person makes a volunteer active once', async () => {
    const id = await waiting('hana', '13900000021')

    await Promise.all([1, 2].map(() => app.as('dora').post(`/people/${id}/activate`)))

    expect((await app.as('dora').get('/people?state=active')).words).toContain('hana')
    const told = await app.services.store.db.select().from(events).where(eq(events.action, 'volunteer-activated'))
    expect(told.filter((event) => event.data.personId === id)).toHaveLength(1)
  })

  test('is the secretary’s to do', async () => {
    const id = await waiting('hana', '13900000021')

    for (const who of ['ana', 'zhao', 'ben'] as const)
      expect((await app.as(who).post(`/people/${id}/activate`)).status).toBe(404)
    expect((await app.as('dora').get('/people?state=inactive')).words).toContain('hana')
  })
})

describe('leaving', () => {
  const leave = (id: string, role: RoleName = 'volunteer') => leaveAs(app, 'dora', id, role)
  const claimed = async () => {
    const code = await post(app, app.people.ana, app.residents.li)
    const { db } = app.services.store
    const volunteer = await volunteerOf(db, app.people.ben.id, places.hongqi)
    if (!volunteer) throw new Error('ben is no volunteer')
    await moveWish(app.services, app.people.dora, {
      code,
      orders: [{ action: 'publish', publicText: '', approvesValue: false }],
    })
    const moved = await moveWish(app.services, app.people.ben, {
      code,
      orders: [{ action: 'claim', claimId: newId(), volunteer, isExtra: false }],
    })
    if (!moved?.ok) throw new Error(`not claimed: ${JSON.stringify(moved)}`)
    return code
  }

  test('ends the role and the sessions at once; the person is on the list of those who left', async () => {
    await app.as('ben').get('/mine')

    expect((await leave(app.people.ben.id)).location).toContain('done=left')

    expect((await app.as('ben').get('/mine')).location).toMatch(/^\/login/)
    expect((await app.as('dora').get('/people?state=left')).words).toContain('ben')
    expect((await app.as('dora').get('/people')).words).not.toMatch(/\bben\b/)
  })

  test('gives back what was claimed in the same commit, with a word for the next one', async () => {
    await nameHours(app.services, app.people.cleo.id, ['weekday'])
    const code = await claimed()
    await leave(app.people.ben.id)

    const { db } = app.services.store
    const [wish] = await db.select().from(wishes).where(eq(wishes.code, code))
    expect(wish).toMatchObject({ state: 'open', claimantId: null, informSince: null })
    const [note] = await db.select().from(notes).where(eq(notes.kind, 'handover'))
    expect(note?.text).toBe(zh.endings.leave.standard)
    const told = await db
      .select()
      .from(notifications)
      .where(eq(notifications.wishId, wish?.id ?? ''))
    expect(told.filter(({ kind }) => kind === 'fits').map(({ personId }) => personId)).toEqual([app.people.cleo.id])
    expect((await app.as('dora').get('/people?state=left')).words).toContain('ben')
  })

  test('is everybody’s own to do, at any time and without a reason', async () => {
    await claimed()
    const page = await app.as('ben').get('/mine/leave')
    expect(page.words).toContain(zh.endings.leave.claims(1))

    expect((await app.as('ben').post('/mine/leave', { handover: '钥匙在门卫' })).status).toBe(303)
    expect((await app.as('ben').get('/mine')).location).toMatch(/^\/login/)
    expect((await app.as('dora').get('/people?state=left')).words).toContain('ben')
    expect((await app.as('cleo').post('/mine/leave?c=nanyuan', {})).status).toBe(404)
    expect((await app.as('dora').get('/mine/leave')).status).toBe(404)
  })

  test('as a grid worker leaves the other role alone', async () => {
    await add({ name: 'ana', phone: phones.ana })

    await leave(app.people.ana.id, 'gridWorker')

    const { db } = app.services.store
    const open = await db.select().from(roles).where(eq(roles.personId, app.people.ana.id))
    expect(open.map((role) => [role.role, role.untilDay])).toEqual([
      ['gridWorker', '2026-11-02'],
      ['volunteer', null],
    ])
  })

  test('can be undone by adding the person again: the same row, waiting to become active', async () => {
    await leave(app.people.ben.id)

    expect((await add({ name: 'ben', phone: phones.ben })).status).toBe(200)

    const rows = await app.services.store.db
      .select()
      .from(volunteers)
      .where(and(eq(volunteers.personId, app.people.ben.id), eq(volunteers.communityId, places.hongqi)))
    expect(rows.map((row) => row.state)).toEqual(['inactive'])
  })

  test('of a person who is not one of theirs is not found', async () => {
    expect((await leave(app.people.wang.id, 'gridWorker')).status).toBe(404)
    expect((await leave(app.people.dora.id, 'secretary')).status).toBe(404)
  })
})

test('whether the ledger may carry one’s name is one’s own to say', async () => {
  const choose = (isPublic: Record<string, string>) => app.as('ben').post('/me/name', { to: '/mine', ...isPublic })
  const isPublic = async () =>
    (await app.services.store.db.select().from(people).where(eq(people.id, app.people.ben.id)))[0]?.nameIsPublic

  expect((await choose({ isPublic: 'yes' })).location).toBe('/mine')
  expect(await isPublic()).toBe(true)
  await choose({})
  expect(await isPublic()).toBe(false)
  expect((await app.anyone.post('/me/name', { isPublic: 'yes' })).location).toMatch(/^\/login/)
})
