import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { moveLetter } from '#actions/letters/move-letter.ts'
import { sendLetter } from '#actions/letters/send-letter.ts'
import { newId } from '#auth/hashing.ts'
import { lettersFor, waitingLetters } from '#db/letters/letter-rows.ts'
import { events, letters } from '#db/schema/tables.ts'
import { eachStore } from '#test/support/stores.ts'
import { community } from './cast.ts'

const monday = new Date('2026-11-02T03:00:00Z')
const fields = {
  ...({ kind: 'question', way: 'web', forWhom: 'self', isAboutStaff: false } as const),
  ...{ subject: '路灯不亮', words: '晚上看不清。', name: '', phone: '13912345678', mayPublish: false },
}

eachStore((open) => {
  test('a letter sent twenty times at once is one letter, and of twenty different presses on it one counts', async () => {
    const place = await community(await open(), monday)
    const dora = await place.staff('dora', 'secretary')
    const { services } = place
    const { db } = services.store
    const key = newId()
    const sent = await Promise.all(Array.from({ length: 20 }, () => sendLetter(services, 'c', key, fields)))
    expect(new Set(sent.map((one) => one.ok && one.answer.code)).size).toBe(1)
    const [letter] = await db.select().from(letters)
    if (!letter) throw new Error('there is no letter')

    await moveLetter(services, dora, { code: letter.code, order: { act: 'receive' }, seen: 1 })
    const press = (n: number) =>
      n % 2
        ? moveLetter(services, dora, { code: letter.code, order: { act: 'answer' }, seen: 2, note: `answer ${n}` })
        : moveLetter(services, dora, { code: letter.code, order: { act: 'refer' }, seen: 2, note: `office ${n}` })
    await Promise.all(Array.from({ length: 20 }, (_, n) => press(n)))
    const history = await db.select().from(events).where(eq(events.stream, letter.id))
    expect(history.map(({ seq }) => seq).toSorted()).toEqual([1, 2, 3])

    const view = { personId: dora.id, secretaryOf: ['c'], worksIn: ['c'], supervised: [] }
    const { waiting } = await waitingLetters(db, view, monday)
    expect(await lettersFor(db, view, 'waiting', { limit: 10 })).toHaveLength(waiting)
  })
})
