import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { claims, editionWishes, ruleVersions } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { inBothPlaces } from '#src/commands/recount/both-places.ts'
import { pageWords } from '#src/commands/recount/page-words.ts'
import { readOnly, recount } from '#src/commands/recount/recount-month.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { migrated } from '#test/support/migrated.ts'
import { zh } from '#text/zh.ts'

let store: SqliteStore
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  store = migrated()
  app = await testApp({ store })
  life = living(app)
})

const { doors: words } = zh
async function publishAt(door: 'messages' | 'sheets', ...wish: readonly string[]) {
  const form = await app.as('dora').get('/doors')
  const made = await app.as('dora').post(`/doors/${door}`, { wish, key: form.hidden('key') })
  if (made.status !== 303) throw new Error(`${door}: ${made.status}`)
}
const deskSays = async (sentence: string) => (await app.as('dora').get('/desk')).words.includes(sentence)
const codesIn = async (figure: string) =>
  [
    ...(await app.as('dora').get(`/reports/2026-11/${figure}?c=hongqi`)).html.matchAll(/href="\/wishes\/([\d-]+)"/g),
  ].map(([, code]) => code)
const place = { id: 'hongqi', slug: 'hongqi', zone: 'Asia/Shanghai', name: 'hongqi' }
/** What the recount finds wrong. Afterwards the sessions that it puts aside are the real ones again. */
async function recounted() {
  readOnly(store)
  const found = await recount({ store, services: app.services, month: '2026-11', ...pageWords() }, place)
  store.raw.exec('drop table temp.sessions')
  return 'faults' in found ? found.faults : [found]
}

describe('both doors', () => {
  test('are due at the end of the second working day; a late wish is on the desk until it is published at both', async () => {
    const code = await life.open()

    app.at('2026-11-04T23:59:59+08:00')
    expect(await deskSays(words.late(1))).toBe(false)
    app.at('2026-11-05T00:00:00+08:00')
    expect(await deskSays(words.late(1))).toBe(true)
    await publishAt('messages', code)
    expect(await deskSays(words.late(1))).toBe(true)
    await publishAt('sheets', code)
    expect(await deskSays(words.late(1))).toBe(false)
  })

  test('need not wait for a wish that was claimed, and a grid worker reads her own grids alone', async () => {
    const [mine, claimed] = [await life.open(), await life.open()]
    const other = await life.post({ item: 'chat' }, 'gus', 'ma')
    await life.publish(other)
    await life.claim(claimed)
    app.at('2026-11-09T12:00:00+08:00')

    expect(await deskSays(words.late(2))).toBe(true)
    expect((await app.as('ana').get('/desk')).words).toContain(words.late(1))
    expect(mine).not.toBe(other)
  })

  test('are counted in the month with both lists, and a message that was recalled counts not', async () => {
    const [both, lateOnBoard, recalled, neither] = [
      await life.open(),
      await life.open(),
      await life.open(),
      await life.open(),
    ]
    await publishAt('messages', recalled)
    await app.as('dora').post('/doors/messages/1/recall?c=hongqi')
    await publishAt('messages', both, lateOnBoard)
    await publishAt('sheets', both, recalled)
    app.at('2026-11-05T10:00:00+08:00')
    await publishAt('sheets', lateOnBoard)
    // Taken down since, and it hung in time all the same.
    await app.as('dora').post('/doors/sheets/1/down?c=hongqi')

    expect(await codesIn('twice')).toEqual([both])
    expect((await codesIn('not-twice')).sort()).toEqual([lateOnBoard, recalled, neither].sort())
    const month = await app.as('dora').get('/reports/2026-11?c=hongqi')
    expect(month.html).toMatch(/\/reports\/2026-11\/twice\?c=hongqi"[^>]*>1</)
    expect(month.html).toMatch(/\/reports\/2026-11\/not-twice\?c=hongqi"[^>]*>3</)
    for (const file of ['figures.csv', 'figures.json'])
      expect((await app.as('dora').get(`/reports/2026-11/${file}?c=hongqi`)).html).toContain('not-twice')
    expect(await recounted()).toEqual([])
  })

  test('can be switched off: nothing is late, and the month says that it was not asked', async () => {
    const [version] = await store.db.select().from(ruleVersions)
    const rules = JSON.stringify({ ...JSON.parse(version?.rules ?? '{}'), publishedTwiceWithin: 0 })
    await store.commit([store.db.update(ruleVersions).set({ rules })])
    const code = await life.open()
    await publishAt('messages', code)
    app.at('2026-11-20T12:00:00+08:00')

    expect(await deskSays(words.late(1))).toBe(false)
    const month = await app.as('dora').get('/reports/2026-11?c=hongqi')
    expect(month.words).toContain(zh.review.notAskedTwice)
    expect(await codesIn('twice')).toEqual([])
  })
})

describe('claims by door', () => {
  test('each have their list, in the month in which they were made', async () => {
    const [web, group, board, phone] = [await life.open(), await life.open(), await life.open(), await life.open()]
    await life.claim(web, 'ben')
    await life.claim(group, 'ben', { d: 'g' })
    await life.claim(board, 'cleo', { d: 'b' })
    await life.claim(phone, 'dora', { volunteer: app.people.cleo.id, door: 'phone' })

    for (const [door, code] of Object.entries({ web, group, board, phone }))
      expect([door, await codesIn(`from-${door}`)]).toEqual([door, [code]])
    expect(await codesIn('from-counter')).toEqual([])
    expect(await recounted()).toEqual([])
  })

  test('the recount finds a door, and an edition, that do not agree with the events', async () => {
    const code = await life.claimed('ben')
    const open = await life.open()
    await publishAt('messages', open)
    await publishAt('sheets', open)
    expect([...inBothPlaces(store, place, Number.MAX_SAFE_INTEGER)]).toHaveLength(1)

    const { id } = await life.stored(code)
    await store.commit([store.db.update(claims).set({ door: 'phone' }).where(eq(claims.wishId, id))])
    await store.commit([store.db.update(editionWishes).set({ inTime: false })])

    const found = (await recounted()).flatMap((fault) => ('what' in fault ? [fault] : []))
    const onPage = found.filter(({ where }) => where === 'page')
    const named = onPage.flatMap(({ what, events, shown }) => (/[@.]/.test(what) ? [] : [`${what} ${events} ${shown}`]))
    expect(new Set(named)).toEqual(new Set(['twice 1 0', 'not-twice 1 2', 'from-web 1 0', 'from-phone 0 1']))
    expect(new Set(found.map(({ where }) => where))).toEqual(
      new Set(['page', 'csv', 'xlsx', 'json', 'list twice', 'list not-twice', 'list from-web', 'list from-phone']),
    )
  })
})
