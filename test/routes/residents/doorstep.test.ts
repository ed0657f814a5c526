import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { consents, events, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { firstPurposes } from '#domain/people/resident.ts'
import { living, milk } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { listResident } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const key = 'fedcba9876543210fedcba98'
const fresh = {
  ...{ resident: 'new', name: '王桂兰', gridId: 'grid1', building: '3', unit: '1', door: '402', phone1: '13812345678' },
  ...{ ageBand: '80+', agreed: ['kept', 'posting', 'card'], method: 'in-person', day: '2026-11-02' },
}
type Fields = Readonly<Record<string, string | readonly string[]>>
const send = (fields: Fields = {}, who: 'ana' | 'dora' | 'gus' = 'ana', headers = {}) =>
  app.as(who).post('/wishes/new', { ...milk, key, ...fields }, headers)
const all = () => app.services.store.db.select().from(wishes)
const files = () => app.services.store.db.select().from(residents)
const whose = async () => (await app.services.store.db.select().from(wishDetails)).map((row) => row.residentId)

describe('one form for the doorstep', () => {
  test('shows the search, the items and a new resident at once', async () => {
    const form = await app.as('ana').get('/wishes/new')
    expect(form.status).toBe(200)
    for (const name of ['q', 'resident', 'name', 'item', 'quantity', 'urgency', 'agreed'])
      expect(form.html).toContain(`name="${name}"`)
  })

  test('without scripts the search brings the list and keeps what was typed', async () => {
    const found = await send({ q: 'lg', find: '1', specification: '250 ml' })
    expect(found.status).toBe(200)
    expect([found.words.includes('Li Guilan'), found.html.includes('value="250 ml"')]).toEqual([true, true])
    expect(await all()).toEqual([])
  })

  test('finds by first letters, door and phone, and no one of other places', async () => {
    const rows = async (words: string) => (await app.as('ana').post('/wishes/new/residents', { q: words })).words
    for (const words of ['lg', 'ligui', '17', '17-2-203', '8000']) expect(await rows(words)).toContain('Li Guilan')
    expect(await rows('mx')).not.toContain('Ma Xiulan')
  })

  test('a chosen resident is ticked in the same form', async () => {
    const form = await app.as('ana').get(`/wishes/new?resident=${app.residents.li}`)
    expect(form.html).toMatch(new RegExp(`value="${app.residents.li}" checked`))
  })

  test('a missing choice of resident is asked for, with the rest as typed', async () => {
    const answer = await send({ resident: '', specification: '250 ml' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.form.faults.whose)
    expect(answer.html).toContain('value="250 ml"')
  })

  test('a new resident, the consents and the wish come in one commit, once however often it is sent', async () => {
    const before = (await files()).length
    const answers = await Promise.all([send(fresh), send(fresh)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect([(await files()).length, (await all()).length]).toEqual([before + 1, 1])
    const [id] = await whose()
    const [file] = (await files()).filter((row) => row.id === id)
    expect(file).toMatchObject({ name: '王桂兰', pinyin: 'wangguilan', initials: 'wgl', door: '402' })
    const given = await app.services.store.db
      .select()
      .from(consents)
      .where(eq(consents.residentId, id ?? ''))
    expect(given.map((row) => row.purpose).sort()).toEqual(['card', 'kept', 'posting'])
  })

  test('a new resident who did not agree to be on the list gets no file and no wish', async () => {
    const before = (await files()).length
    const answer = await send({ ...fresh, agreed: ['posting'] })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.people.faults.kept)
    expect([(await files()).length, (await all()).length]).toEqual([before, 0])
  })

  test('a resident already on the list is offered instead of being typed twice', async () => {
    await send(fresh)
    const answer = await send({ ...fresh, key: `${key.slice(1)}0`, item: 'rice' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.form.faults.twins)
    expect(answer.words).toContain('3号楼')
    expect(await all()).toHaveLength(1)
  })

  test('in grids of others a new resident cannot be listed', async () => {
    expect((await send({ ...fresh, gridId: 'grid2' })).status).toBe(422)
    expect((await send({ ...fresh, gridId: 'nanyuan1' }, 'dora')).status).toBe(422)
  })

  test('on the telephone the consents are shown to be read out and the source is chosen', async () => {
    const form = await app.as('ana').get('/wishes/new?call=1')
    for (const purpose of firstPurposes) expect(form.words).toContain(zh.people.consentWords[purpose])
    expect(form.html).toMatch(/name="source" value="phone" checked/)
    expect(form.html).toMatch(/name="method" value="phone" checked/)
  })
})

describe('what the community asks for most', () => {
  test('comes first', async () => {
    const life = living(app)
    await life.post({ item: 'teach-phone' })
    const { html } = await app.as('ana').get('/wishes/new')
    expect(/name="item" value="([^"]+)"/.exec(html)?.[1]).toBe('teach-phone')
    app.at('2027-06-10T11:00:00+08:00')
    const later = await app.as('dora').get('/wishes/new')
    expect(/name="item" value="([^"]+)"/.exec(later.html)?.[1]).toBe('plaster')
  })
})

describe('typed without signal', () => {
  const unseen = {
    ...{ resident: 'new', unseen: '1', name: 'Li Guilan', building: '17', unit: '2', door: '203', phone1: '' },
    typedAt: '1793580000',
  }
  const asNew = { ageBand: '80+', agreed: ['kept', 'posting', 'card'], method: 'in-person', day: '' }

  test('a known name behind its door is that resident', async () => {
    expect((await send(unseen)).status).toBe(303)
    expect(await whose()).toEqual([app.residents.li])
  })

  test('a known name with its phone is that resident, wherever the door was thought to be', async () => {
    expect((await send({ ...unseen, building: '9', phone1: '138 0013 8000' })).status).toBe(303)
    expect(await whose()).toEqual([app.residents.li])
  })

  test('a name that was said to be on the list and is not: what a new resident is asked is asked now, and no file is made', async () => {
    const before = (await files()).length
    const listed = { ...unseen, listed: 'yes', name: '赵素珍' }
    const answer = await send(listed)
    expect(answer.status).toBe(422)
    for (const sentence of [zh.form.faults['not-on-list'], zh.faults.choose, zh.people.faults.kept])
      expect(answer.words).toContain(sentence)
    // Not left as answered, so that the questions are shown.
    expect(answer.html).not.toMatch(/name="listed" value="yes" checked/)
    expect([await all(), (await files()).length]).toEqual([[], before])

    const answered = { ageBand: '80+', agreed: ['kept', 'posting'], method: 'in-person', day: '' }
    expect((await send({ ...listed, ...answered, listed: '' })).status).toBe(303)
    const [id] = await whose()
    expect((await files()).find((row) => row.id === id)).toMatchObject({ gridId: 'grid1', ageBand: '80+' })
    const given = await app.services.store.db
      .select()
      .from(consents)
      .where(eq(consents.residentId, id ?? ''))
    expect(given.map(({ purpose }) => purpose).sort()).toEqual(['kept', 'posting'])
  })

  test('a name that was typed wrong is corrected, and nothing else is asked', async () => {
    expect((await send({ ...unseen, listed: 'yes', name: 'Li Guilian' })).status).toBe(422)
    expect((await send({ ...unseen, listed: '' })).status).toBe(303)
    expect(await whose()).toEqual([app.residents.li])
  })

  test('a new resident is asked everything, as with a signal, for the day on which the form was typed', async () => {
    const asked = { ...fresh, ...unseen, listed: 'no', name: '赵素珍', day: '' }
    const lacks = await send({ ...asked, ageBand: '', agreed: [] })
    expect(lacks.status).toBe(422)
    for (const sentence of [zh.faults.choose, zh.people.faults.kept]) expect(lacks.words).toContain(sentence)

    const sunday = String(Date.parse('2026-11-01T18:00:00+08:00') / 1000)
    expect((await send({ ...asked, typedAt: sunday })).status).toBe(303)
    const [id] = await whose()
    expect((await files()).find((row) => row.id === id)).toMatchObject({ gridId: 'grid1', ageBand: '80+' })
    const given = await app.services.store.db
      .select()
      .from(consents)
      .where(eq(consents.residentId, id ?? ''))
    expect(given.map(({ purpose }) => purpose).sort()).toEqual(['card', 'kept', 'posting'])
    expect(new Set(given.map(({ day }) => day))).toEqual(new Set(['2026-11-01']))
  })

  test('a namesake in another worker’s grid is not the one meant, and is not mentioned', async () => {
    await send({ ...unseen, name: 'Ma Xiulan', door: '501' })
    expect(await whose()).not.toContain(app.residents.ma)
  })

  test('a worker of several grids need not say in which of them a known resident lives', async () => {
    expect((await send(unseen, 'dora')).status).toBe(303)
    expect(await whose()).toEqual([app.residents.li])
  })

  test('a new resident in a building of one grid gets a file in that grid', async () => {
    await listResident(app.services, app.people.gus, 'hongqi', { gridId: 'grid2', name: 'Ma Yulan', building: '21' })
    expect((await send({ ...unseen, ...asNew, name: '赵素珍', building: '21号楼' }, 'dora')).status).toBe(303)
    const [id] = await whose()
    expect((await files()).find((row) => row.id === id)).toMatchObject({ gridId: 'grid2', building: '21' })
  })

  test.each(['17', '99'])('in building %s, of several grids or of none, the grid is asked for', async (building) => {
    const answer = await send({ ...unseen, ...asNew, name: '赵素珍', building }, 'dora')
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('href="#gridId"')
    expect(answer.words).toContain(zh.form.faults.grid)
    expect(await all()).toEqual([])
    expect((await send({ ...unseen, ...asNew, name: '赵素珍', building, gridId: 'grid2' }, 'dora')).status).toBe(303)
  })

  test('the phone’s time is stored together with the server’s, and only those inside see it', async () => {
    await send(unseen)
    const [event] = await app.services.store.db.select().from(events).where(eq(events.action, 'post'))
    expect(event?.data.typedAt).toBe(1_793_580_000)
    const [wish] = await all()
    expect((await app.as('ana').get(`/wishes/${wish?.code}`)).words).toContain(zh.form.typedAt)
    await app.as('dora').post(`/wishes/${wish?.code}/publish`)
    expect((await app.anyone.get(`/wishes/${wish?.code}`)).words).not.toContain(zh.form.typedAt)
  })

  test('the same form sent at the door and again from the phone’s memory is one wish', async () => {
    const seen = { ...unseen, unseen: '', ageBand: '80+', agreed: ['kept'], method: 'in-person', name: '赵素珍' }
    const first = await send({ ...seen, gridId: 'grid1', typedAt: '' })
    const again = await send({ ...seen, gridId: 'grid1', unseen: '1', typedAt: '1793580000' })
    expect([first.status, again.status, again.location]).toEqual([303, 303, first.location])
    expect(await all()).toHaveLength(1)
  })

  test('a script receives the address of the wish; another person’s draft is refused', async () => {
    const answer = await app.app.request('/wishes/blank')
    expect(answer.status).toBe(200)
    const sent = await send(unseen, 'ana', { 'x-from-phone': '1' })
    expect([sent.status, JSON.parse(sent.html).to]).toEqual([201, `/wishes/${(await all())[0]?.code}`])
    const others = await send({ ...unseen, key: `${key.slice(1)}1`, mark: 'f'.repeat(24) })
    expect(others.status).toBe(403)
    expect(others.words).toContain(zh.form.otherPerson)
  })

  test('the page that a phone keeps is the same for everybody and says nothing of anybody', async () => {
    const [ana, anyone] = [await app.as('ana').get('/wishes/blank'), await app.anyone.get('/wishes/blank')]
    expect(ana.html).toBe(anyone.html)
    for (const word of ['ana', 'Li Guilan', 'Grid 1', 'hongqi', 'grid1']) expect(ana.html).not.toContain(`>${word}`)
    expect([ana.hidden('key'), ana.hidden('mark')]).toEqual(['', ''])
  })
})
