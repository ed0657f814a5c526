import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { views } from '#db/schema/tables.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { listResident, type Name, places } from '#test/support/cast.ts'
import { living } from '../site/living.ts'

let app: TestApp
let life: ReturnType<typeof living>
/** The codes of the wishes by what they are for. */
let milk: string
let lamp: string
let claimed: string
let draft: string
let elsewhere: string

beforeAll(async () => {
  app = await testApp()
  life = living(app)
  milk = await life.post()
  lamp = await life.open({ item: 'other', words: 'a red lamp', category: 'goods', measure: 'piece' })
  claimed = await life.claimed('ben', { item: 'kettle', quantity: '1' })
  draft = await life.post({ item: 'plaster' }, 'gus', 'ma')
  await life.move('dora', draft, 'return', { reason: 'which?' })
  elsewhere = await life.post({ item: 'kettle', quantity: '1' }, 'wang', 'sun')
})

const english = { cookie: 'lang=en' }
const open = (who: Name, path = '/wishes') => app.as(who).get(path, english)
const search = (who: Name, q: string, more: Record<string, string> = {}) =>
  app.as(who).post('/wishes/search', { q, ...more }, english)
/** The codes of the rows, in their order. */
const rows = ({ html }: Answer) =>
  [...html.matchAll(/<th scope="row"[^>]*><a href="\/wishes\/([\d-]+)"/g)].map((m) => m[1])

describe('the working table', () => {
  test('a secretary sees every wish of her community in every state, the latest first', async () => {
    expect(new Set(rows(await open('dora')))).toEqual(new Set([draft, claimed, lamp, milk]))
  })

  test('a grid worker sees those of her grids, and another community only its own', async () => {
    expect(new Set(rows(await open('ana')))).toEqual(new Set([claimed, lamp, milk]))
    expect(rows(await open('gus'))).toEqual([draft])
    expect(rows(await open('zhao'))).toEqual([elsewhere])
    expect((await open('ana', '/wishes?c=nanyuan')).status).toBe(404)
  })

  test('narrows to a state, a grid, a category, a source and to what is overdue', async () => {
    const narrowed = async (query: string) => new Set(rows(await open('dora', `/wishes?${query}`)))

    expect(await narrowed('state=draft')).toEqual(new Set([draft]))
    expect(await narrowed('grid=grid2')).toEqual(new Set([draft]))
    expect(await narrowed('state=claimed&grid=grid1&urgency=yellow&source=visit')).toEqual(new Set([claimed]))
    expect(await narrowed('category=company')).toEqual(new Set())
    expect(await narrowed('source=phone')).toEqual(new Set())
    expect(await narrowed('overdue=yes')).toEqual(new Set())
    app.at('2026-11-10T11:00:00+08:00')
    expect(await narrowed('overdue=yes')).toEqual(new Set([claimed]))
    app.at('2026-11-02T11:00:00+08:00')
  })

  test('a grid that is not hers narrows nothing for a grid worker, and shows nothing more', async () => {
    expect(new Set(rows(await open('ana', '/wishes?grid=grid2')))).toEqual(new Set([claimed, lamp, milk]))
  })

  test('has no names until they are chosen, and the choice is remembered for the table', async () => {
    expect((await open('dora')).words).not.toContain('Li Guilan')

    const chosen = await app.as('dora').post('/wishes/search', { q: '', choosing: 'yes', cols: ['resident', 'grid'] })
    expect(chosen).toMatchObject({ status: 303, location: '/wishes?c=hongqi' })
    const [cookie] = chosen.headers.getSetCookie().filter((header) => header.startsWith('columns='))
    expect(cookie).toMatch(/^columns=grid\.resident; .*Path=\/wishes; HttpOnly/)
    const named = await app.as('dora').get('/wishes', { cookie: 'lang=en; columns=grid.resident.password' })
    expect(named.words).toContain('Li Guilan')
    expect(named.words).not.toContain('2026-11')
  })
})

