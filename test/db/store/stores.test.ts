import { eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { events, monthCorrections, months, ticks } from '#db/schema/tables.ts'
import { takenKey } from '#db/store/store.ts'
import { eachStore, type RawStore } from '#test/support/stores.ts'

const at = new Date('2026-11-02T02:00:00Z')

const event = (seq: number) => ({
  stream: 'w1',
  seq,
  action: 'post',
  actorId: 'anna',
  at,
  communityId: 'c1',
  data: { itemId: 'milk' },
})

const insert = ({ db }: RawStore, seq: number) => db.insert(events).values(event(seq))
const mark = ({ db }: RawStore, id: string) => db.insert(ticks).values({ id, at, changed: 0 })

async function errorOf(attempt: () => unknown): Promise<unknown> {
  try {
    await attempt()
  } catch (error) {
    return error
  }
  return null
}

/** D1 and drizzle wrap what SQLite said; the words are somewhere along the causes. */
function saidBy(error: unknown): string {
  const said = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) said.push(cause.message)
  return said.join(' | ')
}

eachStore((open) => {
  test('what is written is read back the same: dates, flags, lists and text of any script', async () => {
    const store = await open()
    await store.commit([insert(store, 1)])

    const [row] = await store.db.select().from(events).where(eq(events.stream, 'w1'))

    expect(row).toMatchObject({ ...event(1), pos: 1, state: '', gridId: null })
  })

  test('a commit is all or none, and names the key that was taken', async () => {
    const store = await open()
    await store.commit([insert(store, 1)])

    const error = await errorOf(() => store.commit([mark(store, 'first'), insert(store, 1)]))

    expect(takenKey(error)).toBe('events.stream, events.seq')
    expect(await store.db.select().from(ticks)).toEqual([])
  })

  test('other failures are not taken for a taken key', async () => {
    const store = await open()
    const error = await errorOf(() => store.db.all(sql`select * from nowhere`))

    expect(saidBy(error)).toContain('nowhere')
    expect(takenKey(error)).toBeNull()
  })

  test('no one can change or remove an event', async () => {
    const store = await open()
    await store.commit([insert(store, 1)])

    const change = store.db.update(events).set({ actorId: 'somebody' })
    const remove = store.db.delete(events)

    expect(saidBy(await errorOf(() => store.commit([change])))).toContain('events are never changed')
    expect(saidBy(await errorOf(() => store.commit([remove])))).toContain('events are never removed')
    expect(await store.db.select().from(events)).toHaveLength(1)
  })

  test.each([
    ['an event, by its place in its stream', `stream, seq, pos`, `'w1', 1, 900`, 'events.stream, events.seq'],
    ['an event, by its position', `stream, seq, pos`, `'w2', 1, 1`, 'events.pos'],
  ])('no one can put another row in the place of %s', async (_what, key, values, taken) => {
    const store = await open()
    await store.commit([insert(store, 1)])
    const rest = `action, at, community_id, data) VALUES (${values}, 'forged', 1, 'c1', '{}')`

    for (const verb of ['INSERT OR REPLACE', 'REPLACE', 'INSERT'])
      expect(takenKey(await errorOf(() => store.exec([`${verb} INTO events (${key}, ${rest}`])))).toBe(taken)
    expect(await store.db.select({ action: events.action }).from(events)).toEqual([{ action: 'post' }])
  })

  test('no one can put another row in the place of a signed month or a correction', async () => {
    const store = await open()
    const month = (verb: string, by: string) =>
      `${verb} INTO months VALUES ('c1', '2026-10', '${by}', 1, 1, 'rules-1', '{}')`
    const correction = (verb: string, by: string) =>
      `${verb} INTO month_corrections VALUES ('c1', '2026-10', 'called', 1, 2, 3, 'late', '${by}', 1, null)`
    await store.exec([month('INSERT', 'dora'), correction('INSERT', 'dora')])

    for (const verb of ['INSERT OR REPLACE', 'REPLACE', 'INSERT']) {
      expect(takenKey(await errorOf(() => store.exec([month(verb, 'forged')])))).toBe(
        'months.community_id, months.month',
      )
      expect(takenKey(await errorOf(() => store.exec([correction(verb, 'forged')])))).toContain('month_corrections.nth')
    }
    expect(await store.db.select({ by: months.signedBy }).from(months)).toEqual([{ by: 'dora' }])
    expect(await store.db.select({ by: monthCorrections.by }).from(monthCorrections)).toEqual([{ by: 'dora' }])
  })

  test('a row cannot point at a parent that is not there', async () => {
    const store = await open()
    const orphan = `INSERT INTO wish_details (wish_id, resident_id) VALUES ('nothing', 'nobody')`

    expect(saidBy(await errorOf(() => store.exec([orphan])))).toContain('FOREIGN KEY constraint failed')
  })

  test('100 parameters are taken in one statement and 101 are not', async () => {
    const store = await open()
    const ids = (count: number) => Array.from({ length: count }, (_, n) => `t${n}`)
    const among = async (count: number) =>
      store.db
        .select()
        .from(ticks)
        .where(inArray(ticks.id, ids(count)))

    expect(await among(100)).toEqual([])
    expect(await errorOf(() => among(101))).toBeInstanceOf(Error)
  })

  test('20 writers of one event at the same moment: one of them wins', async () => {
    const store = await open()
    const errors = await Promise.all(Array.from({ length: 20 }, () => errorOf(() => store.commit([insert(store, 1)]))))

    expect(errors.filter((error) => error === null)).toHaveLength(1)
    expect(errors.filter((error) => takenKey(error) !== null)).toHaveLength(19)
  })
})
