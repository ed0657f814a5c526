import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { issueCode } from '#actions/people/access-codes.ts'
import { activate } from '#actions/people/activate.ts'
import { activateVolunteer } from '#actions/people/add-person.ts'
import { endRole } from '#actions/people/end-role.ts'
import { communityById } from '#db/community/area-rows.ts'
import { volunteersPage } from '#db/people/volunteer-rows.ts'
import { waitingForConsent } from '#db/residents/consent-rows.ts'
import { residentsPage } from '#db/residents/resident-rows.ts'
import { events, volunteers } from '#db/schema/tables.ts'
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

    const hongqi = await communityById(db, places.hongqi)
    expect(
      hongqi &&
        (await endRole(services, people.dora, hongqi, {
          personId: hana.id,
          role: 'volunteer',
          handover: 'moved away',
        })),
    ).toEqual({ released: 0 })
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
    const states = ['active'] as const
    const ben = await volunteersPage(db, { ...page, states })
    const cleo = await volunteersPage(db, { ...page, states, after: ben.next ?? '' })
    expect([...ben.rows, ...cleo.rows].map((row) => row.name)).toEqual(['ben', 'cleo'])
    expect(await waitingForConsent(db, places.hongqi, grids, 1)).toEqual({ rows: [], hasMore: false })
  })
})