describe('the search', () => {
  test.each([
    ['the whole number', () => milk],
    ['the whole number without its hyphen', () => milk.replace('-', '')],
    [
      'the whole number with full-width digits',
      () => milk.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))),
    ],
  ])('%s leads to the wish at once', async (_, number) => {
    expect(await search('dora', number())).toMatchObject({ status: 303, location: `/wishes/${milk}` })
  })

  type Found = readonly [by: string, who: Name, typed: () => string, found: () => readonly string[]]
  test.each<Found>([
    ['some digits of the number', 'dora', () => milk.slice(0, 4), () => [milk]],
    ['the thing, in Chinese', 'dora', () => '牛奶', () => [milk]],
    ['the thing as typed', 'dora', () => 'red lamp', () => [lamp]],
    ['the resident', 'dora', () => 'guilan', () => [claimed, lamp, milk]],
    ['a part of another resident’s name', 'dora', () => 'Ma Xiu', () => [draft]],
    ['four digits of a telephone', 'gus', () => '8000', () => [draft]],
    ['a building', 'gus', () => '17', () => [draft]],
    ['the volunteer', 'dora', () => 'ben', () => [claimed]],
    ['the unit', 'dora', () => 'Water Works', () => [claimed]],
    ['a stranger', 'dora', () => 'Sun Yulan', () => []],
    ['a resident of another grid', 'ana', () => 'Ma Xiulan', () => []],
  ])('finds by %s', async (_, who, typed, found) => {
    const answer = await search(who, typed())

    expect(answer.status).toBe(200)
    expect(new Set(rows(answer))).toEqual(new Set(found()))
  })

  test('stays within the filters, which an empty search puts into the address', async () => {
    expect(rows(await search('dora', 'guilan', { state: 'open' }))).toEqual([lamp])
    expect((await search('dora', ' ', { state: 'open', urgency: 'no' })).location).toBe('/wishes?c=hongqi&state=open')
  })

  test('never puts a name into an address, and the address of a search alone leads to the table', async () => {
    const { html } = await search('dora', 'guilan')
    expect(html).not.toMatch(/(?:href|action|hx-\w+)="[^"]*guilan/i)
    expect((await open('dora', '/wishes/search')).location).toBe('/wishes')
  })

  test('shows whom it found, and records once a day that the reader looked', async () => {
    const looks = async () => {
      const of = and(eq(views.residentId, app.residents.li), eq(views.page, 'table'))
      const all = await app.services.store.db.select().from(views).where(of)
      return all.filter(({ viewerId }) => viewerId === app.people.ana.id).length
    }
    await open('ana')
    expect(await looks()).toBe(0)

    const found = await search('ana', 'guilan')
    expect(found.words).toContain('Li Guilan')
    expect(found.words).toContain('you looked at them today')
    await search('ana', 'guilan')
    expect(await looks()).toBe(1)
    app.at('2026-11-03T11:00:00+08:00')
    await search('ana', 'guilan')
    expect(await looks()).toBe(2)
    app.at('2026-11-02T11:00:00+08:00')
  })

  test('is on every page for staff, on a page of the table once, and on no page for others', async () => {
    const boxes = async (who: Name, path: string) =>
      (await open(who, path)).html.match(/<input type="search"[^>]* name="q"|<input type="search" name="q"/g)?.length ??
      0

    expect(await boxes('ana', '/desk')).toBe(1)
    expect(await boxes('dora', '/c/hongqi')).toBe(1)
    expect(await boxes('dora', '/wishes')).toBe(1)
    expect(await boxes('ben', '/mine')).toBe(0)
    expect(await boxes('eve', '/desk')).toBe(0)
  })
})

test('has 50 on a page, and the next page goes on where it ended; a search goes on in a form', async () => {
  const big = await testApp()
  const { post } = living(big)
  for (let n = 0; n < 52; n++) {
    const fields = { gridId: places.grid1, name: `Resident ${n}`, door: `${n}`, phones: [`1390000${1000 + n}`] }
    await post({}, 'ana', (await listed(big, fields)) as never)
  }
  const first = await big.as('ana').get('/wishes', english)
  const next = /href="([^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await big.as('ana').get(next, english)
  expect([rows(first).length, rows(second).length]).toEqual([50, 2])
  expect(new Set([...rows(first), ...rows(second)]).size).toBe(52)

  const found = await big.as('ana').post('/wishes/search', { q: 'Resident' }, english)
  const after = found.hidden('after')
  const more = await big.as('ana').post('/wishes/search', { q: 'Resident', after }, english)
  expect([rows(found).length, rows(more).length]).toEqual([50, 2])
})

/** `living` names residents of the cast; this one is added to them under its own id. */
async function listed(big: TestApp, fields: Parameters<typeof listResident>[3]) {
  const id = await listResident(big.services, big.people.ana, places.hongqi, fields)
  Object.assign(big.residents, { [id]: id })
  return id
}

test('an empty place says what is not there yet', async () => {
  const empty = await testApp()
  const { words } = await empty.as('dora').get('/wishes', english)
  expect(words).toContain('No wish has been posted yet')
})
