import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { issueCode } from '#actions/people/access-codes.ts'
import { activate } from '#actions/people/activate.ts'
import { activateVolunteer } from '#actions/people/add-person.ts'
import { endRole } from '#actions/people/end-role.ts'
import { grantTo } from '#actions/people/grant-to.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { peoplePage } from '#db/people/people-list.ts'
import { waitingForConsent } from '#db/residents/consent-rows.ts'
import { residentsPage } from '#db/residents/resident-rows.ts'
import { events, people as persons, roles, sessions, volunteers } from '#db/schema/tables.ts'
import { testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, places } from '#test/support/cast.ts'
import { eachStore } from '#test/support/stores.ts'

eachStore((open) => {
  test('an account lives from its code to its leaving', { timeout: 60_000 }, async () => {
    const { services, people, residents } = await testApp({ store: await open() })
    const { db } = services.store
    const hana = await addToCast(services, people.dora, places.hongqi, {
      ...{ ...blankPerson, name: 'hana', phone: '13900000021', unit: 'Water Works' },
    })
    const issue = await issueCode(services, people.dora, hana.id)
    const code = issue?.ok ? issue.issued.code : ''
    const use = (address: string) =>
      activate(services, { phone: '13900000021', code, password: 'four unrelated words', address })

    const tried = await Promise.all([use('a'), use('b')])
    expect(tried.map((one) => one.ok).sort()).toEqual([false, true])
    expect(await activateVolunteer(services, people.dora, places.hongqi, hana.id)).toBe(false)

    const leaving = { personId: hana.id, role: 'volunteer', areaIds: [places.hongqi], handover: 'moved away' } as const
    expect(await endRole(services, people.dora, leaving)).toEqual({ released: 0 })
    const [file] = await db.select().from(volunteers).where(eq(volunteers.personId, hana.id))
    expect(file?.state).toBe('left')
    const told = await db
      .select()
      .from(events)
      .where(eq(events.stream, `register:${places.hongqi}`))
    expect(told.map((event) => event.seq)).toEqual(told.map((_, index) => index + 1))

    const grids = [places.grid1, places.grid2]
    const page = { communityId: places.hongqi, limit: 1 }
    const first = await residentsPage(db, { ...page, gridIds: grids })
    const second = await residentsPage(db, { ...page, gridIds: grids, after: first.next ?? '' })
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual([residents.li, residents.ma])
    const active = { areaIds: [places.hongqi], role: 'volunteer', state: 'active', search: '' } as const
    const ben = await peoplePage(db, { ...active, now: services.now(), limit: 1 })
    const cleo = await peoplePage(db, { ...active, now: services.now(), limit: 1, after: ben.next ?? '' })
    expect([...ben.rows, ...cleo.rows].map((row) => row.name)).toEqual(['ben', 'cleo'])
    const grant = { role: 'secretary', areaId: places.hongqi } as const
    expect(await grantTo(services, people.finn, people.cleo.id, grant)).toBe('granted')
    expect(await grantTo(services, people.finn, people.cleo.id, grant)).toBe('already-here')
    const ending = { role: 'secretary', areaIds: [places.hongqi], handover: 'a new post' } as const
    expect(await endRole(services, people.finn, { ...ending, personId: people.dora.id })).toEqual({
      isLast: 'secretary',
    })
    await db.update(persons).set({ passwordHash: 'set' }).where(eq(persons.id, people.cleo.id))
    expect(await endRole(services, people.finn, { ...ending, personId: people.dora.id })).toEqual({ released: 0 })
    expect(await waitingForConsent(db, places.hongqi, grids, 1)).toEqual({ rows: [], hasMore: false })

    await sessionsOf(services).begin(people.ana.id)
    expect(await db.select().from(sessions).where(eq(sessions.personId, people.ana.id))).toHaveLength(1)
    const takers = new Map([[places.grid1, people.gus.id]])
    const own = { personId: people.ana.id, role: 'gridWorker', areaIds: [places.grid1], handover: 'retired' } as const
    expect(await endRole(services, people.dora, { ...own, takers })).toEqual({ released: 0 })
    expect(await db.select().from(sessions).where(eq(sessions.personId, people.ana.id))).toEqual([])
    const holders = await db.select().from(roles).where(eq(roles.areaId, places.grid1))
    expect(holders.filter(({ untilDay }) => untilDay === null).map(({ personId }) => personId)).toEqual([people.gus.id])
    const last = {
      personId: people.finn.id,
      role: 'administrator',
      areaIds: ['changji'],
      handover: 'a new post',
    } as const
    expect(await endRole(services, people.finn, last)).toEqual({ isLast: 'administrator' })
  })
})
