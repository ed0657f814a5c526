import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { consents, events, residents, views } from '#db/schema/tables.ts'
import { hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { listResident, places } from '#test/support/cast.ts'
import { post } from '#test/support/wish.ts'
import { zh } from '#text/zh.ts'

const words = zh.people.residents

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const typed = {
  name: 'Zhang Xiuying',
  sex: 'female',
  ageBand: '80+',
  gridId: places.grid1,
  building: '3号楼',
  unit: '２',
  door: '402室',
  phone1: '１３８ 0013-8001',
  phone2: '(0994) 234 5678',
  phone3: '',
  callFrom: '10:00',
  callUntil: '12:30',
  relativeName: 'daughter',
  relativePhone: '',
  hearing: '',
  agreed: ['kept', 'posting', 'card'],
  method: 'in-person',
  day: '2026-11-02',
}
type Typed = Partial<Record<keyof typeof typed, string | readonly string[]>>

async function add(more: Typed = {}, who: 'ana' | 'gus' | 'dora' = 'ana') {
  const form = await app.as(who).get('/residents/new')
  return app.as(who).post('/residents', { ...typed, ...more, key: form.hidden('key') })
}

describe('the list', () => {
  test('shows a grid worker their own grids and a secretary the whole community, and reveals it to no one else', async () => {
    expect((await app.as('ana').get('/residents')).words).toContain('Li Guilan')
    expect((await app.as('ana').get('/residents?grid=grid2')).words).not.toContain('Ma Xiulan')
    expect((await app.as('dora').get('/residents?grid=grid2')).words).toContain('Ma Xiulan')
    expect((await app.as('dora').post('/residents/search', { q: 'Sun' })).words).not.toContain('Sun Yulan')
    for (const who of ['ben', 'eve', 'finn'] as const) expect((await app.as(who).get('/residents')).status).toBe(404)
    expect((await app.anyone.get('/residents')).location).toBe('/login?to=%2Fresidents')
  })

  test('of a community that is not theirs is not found', async () => {
    expect((await app.as('ana').get('/residents?c=nanyuan')).status).toBe(404)
    expect((await app.as('dora').get('/residents?c=nowhere')).status).toBe(404)
  })

  test('finds by a part of the name, by the building, by door and by phone', async () => {
    const found = async (q: string) => (await app.as('dora').post('/residents/search', { q })).words

    for (const q of ['Guilan', '17', '17号楼', '17-2-203', '1380013']) expect(await found(q)).toContain('Li Guilan')
    for (const q of ['Guizhen', '18', '17-2-204', '1390000']) expect(await found(q)).not.toContain('Li Guilan')
    expect(await found('Guizhen')).toContain(words.emptySearch)
  })

  test('goes on page by page without leaving anybody out, house 2 before house 10', async () => {
    const { ana } = app.people
    for (let n = 0; n < 52; n++)
      await listResident(app.services, ana, places.hongqi, {
        ...{ gridId: places.grid1, name: `No${String(n).padStart(2, '0')}`, building: String(52 - n), door: '1' },
        phones: [],
      })

    const first = await app.as('ana').get('/residents')
    const next = /href="([^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await app.as('ana').get(next)
    const names = [...(first.words + second.words).matchAll(/No(\d\d)/g)].map((found) => Number(found[1]))

    expect(names).toEqual(Array.from({ length: 52 }, (_, n) => 51 - n))
    expect(second.words).not.toContain(zh.site.next)
  })

  test('and every other page of residents reads in English as well', async () => {
    const file = `/residents/${app.residents.li}`
    await post(
      app,
      app.people.ana,
      await listResident(
        app.services,
        app.people.ana,
        places.hongqi,
        {
          ...{ gridId: places.grid1, name: 'Bai', door: '1', phones: [] },
        },
        ['kept'],
      ),
    )

    for (const path of ['/residents', '/residents/new', file, `${file}/edit`, '/residents/consents'])
      expect(hanIn(await app.as('ana').get(path, { cookie: 'lang=en' })), path).toEqual([])
    expect(hanIn(await app.as('ana').post('/residents/search', { q: 'nobody' }, { cookie: 'lang=en' }))).toEqual([])
  })
})

describe('a new file', () => {
  test('stores what was typed in plain digits, with the consents it needs', async () => {
    const answer = await add()
    const id = /^\/residents\/([0-9a-f]+)/.exec(answer.location ?? '')?.[1] ?? ''

    const { db } = app.services.store
    const [file] = await db.select().from(residents).where(eq(residents.id, id))
    expect(file).toMatchObject({
      ...{ building: '3', unit: '2', door: '402', phones: ['13800138001', '0994-2345678'], callFrom: '10:00' },
      ...{ communityId: places.hongqi, gridId: places.grid1, ageBand: '80+', createdBy: app.people.ana.id },
    })
    const given = await db.select().from(consents).where(eq(consents.residentId, id))
    expect(given.map((row) => [row.purpose, row.given, row.method, row.day]).sort()).toEqual([
      ['card', true, 'in-person', '2026-11-02'],
      ['kept', true, 'in-person', '2026-11-02'],
      ['posting', true, 'in-person', '2026-11-02'],
    ])
    expect(given.every((row) => row.witnessId === app.people.ana.id)).toBe(true)
  })

  test('is written into the register by ids and codes alone', async () => {
    await add()

    const told = await app.services.store.db.select().from(events).where(eq(events.communityId, places.hongqi))
    expect(told.map((event) => event.seq)).toEqual(told.map((_, index) => index + 1))
    expect(JSON.stringify(told)).not.toMatch(/Zhang|138\d{8}|\b402\b/)
  })

  test('sent twice, even at the same moment, is one file', async () => {
    const form = await app.as('ana').get('/residents/new')
    const body = { ...typed, key: form.hidden('key') }

    const answers = await Promise.all([1, 2, 3].map(() => app.as('ana').post('/residents', body)))

    expect(new Set(answers.map((answer) => answer.location)).size).toBe(1)
    const rows = await app.services.store.db.select().from(residents).where(eq(residents.name, 'Zhang Xiuying'))
    expect(rows).toHaveLength(1)
  })

  test('whose form was used for another person is refused, with a new form as typed', async () => {
    const form = await app.as('ana').get('/residents/new')
    const key = form.hidden('key')
    await app.as('ana').post('/residents', { ...typed, key })

    const answer = await app.as('ana').post('/residents', { ...typed, name: 'Another', door: '9', key })

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.people.keyReused)
    expect(answer.hidden('key')).not.toBe(key)
  })

  test('a body without the form’s key is malformed', async () => {
    expect((await app.as('ana').post('/residents', typed)).status).toBe(400)
  })

  test.each<[string, Typed, string | undefined]>([
    ['a child', { ageBand: 'under14' }, zh.faults.child],
    ['no age band', { ageBand: '' }, zh.faults.choose],
    ['no name', { name: '  ' }, zh.faults.required],
    ['the names of two people', { name: '王淑芬、李建国' }, zh.people.faults['two-people']],
    ['a couple in one field', { name: '王建国（78）李秀英（75）' }, zh.people.faults['two-people']],
    ['a number for a name', { name: '13800138000' }, zh.people.faults['bad-name']],
    ['no door at all', { building: '', unit: '', door: '' }, zh.faults.required],
    ['a phone with a digit missing', { phone1: '1380013800' }, zh.faults.phone],
    ['a landline without its area code', { phone2: '2345678' }, zh.faults.phone],
    ['hours that end before they begin', { callFrom: '18:00', callUntil: '10:00' }, zh.people.faults.hours],
    ['hours without an end', { callUntil: '' }, zh.faults.required],
    ['a relative’s phone that is none', { relativePhone: '12' }, zh.faults.phone],
    ['no consent to be kept', { agreed: ['posting'] }, zh.people.faults.kept],
    ['no word on how it was asked', { method: '' }, zh.faults.choose],
    ['tomorrow', { day: '2026-11-03' }, zh.people.faults['not-yet']],
    ['no day', { day: '2026-02-30' }, zh.faults.date],
    ['another worker’s grid', { gridId: places.grid2 }, zh.faults.choose],
  ])('with %s comes back as typed, with a sentence at the field', async (_name, more, sentence) => {
    const answer = await add(more)

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(sentence)
    expect(answer.words).toContain(zh.site.errorSummary)
    expect(answer.html).toContain('value="daughter"')
    const rows = await app.services.store.db.select().from(residents).where(eq(residents.name, 'Zhang Xiuying'))
    expect(rows).toEqual([])
  })

  test('of a resident already listed leads to the existing file', async () => {
    const answer = await add({ name: 'Li Guilan', building: '17', unit: '2', door: '203' })

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.people.faults['on-the-list'])
    expect(answer.html).toContain(`href="/residents/${app.residents.li}"`)
  })

  test('of whom only the building is known is asked about as well when typed again', async () => {
    const partly = { name: '冯秀珍', building: '9', unit: '', door: '', phone1: '', phone2: '' }
    const first = await add(partly)
    const again = await add(partly)

    expect([first.status, again.status]).toEqual([303, 422])
    expect(again.words).toContain(zh.people.faults['on-the-list'])
  })
})

