import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { activateVolunteer } from '#actions/people/add-person.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { batches, claims, notifications, units } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import type { Person } from '#domain/people/actor.ts'
import { living } from '#test/routes/site/living.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

const words = zh.units
let app: TestApp
let store: SqliteStore
let life: ReturnType<typeof living>
let water = ''
let school = ''
/** Members of ben's unit, next to ben. */
const hana = 'hana'
const members = new Map<string, Person>()

beforeAll(async () => {
  store = openSqlite(':memory:')
  store.migrate('migrations')
  app = await testApp({ store })
  life = living(app)
  const { services, people } = app
  for (const [index, name] of [hana, 'ivan', 'jun'].entries()) {
    const input = { ...blankPerson, name, phone: `1390000003${index}`, unit: 'Water Works' }
    const { id } = await addToCast(services, people.dora, places.hongqi, input)
    await activateVolunteer(services, people.dora, places.hongqi, id)
    members.set(name, (await loadPerson(store.db, id, services.now())) as Person)
  }
  const all = await store.db.select().from(units)
  water = all.find(({ name }) => name === 'Water Works')?.id ?? ''
  school = all.find(({ name }) => name === 'School No. 3')?.id ?? ''
})

const idOf = (name: string) => members.get(name)?.id ?? ''
const nameContact = (unit: string, contact: string) => app.as('dora').post(`/units/${unit}/contact`, { contact })
type Named = Readonly<Record<string, string>>
const adopt = async (who: 'ben' | 'cleo' | 'dora' | 'ana', unit: string, chosen: Named, more: Named = {}) => {
  const form = await app.as(who).get(`/units/${unit}/adopt`)
  const named = Object.fromEntries(Object.entries(chosen).map(([code, id]) => [`member-${code}`, id]))
  const fields = {
    wish: Object.keys(chosen),
    ...named,
    agreed: 'yes',
    ...more,
    key: form.hidden('key') || 'a'.repeat(24),
  }
  return app.as(who).post(`/units/${unit}/batches`, fields)
}
const batchIn = ({ html }: Answer) => /\/batches\/([0-9a-f]{24})\/list/.exec(html)?.[1] ?? ''
const claimantOf = async (code: string) => (await life.stored(code)).claimantId

describe('the contact of a unit', () => {
  test('is one of its active members, named by the secretary alone', async () => {
    expect((await nameContact(water, app.people.cleo.id)).status).toBe(404)
    for (const who of ['ben', 'ana', 'finn', 'zhao'] as const)
      expect((await app.as(who).post(`/units/${water}/contact`, { contact: app.people.ben.id })).status).toBe(404)
    expect((await nameContact(water, app.people.ben.id)).status).toBe(303)
    expect((await app.as('ana').get(`/units/${water}`)).words).toContain(words.contactIs('ben'))
  })

  test('and staff see the names of members, a member sees none, and others find no such unit', async () => {
    expect((await app.as('ben').get(`/units/${water}/adopt`)).status).toBe(200)
    for (const who of ['cleo', 'wang', 'eve', 'finn'] as const)
      expect([who, (await app.as(who).get(`/units/${water}`)).status]).toEqual([who, 404])
    const own = await app.as('cleo').get(`/units/${school}`)
    expect([own.status, own.words.includes(words.noBatchesMember)]).toEqual([200, true])
    expect((await app.as('cleo').get(`/units/${school}/adopt`)).status).toBe(404)
  })
})

describe('a batch', () => {
  let batch = ''
  let codes: readonly string[] = []

  test('claims each wish for the member who agreed, and leaves the others to the members', async () => {
    codes = [await life.open(), await life.open(), await life.open()]
    const [one = '', two = '', three = ''] = codes
    const answer = await adopt('ben', water, { [one]: app.people.ben.id, [two]: idOf(hana), [three]: '' })

    expect(answer.words).toContain(words.done(2))
    batch = batchIn(answer)
    expect(await Promise.all(codes.map(claimantOf))).toEqual([app.people.ben.id, idOf(hana), null])
    const told = await store.db
      .select()
      .from(notifications)
      .where(eq(notifications.personId, idOf(hana)))
    expect(told.some(({ kind }) => kind === 'claim')).toBe(true)
    expect((await life.stored(two)).enteredBy).toBe(app.people.ben.id)
    expect((await app.as('dora').get('/desk')).words).toContain(words.goingOnDesk('Water Works', 0, 3))
  })

  test('does not show the contact the door of a resident whose wish another member claimed', async () => {
    const page = await app.as('ben').get(`/wishes/${codes[1]}`)
    expect(page.words).not.toContain('Li Guilan')
    expect(page.html).not.toContain('138')
  })

  test('is refused with a member who was not asked, and leaves out a member of another unit', async () => {
    const code = await life.open()
    const unasked = await adopt('ben', water, { [code]: idOf(hana) }, { agreed: '' })
    expect([unasked.status, unasked.words.includes(words.notAgreed)]).toEqual([422, true])
    const stranger = await adopt('ben', water, { [code]: app.people.cleo.id })
    expect([stranger.status, await claimantOf(code)]).toEqual([200, null])
    expect((await adopt('ben', water, {})).words).toContain(words.noneChosen)
  })

  test('sent twice is one batch', async () => {
    const code = await life.open()
    const form = await app.as('ben').get(`/units/${water}/adopt`)
    const fields = { wish: [code], [`member-${code}`]: '', key: form.hidden('key') }
    const press = () => app.as('ben').post(`/units/${water}/batches`, fields)
    expect(batchIn(await press())).toBe(batchIn(await press()))
  })

  test('a wish that was claimed meanwhile is named and left out; where all were, there is no batch', async () => {
    const [gone, left] = [await life.open(), await life.open()]
    await life.claim(gone, 'cleo')
    const answer = await adopt('ben', water, { [gone]: '', [left]: '' })
    expect(answer.words).toContain(`${gone} · ${words.goneAlready}`)
    const before = (await store.db.select().from(batches)).length
    const none = await adopt('ben', water, { [gone]: '' })
    expect([none.status, none.words.includes(words.allTaken)]).toEqual([422, true])
    expect(await store.db.select().from(batches)).toHaveLength(before)
    await life.move('cleo', gone, 'release', { handover: 'no time this week' })
  })

  test('a member takes a part with one press, and what another unit has taken is refused', async () => {
    const code = codes[2] ?? ''
    expect((await app.as('cleo').post(`/batches/${batch}/take`, { wish: code })).status).toBe(404)
    expect((await app.as('ben').post(`/batches/${batch}/take`, { wish: code })).status).toBe(303)
    expect(await claimantOf(code)).toBe(app.people.ben.id)
    expect((await app.as('ben').post(`/batches/${batch}/take`, { wish: '1234-5674' })).status).toBe(404)
  })

  test('given back it is open for the members again, and the batch says so', async () => {
    await life.move('ben', codes[2] ?? '', 'release', { handover: 'no time this week' })
    expect((await app.as('ben').get(`/batches/${batch}`)).words).toMatch(new RegExp(words.part.open))
    expect((await app.as('ben').get(`/units/${water}`)).words).toContain(words.counted.claimed(2))
  })

  test('its shopping list adds up what is to be bought and names no resident', async () => {
    const list = await app.as('ben').get(`/batches/${batch}/list`)
    expect(list.words).toContain('纯牛奶 6 箱 3')
    expect(list.words).toContain('hana')
    expect(list.words).not.toContain('Li Guilan')
  })
})

