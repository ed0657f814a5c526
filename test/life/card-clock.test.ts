import { asc, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { makeEdition } from '#actions/doors/make-edition.ts'
import { moveLetter } from '#actions/letters/move-letter.ts'
import { sendLetter } from '#actions/letters/send-letter.ts'
import { newId } from '#auth/hashing.ts'
import { cards, events, letters } from '#db/schema/tables.ts'
import { walkCards } from '#jobs/walk-cards.ts'
import { eachStore } from '#test/support/stores.ts'
import { type Community, community } from './cast.ts'

const monday = new Date('2026-11-02T03:00:00Z')
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`)
const letter = {
  ...({ kind: 'question', way: 'web', forWhom: 'self', isAboutStaff: false } as const),
  ...{ subject: '路灯不亮', words: '晚上看不清。', name: '', phone: '', mayPublish: false },
}

/** One wish from its posting to the call-back, always a little late, and a letter. `clock` runs before each step. */
async function fortnight(place: Community, clock: (now: Date) => Promise<unknown>) {
  const { services } = place
  const anna = await place.staff('anna', 'gridWorker')
  const dora = await place.staff('dora', 'secretary')
  const [ben] = await place.volunteers(['ben'])
  if (!ben) throw new Error('there is no volunteer')
  const go = async (text: string) => {
    place.clock.now = at(text)
    await clock(place.clock.now)
  }
  const wish = await place.post(anna)
  await go('04T10:00')
  await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
  const edition = { communityId: 'c', paper: null, codes: [wish.code] } as const
  await makeEdition(services, dora, newId(), { ...edition, door: 'group' })
  await sendLetter(services, 'c', newId(), letter)
  await go('05T10:00')
  const [sent] = await services.store.db.select().from(letters)
  await moveLetter(services, dora, { code: sent?.code ?? '', order: { act: 'receive' }, seen: 1 })
  await go('09T10:00')
  await makeEdition(services, dora, newId(), { ...edition, door: 'board', paper: 'a3' })
  await place.claim(ben, wish, 'ben')
  await go('16T10:00')
  await place.move(ben, wish, { action: 'deliver' })
  await go('18T10:00')
  await place.move(anna, wish, { action: 'confirm', how: 'call', speaker: 'resident', satisfaction: 'satisfied' })
  await go('20T10:00')
}

const shown = async ({ services }: Community) => {
  const rows = await services.store.db.select().from(cards).orderBy(asc(cards.dueAt), asc(cards.step))
  return rows.map(({ step, colour, dueAt, endedAt, end }) => [step, colour, day(dueAt), endedAt && day(endedAt), end])
}
const day = (when: Date) => new Date(when.getTime() + 8 * 3_600_000).toISOString().slice(5, 10)

/** By hand from the rules: checks 1 working day, both doors 2, contact a day, delivery 3, call-back 3, letters 1 and 5. */
const expected = [
  ['check', 'red', '11-03', '11-04', 'done'],
  ['doors', 'red', '11-06', '11-09', 'done'],
  ['contact', 'red', '11-10', '11-16', 'done'],
  ['answer', 'red', '11-11', null, null],
  ['delivery', 'red', '11-12', '11-16', 'done'],
]

eachStore((open) => {
  test('the clock gives a card for each step that is late, once, however often it runs', async () => {
    const place = await community(await open(), monday)
    await fortnight(place, () => walkCards(place.services))
    expect(await shown(place)).toEqual(expected)
    expect(await walkCards(place.services)).toBe(0)
    const { db } = place.services.store
    const given = await db.select().from(events).where(like(events.action, 'card-%'))
    expect(new Set(given.map(({ stream, action }) => `${stream} ${action}`)).size).toBe(given.length)
    expect(given.filter(({ action }) => action === 'card-red')).toHaveLength(5)
  })

  test('a clock that did not run for the whole time gives the same cards, and two at once give each card once', async () => {
    const place = await community(await open(), monday)
    await fortnight(place, async () => {})
    const twice = await Promise.all([walkCards(place.services), walkCards(place.services)])
    expect(Math.max(...twice)).toBeGreaterThan(0)
    expect(await shown(place)).toEqual(expected)
  })
})