describe('a file', () => {
  test('opens to the worker of its grid and the secretary, and is not there for anybody else', async () => {
    const path = `/residents/${app.residents.li}`

    for (const who of ['ana', 'dora'] as const) expect((await app.as(who).get(path)).words).toContain('Li Guilan')
    for (const who of ['gus', 'ben', 'eve', 'finn', 'wang', 'zhao'] as const)
      for (const page of [path, `${path}/edit`]) expect((await app.as(who).get(page)).status).toBe(404)
    expect((await app.as('wang').post(`${path}/edit`, { ...typed, version: '1' })).status).toBe(404)
    expect((await app.as('zhao').post(`${path}/consents`, { purpose: 'card', given: 'no' })).status).toBe(404)
  })

  test('each look at it is written down, and a refused one is not', async () => {
    await app.as('ana').get(`/residents/${app.residents.li}`)
    await app.as('dora').get(`/residents/${app.residents.li}`)
    await app.as('gus').get(`/residents/${app.residents.li}`)

    const seen = await app.services.store.db.select().from(views).where(eq(views.residentId, app.residents.li))
    expect(seen.map((row) => [row.viewerId, row.page])).toEqual([
      [app.people.ana.id, 'resident'],
      [app.people.dora.id, 'resident'],
    ])
  })

  test('links its phones, names its consents, and shows its wishes by their names', async () => {
    const code = await post(app, app.people.ana, app.residents.li)

    const answer = await app.as('ana').get(`/residents/${app.residents.li}`)

    expect(answer.html).toContain('href="tel:13800138000"')
    for (const purpose of Object.values(zh.words.consentPurpose)) expect(answer.words).toContain(purpose)
    expect(answer.html).toContain(`href="/wishes/${code}"`)
    expect(answer.words).toContain(zh.words.state.submitted)
  })

  test('is changed in place; the event names the fields and not the words', async () => {
    const path = `/residents/${app.residents.li}/edit`
    const { agreed, method, day, ...form } = typed

    const version = (await app.as('ana').get(path)).hidden('version')
    expect((await app.as('ana').post(path, { ...form, version, name: 'Li Guilan' })).location).toContain('done=saved')

    const { db } = app.services.store
    const [file] = await db.select().from(residents).where(eq(residents.id, app.residents.li))
    expect(file?.door).toBe('402')
    const [told] = await db.select().from(events).where(eq(events.action, 'resident-amended'))
    expect(told?.data).toEqual({
      residentId: app.residents.li,
      fields: ['building', 'door', 'phones', 'relativeName'],
    })
  })

  test('saved as it was says nothing to the register', async () => {
    const form = await app.as('ana').get(`/residents/${app.residents.li}/edit`)
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form.html)?.[1] ?? ''
    const { agreed, method, day, ...names } = typed
    const body = Object.fromEntries(Object.keys(names).map((name) => [name, value(name)]))

    const selects = { sex: 'female', ageBand: '80+', gridId: places.grid1, version: form.hidden('version') }
    await app.as('ana').post(`/residents/${app.residents.li}/edit`, { ...body, ...selects })

    expect(await app.services.store.db.select().from(events).where(eq(events.action, 'resident-amended'))).toEqual([])
  })
})

