import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { endRole } from '#actions/people/end-role.ts'
import { answerAtOnce, type DirectAnswer } from '#actions/wishes/answer-at-once.ts'
import { newId } from '#auth/hashing.ts'
import { countsBy } from '#db/months/figure-counts.ts'
import { consents, erasures, events, notes, people, residents, volunteers, wishDetails } from '#db/schema/tables.ts'
import { periodOf } from '#domain/month/figures.ts'
import { tick } from '#jobs/run-clock.ts'
import { eachStore } from '#test/support/stores.ts'
import { community } from './cast.ts'

const beijing = (text: string) => new Date(`${text}+08:00`)
const monday = beijing('2026-11-02T11:00:00')
const publish = { action: 'publish', publicText: '', approvesValue: false } as const
const said = [{ kind: 'words', text: 'thank you' }] as const
const call = { action: 'confirm', how: 'call', speaker: 'resident', satisfaction: 'satisfied', notes: said } as const

eachStore((open) => {
  test('a request from a person without a file is erased after as many days as the words of a wish', async () => {
    const { store, services, clock, anna, certificates } = await place()
    const question: DirectAnswer = {
      ...{ place: { communityId: 'c', gridId: 'g', ageBand: null }, residentId: null, how: 'knowledge' },
      ...{ knowledgeId: null, asked: 'my pension', said: 'window 3', source: 'phone' },
      came: { receivedAt: null, workOrder: '' },
    }
    expect((await answerAtOnce(services, anna, newId(), question)).ok).toBe(true)
    const held = async () => (await store.db.select().from(notes)).map(({ text }) => text)

    clock.now = beijing('2027-01-31T10:59:59')
    await tick(services)
    expect((await held()).sort()).toEqual(['my pension', 'window 3'])
    clock.now = beijing('2027-02-01T11:00:00')
    await Promise.all([tick(services), tick(services)])

    expect(await held()).toEqual([])
    expect(await certificates()).toEqual(['words 1 90'])
    clock.now = beijing('2027-02-02T11:00:00')
    await tick(services)
    expect(await certificates()).toEqual(['words 1 90'])
  })

  async function place() {
    const store = await open()
    const here = await community(store, monday)
    const anna = await here.staff('anna', 'gridWorker')
    const dora = await here.staff('dora', 'secretary')
    const [ben] = await here.volunteers(['ben'])
    if (!ben) throw new Error('the cast is incomplete')
    const certificates = async () =>
      (await store.db.select().from(erasures)).map(({ kind, count, days }) => `${kind} ${count} ${days}`).sort()
    return { ...here, store, anna, dora, ben, certificates }
  }

  test('the words of a wish go ninety days after its closing, the figures and the chain of events stay', async () => {
    const { store, services, clock, anna, dora, ben, post, move, claim, certificates } = await place()
    const { db } = store
    const wish = await post(anna)
    const [waiting] = [await post(anna)]
    await move(dora, wish, publish)
    await claim(ben, wish, 'ben')
    await move(ben, wish, { action: 'deliver' })
    await move(dora, wish, call)
    await store.commit([db.update(wishDetails).set({ specification: 'the blue one' })])
    const figures = async () => {
      const period = periodOf('2026-11', 'Asia/Shanghai', clock.now)
      return (
        period && countsBy(db, { communityIds: ['c'], gridIds: null, period, now: clock.now }, ['community', 'grid'])
      )
    }

    clock.now = beijing('2027-01-31T10:59:59')
    const before = await figures()
    await tick(services)
    expect(await db.select().from(notes).where(eq(notes.stream, wish.id))).not.toEqual([])
    expect(await certificates()).toEqual([])

    clock.now = beijing('2027-02-01T11:00:00')
    await Promise.all([tick(services), tick(services)])
    await tick(services)
    expect(await db.select().from(notes).where(eq(notes.stream, wish.id))).toEqual([])
    const details = await db.select().from(wishDetails)
    expect(details.find(({ wishId }) => wishId === wish.id)).toMatchObject({ specification: '', erasedAt: clock.now })
    expect(details.find(({ wishId }) => wishId === waiting?.id)).toMatchObject({ specification: 'the blue one' })
    expect(await certificates()).toEqual(['words 1 90'])
    expect(await db.select().from(events).where(eq(events.action, 'erased'))).toHaveLength(1)
    expect(await figures()).toEqual(before)
  })

  test('a file goes thirty days after its end, and who left for good after as many', async () => {
    const { store, services, clock, dora, anna, post, certificates } = await place()
    const { db } = store
    await post(anna)
    await store.commit([db.update(residents).set({ endedAt: monday, endReason: 'moved' })])
    expect(
      await endRole(services, dora, { personId: 'ben', role: 'volunteer', areaIds: ['c'], handover: 'moved' }),
    ).toEqual({ released: 0 })
    clock.now = beijing('2026-12-02T10:59:59')
    await tick(services)
    expect((await db.select().from(residents))[0]?.name).toBe('Resident')

    clock.now = beijing('2026-12-04T11:00:00')
    await tick(services)
    expect((await db.select().from(residents))[0]).toMatchObject({
      name: '',
      phones: [],
      door: '',
      endReason: 'erased',
    })
    expect(await db.select().from(consents)).toEqual([])
    const [ben] = await db.select().from(people).where(eq(people.id, 'ben'))
    expect(ben).toMatchObject({ name: '', phone: 'erased-ben', passwordHash: null })
    expect((await db.select().from(volunteers))[0]).toMatchObject({ state: 'left', strengths: [], branch: '' })
    expect(await certificates()).toEqual(['account 1 30', 'file 1 30'])
    expect((await db.select().from(people)).filter(({ name }) => name === '')).toHaveLength(1)
  })
})
