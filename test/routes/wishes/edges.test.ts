import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { loadPerson } from '#db/people/people-rows.ts'
import { areas, people } from '#db/schema/tables.ts'
import { privateWordIn } from '#domain/wish/notes/public-text.ts'
import { clean } from '#http/form/read-form.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { phones } from '#test/support/cast.ts'
import { leave } from '#test/support/leave.ts'
import { ruleForm } from '#test/support/rule-form.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

describe('marks that cannot be seen', () => {
  test.each([
    ['a text turned round', 'Li \u202eGuilan\u202c', 'Li Guilan'],
    ['a blank without width', 'Li\u200b Gui\u2060lan\ufeff', 'Li Guilan'],
    ['isolates and marks of direction', '\u2066Li\u2069\u200e', 'Li'],
    ['controls of the second row', 'Li\u0085\u009b', 'Li'],
    ['a tag', 'Li\u{e0041}', 'Li'],
  ])('%s does not come in', (_name, typed, kept) => {
    expect(clean(typed)).toBe(kept)
  })

  test('the joiners of Uyghur and of emoji stay', () => {
    expect(clean('مې\u200cى 👨\u200d👩')).toBe('مې\u200cى 👨\u200d👩')
  })

  test('no mark hides a name, a door or an illness from the check of a public title', () => {
    const whose = { name: 'Li Guilan', phones: ['13800138000'], place: '', building: '17', unit: '2', door: '2031' }
    const found = ['Li Gui\u200clan', '20\u200d31', '糖\u200c尿病'].map((text) => privateWordIn(text, whose)?.kind)
    expect(found).toEqual(['name', 'address', 'illness'])
  })

  test('no one can be entered under a name that reads backwards', async () => {
    const key = (await app.as('dora').get('/people/new')).hidden('key')
    const typed = { key, role: 'volunteer', name: '王\u202e芳\u200b', phone: '13911112222' }
    await app.as('dora').post('/people', typed)
    const [kept] = await app.services.store.db.select().from(people).where(eq(people.phone, '13911112222'))
    expect(kept?.name).toBe('王芳')
  })
})

describe('an address that names what every object has', () => {
  test.each(['constructor', '__proto__', 'toString'])('?done=%s says nothing on a resident’s file', async (done) => {
    const plain = await app.as('ana').get(`/residents/${app.residents.li}`)
    const asked = await app.as('ana').get(`/residents/${app.residents.li}?done=${done}`)
    expect([asked.status, asked.words.length]).toEqual([200, plain.words.length])
  })

  test('a reason that is such a word is shown as it was typed', async () => {
    const form = await app.as('dora').get('/rules/change')
    const typed = {
      key: form.hidden('key'),
      version: form.hidden('version'),
      ...ruleForm,
      blue: '9',
      fromDay: '2026-12-01',
      reason: 'constructor',
    }
    const answer = await app.as('dora').post('/rules/change', typed)
    expect(answer.location).toBe('/c/hongqi/rules#history')
    expect((await app.anyone.get('/c/hongqi/rules')).words).not.toContain('native code')
  })
})

describe('who is no volunteer of the place any more', () => {
  test('no longer sees the contact of what they delivered an hour ago, however they sign in', async () => {
    const life = living(app)
    const code = await life.delivered('ben')
    await app.givePassword('ben', 'autumn-leaves-26')
    expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain('138 0013 8000')

    const { id } = app.people.ben
    const left = await leave(app, 'dora', id, 'volunteer')
    expect(left.location).toContain('done=left')
    const signedIn = await app.anyone.post('/login', { phone: phones.ben, password: 'autumn-leaves-26' })
    expect(signedIn.status).toBe(303)
    const again = await app.with(signedIn).get(`/wishes/${code}`)
    expect(again.words).not.toContain('138 0013 8000')
    expect(again.words).not.toContain('Guilan')
  })

  test('is out at once where the community’s clock is ahead of the country’s, and a new person is in at once', async () => {
    const { store } = app.services
    const east = store.db.update(areas).set({ zone: 'Asia/Tokyo' }).where(eq(areas.id, 'hongqi'))
    await store.commit([east])
    app.at('2026-11-02T23:30:00+08:00')
    await leave(app, 'dora', app.people.gus.id, 'gridWorker')
    const gus = await loadPerson(store.db, app.people.gus.id, app.services.now())

    const key = (await app.as('dora').get('/people/new')).hidden('key')
    const typed = { key, role: 'gridWorker', name: 'hana', phone: '13911113333', gridId: 'grid2' }
    await app.as('dora').post('/people', typed)
    const [hana] = await store.db.select().from(people).where(eq(people.phone, '13911113333'))
    const known = await loadPerson(store.db, hana?.id ?? '', app.services.now())
    expect([gus?.roles, known?.roles.map(({ areaId }) => areaId)]).toEqual([[], ['grid2']])
  })
})