describe('consent', () => {
  const answerOf = async (more: Record<string, string> = {}) => {
    const path = `/residents/${app.residents.li}`
    const form = await app.as('dora').get(`${path}/consents`)
    const body = { purpose: 'card', given: 'no', method: 'phone', day: '2026-11-01', key: form.hidden('key'), ...more }
    return app.as('dora').post(`${path}/consents`, body)
  }

  test('taken back applies from then on, with the witness, and the history keeps both answers', async () => {
    app.at('2026-11-02T11:00:05+08:00')

    expect((await answerOf()).location).toContain('done=recorded')

    const page = await app.as('dora').get(`/residents/${app.residents.li}`)
    expect(page.words).toContain(words.consent.no)
    const rows = await app.services.store.db
      .select()
      .from(consents)
      .where(and(eq(consents.residentId, app.residents.li), eq(consents.purpose, 'card')))
    expect(rows.map((row) => row.given).sort()).toEqual([false, true])
    expect(rows.find((row) => !row.given)?.witnessId).toBe(app.people.dora.id)
    const { kept, posting, contact } = words.consentShort
    expect((await app.as('dora').get('/residents')).words).toContain(`${kept} · ${posting} · ${contact}`)
  })

  test.each<[string, Record<string, string>, string | undefined]>([
    ['no purpose', { purpose: 'marketing' }, zh.faults.choose],
    ['no answer', { given: '' }, zh.faults.choose],
    ['a day to come', { day: '2026-11-03' }, zh.people.faults['not-yet']],
  ])('with %s comes back with a sentence', async (_name, more, sentence) => {
    const answer = await answerOf(more)

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(sentence)
    expect(await app.services.store.db.select().from(consents)).toHaveLength(12)
  })
})

