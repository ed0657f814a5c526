import { and, eq, ne } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { grantRole } from '#actions/people/grant-role.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { photos, registrations, residents, roles } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { clock } from '#domain/people/actor.ts'
import { hx, living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson } from '#test/support/cast.ts'
import { csv, headings, nameGrids, upload } from '#test/support/lists/imports.ts'
import { migrated } from '#test/support/migrated.ts'
import { jpegOf } from '#test/support/photos.ts'

/**
 * The other community's worker and secretary, the next grid's worker, a volunteer who claimed nothing, supervisor and
 * administrator, ida, whose time as grid worker and secretary ended today and who is a volunteer not yet active, and no one:
 * none of them has any business with grid 1 of Hongqi.
 */
const strangers = ['wang', 'zhao', 'gus', 'cleo', 'eve', 'finn', 'ida', 'anyone'] as const
type Stranger = (typeof strangers)[number]

/** What volunteers who sign in may read before they claim, and no one else from outside. */
const wanted = /Wanted kind/

/** What only those inside may read. */
const secrets = /Li Guilan|138\s?9911\s?7733|Secret|(?:17号楼|Building 17).{0,20}203/

let app: TestApp
let store: SqliteStore
const cookies = new Map<Stranger | 'ana' | 'ben', string>()
/** Codes of wishes by what became of them. */
const code = { draft: '', submitted: '', open: '', claimed: '', delivered: '' }
const ids = { import: '', registration: '', photo: '' }

beforeAll(async () => {
  store = migrated()
  app = await testApp({ store })
  const { db } = store
  await nameGrids(store)
  const own = db
    .update(residents)
    .set({ phones: ['13899117733'] })
    .where(eq(residents.id, app.residents.li))
  await store.commit([own])
  const ida = await formerStaff()
  for (const who of [...strangers, 'ana', 'ben'] as const) {
    const id = who === 'ida' ? ida : who === 'anyone' ? null : app.people[who].id
    if (id) cookies.set(who, (await sessionsOf(app.services).begin(id)).split(';')[0] ?? '')
  }

  const life = living(app)
  const free = (words: string) => ({ item: 'other', words, category: 'goods', measure: 'piece', note: 'Secret note' })
  code.draft = await life.post(free('Secret wool'))
  await life.move('dora', code.draft, 'return', { reason: 'Secret reason' })
  code.submitted = await life.post(free('Secret lamp'))
  code.open = await life.open({ item: 'rice', note: 'Secret note', specification: 'Wanted kind' })
  code.claimed = await life.claimed('ben', { item: 'kettle', note: 'Secret note' })
  code.delivered = await life.claimed('ben')
  const form = new FormData()
  form.set('photo', new File([jpegOf({}) as Uint8Array<ArrayBuffer>], 'a.jpg'))
  form.set('note', 'Secret delivery')
  await app.app.request(`/wishes/${code.delivered}/deliver`, { method: 'POST', body: form, headers: headersOf('ben') })
  ids.photo = (await db.select().from(photos))[0]?.id ?? ''
  const asked = { name: 'Secret Name', phone: '13922223333', unit: 'Mill', consent: 'yes' }
  await app.anyone.post('/c/hongqi/register', asked)
  ids.registration = (await db.select().from(registrations))[0]?.id ?? ''
  const list = csv(headings, 'Secret Person,第一网格,5号楼1单元101,19900000101,烧水壶,1,90')
  ids.import = await upload(app.services, app.people.ana, list, 'Secret.csv')
  for (const id of Object.values({ ...code, ...ids })) expect(id).not.toBe('')
})

async function formerStaff(): Promise<string> {
  const { services, people } = app
  const asked = { ...blankPerson, name: 'ida', phone: '13900000066' }
  const { id } = await addToCast(services, people.dora, 'hongqi', asked)
  const { name, phone } = asked
  await grantRole(services, clock, { role: 'gridWorker', areaId: 'grid1', name, phone })
  await grantRole(services, clock, { role: 'secretary', areaId: 'hongqi', name, phone })
  const isStaff = and(eq(roles.personId, id), ne(roles.role, 'volunteer'))
  await store.commit([store.db.update(roles).set({ untilDay: '2026-11-02' }).where(isStaff)])
  return id
}

const headersOf = (who: Stranger | 'ana' | 'ben') => ({ cookie: cookies.get(who) ?? '', origin: 'http://localhost' })

/** Every address that a route makes of these ids. */
function filled(method: 'GET' | 'POST'): readonly string[] {
  const { li } = app.residents
  const paths = [...new Set(app.app.routes.filter((route) => route.method === method).map(({ path }) => path))]
  const fills: Readonly<Record<string, readonly string[]>> = {
    wishes: Object.values(code),
    photos: [ids.photo],
    residents: [li],
    volunteers: [app.people.ben.id, app.people.ana.id],
    registrations: [ids.registration],
    import: [ids.import],
  }
  return paths.flatMap((path) => {
    const kind = /\/(\w+)\/:(?:code|id)/.exec(path)?.[1]
    const known = kind ? (fills[kind] ?? []) : []
    return known.map((id) =>
      path
        .replace(/:(code|id)(\{[^/]*\})?/, id)
        .replace(/:index(\{[^/]*\})?/, '0')
        .replace(/:mark(\{[^/]*\})?/, 'a'.repeat(22)),
    )
  })
}

