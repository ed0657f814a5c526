import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addRobot } from '#actions/doors/add-robot.ts'
import { claimReply } from '#actions/doors/claim-reply.ts'
import { replaceOlderSheets } from '#actions/doors/end-edition.ts'
import { makeEdition } from '#actions/doors/make-edition.ts'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { editionByNumber, hangingSheets, newCount, oldOnSheets, wishesOfEdition } from '#db/doors/edition-rows.ts'
import { claims, editions, robotMessages } from '#db/schema/tables.ts'
import type { Door } from '#domain/doors/door.ts'
import type { Edition } from '#domain/doors/edition.ts'
import { tellGroup } from '#jobs/tell-group.ts'
import { robotAddresses, robotStub } from '#test/support/robot-stub.ts'
import { eachStore } from '#test/support/stores.ts'
import { community } from './cast.ts'

const monday = new Date('2026-11-02T03:00:00Z')
const all = { communityId: 'c', gridIds: null }

eachStore((open) => {
  test('fifty claims of one wish at the same moment, on the web, by phone, at the office and in the group: one wins', async () => {
    const place = await community(await open(), monday)
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    const wish = await place.post(anna)
    await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    const volunteers = await place.volunteers(Array.from({ length: 50 }, (_, n) => `v${n}`))
    const { services } = place

    const doors = ['web', 'phone', 'counter', 'group'] as const satisfies readonly Door[]
    const answers = await Promise.all(
      volunteers.map(async (person, n) => {
        const door = doors[n % 4] as (typeof doors)[number]
        if (door === 'group') return { person, door, answer: await claimReply(services, dora, wish.code, person.id) }
        const volunteer = { id: person.id, unitId: null, isActive: true }
        const order = { action: 'claim', claimId: newId(), volunteer, isExtra: false, door } as const
        const by = { web: person, phone: anna, counter: dora }[door]
        return { person, door, answer: await moveWish(services, by, { code: wish.code, orders: [order] }) }
      }),
    )

    const won = answers.filter(({ answer }) => answer?.ok)
    expect(won).toHaveLength(1)
    expect(answers.filter(({ answer }) => answer && !answer.ok && answer.refusal.why === 'taken')).toHaveLength(49)
    const rows = await services.store.db.select().from(claims)
    expect(rows.map(({ personId, door }) => [personId, door])).toEqual([[won[0]?.person.id, won[0]?.door]])
  })

  test('messages, sheets and a robot keep what they say, and two clocks make one message and send it once', async () => {
    const place = await community(await open(), monday)
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    const wishes = [await place.post(anna), await place.post(anna), await place.post(anna)]
    for (const wish of wishes) await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    const codes = wishes.map(({ code }) => code)
    const stub = robotStub(() => place.clock.now)
    const services = { ...place.services, postToRobot: stub.post }
    const { db } = services.store
    const hang = (some: readonly string[]) =>
      makeEdition(services, dora, newId(), { communityId: 'c', door: 'board', paper: 'a4', codes: some })

    // Two people at the same moment: each sheet has its own number.
    const made = await Promise.all([hang(codes.slice(0, 2)), hang(codes)])
    expect(made.map((one) => one.ok && one.answer).sort()).toEqual([1, 2])
    const second = (await editionByNumber(db, 'c', 'board', 2)) as Edition
    expect(await newCount(db, all, 'board')).toBe(0)
    expect(await Promise.all([1, 2].map(() => replaceOlderSheets(services, dora, second)))).toEqual(
      expect.arrayContaining([true, false]),
    )
    expect((await hangingSheets(db, 'c')).map(({ number }) => number)).toEqual([2])

    await addRobot(services, dora, 'c', newId(), { ...robotAddresses.feishu })
    await Promise.all([tellGroup(services), tellGroup(services)])
    expect(stub.received).toHaveLength(1)
    expect((await db.select().from(robotMessages)).map(({ state }) => state)).toEqual(['sent'])
    const [message] = await db.select().from(editions).where(eq(editions.door, 'group'))
    expect((await wishesOfEdition(db, message?.id ?? '')).map(({ code }) => code).sort()).toEqual([...codes].sort())
    expect(await newCount(db, all, 'group')).toBe(0)

    const [first] = await place.volunteers(['ben'])
    await place.claim(first as never, wishes[0] as never, 'ben')
    const hung = await wishesOfEdition(db, second.id)
    expect((await oldOnSheets(db, 'c')).taken).toBe(hung.filter(({ state }) => state === 'claimed').length)
  })
})