describe('consent for many', () => {
  const lacking = async (name: string, who: 'ana' | 'gus', gridId: string) => {
    const fields = { gridId, name, door: name, phones: [] }
    const id = await listResident(app.services, app.people[who], places.hongqi, fields, ['kept'])
    await post(app, app.people[who], id)
    return id
  }
  const record = async (ids: readonly string[], more: Record<string, string | readonly string[]> = {}) => {
    const form = await app.as('ana').get('/residents/consents')
    const body = { ids, purposes: ['posting', 'card'], method: 'phone', day: '2026-11-02', key: form.hidden('key') }
    return app.as('ana').post('/residents/consents', { ...body, ...more })
  }

  test('lists who has a wish waiting and a consent missing, within one’s grids', async () => {
    await lacking('Bai', 'ana', places.grid1)
    await lacking('Cao', 'gus', places.grid2)
    await post(app, app.people.ana, app.residents.li)

    const own = (await app.as('ana').get('/residents/consents')).words
    expect([own.includes('Bai'), own.includes('Cao'), own.includes('Li Guilan')]).toEqual([true, false, false])
    expect((await app.as('dora').get('/residents/consents')).words).toMatch(/Bai[\s\S]*Cao/)
  })

  test('records many at once, and nothing twice', async () => {
    const ids = [await lacking('Bai', 'ana', places.grid1), await lacking('Cao', 'ana', places.grid1)]
    app.at('2026-11-02T12:00:00+08:00')

    const answer = await record(ids, { purposes: ['kept', 'posting', 'card', 'contact'] })

    expect(answer.location).toBe('/residents/consents?c=hongqi&recorded=2')
    const rows = await app.services.store.db.select().from(consents).where(eq(consents.day, '2026-11-02'))
    expect(rows).toHaveLength(6)
    expect((await app.as('ana').get('/residents/consents')).words).toContain(words.many.empty)
  })

  test('with one row that is not theirs records none', async () => {
    const own = await lacking('Bai', 'ana', places.grid1)

    expect((await record([own, app.residents.ma])).status).toBe(404)
    expect((await app.as('ana').get('/residents/consents')).words).toContain('Bai')
  })

  test('without rows or purposes comes back as ticked', async () => {
    const own = await lacking('Bai', 'ana', places.grid1)

    const answer = await record([own], { purposes: [] })

    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.people.faults['choose-some'])
    expect(answer.html).toMatch(new RegExp(`value="${own}" checked`))
  })
})