describe('beyond a limit', () => {
  let batch = ''
  let over: readonly string[] = []

  test('the claims that fit are made, the others wait for one approval by the secretary', async () => {
    // The unit may claim five a month and has two in hand; a volunteer may have two at a time.
    over = [await life.open(), await life.open(), await life.open(), await life.open(), await life.open()]
    const [a = '', b = '', c = '', d = '', e = ''] = over
    const named = { [a]: idOf('ivan'), [b]: idOf('ivan'), [c]: idOf('jun'), [d]: idOf('jun'), [e]: idOf(hana) }
    const answer = await adopt('ben', water, named)
    batch = batchIn(answer)
    expect(answer.words).toContain(words.done(3))
    expect(answer.words).toContain(words.waiting(2))
    expect((await app.as('dora').get('/desk')).words).toContain(words.waitingOnDesk('Water Works', 2))
    expect((await app.as('ben').post(`/batches/${batch}/claim`, { approve: 'yes' })).status).toBe(404)
    expect((await app.as('ana').post(`/batches/${batch}/claim`, { approve: 'yes' })).status).toBe(404)
  })

  test('one press of the secretary approves and claims them all; a second press changes nothing', async () => {
    const first = await app.as('dora').post(`/batches/${batch}/claim`, { approve: 'yes' })
    expect(first.words).toContain(words.done(2))
    await app.as('dora').post(`/batches/${batch}/claim`, { approve: 'yes' })
    expect(await Promise.all(over.map(claimantOf))).toEqual([
      ...[idOf('ivan'), idOf('ivan'), idOf('jun'), idOf('jun'), idOf(hana)],
    ])
    const rows = await store.db.select().from(claims).where(eq(claims.unitId, water))
    expect(rows.filter(({ extra }) => extra)).toHaveLength(2)
    const [row] = await store.db.select().from(batches).where(eq(batches.id, batch))
    expect(row?.approvedBy).toBe(app.people.dora.id)
  })

  test('each wish goes its own way: delivered by its member, called back by staff', async () => {
    const [code = ''] = (await store.db.select().from(claims).where(eq(claims.personId, app.people.ben.id))).map(
      ({ wishId }) => wishId,
    )
    const wish = (await store.db.query.wishes.findMany()).find(({ id, state }) => id === code && state === 'claimed')
    await life.deliver(wish?.code ?? '', 'ben')
    await life.call(wish?.code ?? '', { reached: 'yes', received: 'yes' })
    expect((await app.as('ben').get(`/units/${water}`)).words).toContain(words.counted.fulfilled(1))
  })
})

describe('staff', () => {
  test('adopt for a unit by telephone, a grid worker for the own grid', async () => {
    const code = await life.open()
    const answer = await adopt('ana', school, { [code]: app.people.cleo.id })
    expect(answer.words).toContain(words.done(1))
    const wish = await life.stored(code)
    expect([wish.claimantId, wish.enteredBy]).toEqual([app.people.cleo.id, app.people.ana.id])
    const [claim] = await store.db.select().from(claims).where(eq(claims.wishId, wish.id))
    expect(claim?.door).toBe('phone')
  })

  test('of another community find neither unit nor batch', async () => {
    const [row] = await store.db.select().from(batches)
    for (const path of [`/units/${water}`, `/units/${water}/adopt`, `/batches/${row?.id}`, `/batches/${row?.id}/list`])
      for (const who of ['zhao', 'wang', 'eve', 'finn'] as const)
        expect([path, who, (await app.as(who).get(path)).status]).toEqual([path, who, 404])
  })
})