const typed = () =>
  new URLSearchParams([
    ...Object.entries({ key: 'a'.repeat(24), volunteer: app.people.ben.id, handover: 'x', reason: 'moved', note: 'x' }),
    ...Object.entries({
      reached: 'yes',
      received: 'yes',
      speaker: 'resident',
      satisfaction: 'satisfied',
      code: '123456',
    }),
    ...Object.entries({
      role: 'volunteer',
      choice: 'skip',
      seen: 'x',
      day: '2026-11-02',
      time: '18:00',
      publicText: 'x',
    }),
    ...Object.entries({ purpose: 'card', given: 'no', method: 'phone', item: 'milk', quantity: '1', urgency: 'red' }),
    ...Object.entries({ source: 'visit', resident: app.residents.li, ids: app.residents.li, purposes: 'kept' }),
    ...Object.entries({
      name: 'x',
      gridId: 'grid1',
      ageBand: '80+',
      building: '1',
      door: '1',
      agreed: 'kept',
      c: 'hongqi',
    }),
    ['ids', app.people.ben.id],
  ])

async function ask(who: Stranger | 'ana', method: 'GET' | 'POST', path: string, more: Record<string, string> = {}) {
  const body = method === 'POST' ? typed() : undefined
  const answer = await app.app.request(path, {
    method,
    headers: { ...headersOf(who), ...more },
    ...(body ? { body } : {}),
  })
  return { status: answer.status, text: JSON.stringify([...answer.headers]) + (await answer.text()) }
}

/** All that is stored, but for sessions, tries, and the log, into which a reading takes what has happened before. */
const stored = () =>
  JSON.stringify(
    (store.raw.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[])
      .filter(
        ({ name }) => !['sessions', 'attempts', 'log_heads', 'log_tiles'].includes(name) && !name.startsWith('sqlite_'),
      )
      .map(({ name }) => [name, store.raw.prepare(`select * from "${name}"`).all()]),
  )

const isOpenToAll = (path: string) =>
  [code.open, code.claimed, code.delivered].some(
    (one) => new RegExp(`^(?:/log/proof)?/wishes/${one}`).test(path) && !/edit|confirm/.test(path),
  )

test('the people who work there can read it', async () => {
  const pages = filled('GET').filter((path) => /wishes|residents|import/.test(path) && !path.endsWith('/confirm'))
  const readings = await Promise.all(pages.map((path) => ask('ana', 'GET', path)))
  expect(readings.filter(({ text }) => secrets.test(text)).length).toBeGreaterThanOrEqual(8)
})

test.each(strangers)('%s reads nothing that is not theirs, on no page and in no part of one', async (who) => {
  const before = stored()
  for (const path of filled('GET'))
    for (const to of [path, `${path}?c=hongqi`])
      for (const more of [{}, hx]) {
        const { status, text } = await ask(who, 'GET', to, more)
        const isShut = who === 'anyone' ? [303, 401, 404] : [404]
        if (!isOpenToAll(path)) expect(isShut, to).toContain(status)
        expect(secrets.exec(text)?.[0], to).toBeUndefined()
        if (who !== 'cleo') expect(wanted.exec(text)?.[0], to).toBeUndefined()
      }
  expect(stored()).toBe(before)
})

test.each(strangers)('%s changes nothing that is not theirs', async (who) => {
  const before = stored()
  // An open wish is any volunteer's to claim.
  const isTheirs = (path: string) => who === 'cleo' && path === `/wishes/${code.open}/claim`
  for (const path of filled('POST').filter((one) => !isTheirs(one)))
    for (const to of [path, `${path}?c=hongqi`])
      for (const more of [{}, hx]) {
        const { status, text } = await ask(who, 'POST', to, more)
        expect(who === 'anyone' ? [303, 401, 404] : [403, 404, 409, 422], `${to} ${status}`).toContain(status)
        expect(secrets.exec(text)?.[0], to).toBeUndefined()
        if (who !== 'cleo') expect(wanted.exec(text)?.[0], to).toBeUndefined()
      }
  expect(stored()).toBe(before)
})

const ofThePlace = ['/wishes/new', '/residents', '/residents/consents', '/people', '/people/codes', '/rules/change']

test.each(strangers)('%s works in no community but their own, whatever the address or the form names', async (who) => {
  const before = stored()
  for (const path of [...ofThePlace, '/import'])
    for (const to of who === 'gus' ? [path] : [`${path}?c=hongqi`]) {
      for (const method of ['GET', 'POST'] as const) {
        const { status, text } = await ask(who, method, to)
        if (method === 'GET' && who !== 'gus') expect([303, 404], to).toContain(status)
        expect(secrets.exec(text)?.[0], `${method} ${to}`).toBeUndefined()
      }
    }
  for (const to of ['/residents/search', '/wishes/new/residents'])
    for (const q of ['Gui', '203', '138']) {
      const answer = await app.app.request(to, {
        method: 'POST',
        headers: headersOf(who),
        body: new URLSearchParams({ q }),
      })
      expect(secrets.exec(await answer.text())?.[0], `${to} ${q}`).toBeUndefined()
    }
  const searches = ['/residents?grid=grid1', `/residents?after=${app.residents.li}`, '/desk', '/callbacks']
  const posting = ['/wishes/new', `/wishes/new?resident=${app.residents.li}`]
  for (const to of [...searches, ...posting]) {
    const { text } = await ask(who, 'GET', to)
    expect(secrets.exec(text)?.[0], to).toBeUndefined()
  }
  expect(stored()).toBe(before)
})
