import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { events, views, wishes } from '#db/schema/tables.ts'
import { unzip } from '#files/unzip.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { listResident, type Name, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'
import { living } from '../site/living.ts'

const words = zh.table
let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

/** A resident behind that door of grid 1 who has agreed to stay on the list and to be posted, and their wish. */
async function waiting(name: string, door: string) {
  const fields = { gridId: places.grid1, name, door, phones: [`1391234${1000 + Number(door)}`] }
  const id = await listResident(app.services, app.people.ana, places.hongqi, fields, ['kept', 'posting'])
  Object.assign(app.residents, { [id]: id })
  return { id, code: await life.post({}, 'ana', id as never) }
}
const post = (who: Name, path: string, fields: Record<string, string | readonly string[]>) =>
  app.as(who).post(path, fields)
const looks = async (residentId: string, page: string) =>
  (
    await app.services.store.db
      .select()
      .from(views)
      .where(and(eq(views.residentId, residentId), eq(views.page, page)))
  ).length
const many = (answer: Answer, name: string) =>
  [...answer.html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')

describe('ticking', () => {
  test('the whole page is ticked in one press, with its filter and its search', async () => {
    await life.post()
    await life.post({ item: 'plaster' }, 'gus', 'ma')
    const ticked = ({ html }: Answer) => html.match(/name="wish"[^>]* checked/g)?.length ?? 0

    const filtered = await post('dora', '/wishes/search', { all: 'yes', q: '', grid: 'grid2', here: '' })
    expect(filtered.location).toBe('/wishes?c=hongqi&grid=grid2&all=yes')
    expect(ticked(await app.as('dora').get('/wishes?c=hongqi&grid=grid2&all=yes'))).toBe(1)
    expect(ticked(await app.as('dora').get('/wishes?c=hongqi'))).toBe(0)
    expect(ticked(await post('dora', '/wishes/search', { all: 'yes', q: 'guilan', here: '' }))).toBe(1)
  })

  test('a button with nothing ticked says so', async () => {
    await life.post()
    for (const act of ['export', 'consents']) {
      const answer = await post('ana', `/wishes/${act}?c=hongqi`, {})
      expect(answer.location).toBe('/wishes?c=hongqi&none=yes')
    }
    expect((await app.as('ana').get('/wishes?c=hongqi&none=yes')).words).toContain(words.ticked.none)
  })

  test('forty wishes are published from the desk in five presses; one that needs a decision is left out and named', async () => {
    for (let n = 0; n < 40; n++) await life.post({}, n % 2 ? 'ana' : 'gus', n % 2 ? 'li' : 'ma')
    const dear = await life.post({ item: 'kettle', quantity: '1', value: '900' })
    const dora = app.as('dora')
    const pressed: string[] = []
    const press = async (what: string, answer: Promise<Answer>) => {
      pressed.push(what)
      const got = await answer
      return got.location ? dora.get(got.location) : got
    }
    const wish = (page: Answer) =>
      [...page.html.matchAll(/<input type="checkbox"[^>]*name="wish"[^>]*>/g)]
        .filter(([tag]) => / checked/.test(tag))
        .map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1] ?? '')

    await press('the table', dora.get('/wishes'))
    await press('to check', dora.get('/wishes?c=hongqi&state=submitted'))
    const ticked = await press('all', dora.post('/wishes/search?c=hongqi', { all: 'yes', q: '', state: 'submitted' }))
    expect(wish(ticked)).toHaveLength(41)
    const first = await press('publish', dora.post('/desk/to-check', { wish: wish(ticked) }))
    expect(/id="decide"[\s\S]*?<\/section>/.exec(first.html)?.[0]).toContain(`/wishes/${dear}`)
    await press('publish the rest', dora.post('/desk/to-check', { wish: wish(first) }))

    const open = (await app.services.store.db.select().from(wishes)).filter(({ state }) => state === 'open')
    expect([pressed.length, open.length, (await life.stored(dear)).state]).toEqual([5, 40, 'submitted'])
  })

  test('publishing is offered to the secretary alone', async () => {
    await life.post()
    expect((await app.as('dora').get('/wishes')).html).toContain('formaction="/desk/to-check"')
    expect((await app.as('ana').get('/wishes')).html).not.toContain('formaction="/desk/to-check"')
  })
})

describe('asking for consent by telephone', () => {
  test('goes from door to door, leaves out who has agreed, and says at the end who was not reached', async () => {
    const agreed = await life.post()
    const [far, near, nearest] = [await waiting('Far', '30'), await waiting('Near', '9'), await waiting('Nearest', '1')]
    const codes = [far.code, agreed, near.code, nearest.code]

    const first = await post('ana', '/wishes/consents?c=hongqi', { wish: codes })
    expect(first.words).toContain(words.consents.left(3))
    expect(first.words).toContain('Nearest')
    expect(many(first, 'left')).toEqual([nearest.id, near.id, far.id])
    expect(many(first, 'purposes')).toEqual(['card', 'contact'])

    const form = (page: Answer, more: Record<string, string | readonly string[]>) => ({
      ...{ key: page.hidden('key'), recorded: page.hidden('recorded'), left: many(page, 'left') },
      ...{ skipped: many(page, 'skipped'), ...more },
    })
    const missing = await post('ana', '/wishes/consents/next?c=hongqi', form(first, { do: 'record' }))
    expect([missing.status, many(missing, 'left').length]).toEqual([422, 3])
    const yes = { do: 'record', purposes: ['card', 'contact'] }
    const second = await post('ana', '/wishes/consents/next?c=hongqi', form(missing, yes))
    expect(second.words).toContain('Near')
    const third = await post('ana', '/wishes/consents/next?c=hongqi', form(second, { do: 'skip' }))
    expect(third.words).toContain('Far')
    const done = await post('ana', '/wishes/consents/next?c=hongqi', form(third, yes))

    expect(done.words).toContain(words.consents.done(2))
    expect(done.words).toContain(words.consents.skipped(1))
    expect(done.html).toContain(`/residents/${near.id}#consent`)
    await life.publish(nearest.code)
    await life.publish(far.code)
    await expect(life.publish(near.code)).rejects.toThrow('422')
    expect(await looks(nearest.id, 'call')).toBe(2)
  })

  test('shows no one of another grid or community, whatever the form says', async () => {
    const ofGus = await life.post({}, 'gus', 'ma')
    expect((await post('ana', '/wishes/consents?c=hongqi', { wish: [ofGus] })).location).toContain('none=yes')
    for (const id of [app.residents.ma, app.residents.sun, 'nobody'])
      expect((await post('ana', '/wishes/consents/next?c=hongqi', { do: 'skip', left: ['x', id] })).status).toBe(404)
    expect(await looks(app.residents.ma, 'call')).toBe(0)
  })
})

describe('the export', () => {
  /** The sheet of the workbook as its XML. */
  const sheet = async (who: Name, codes: readonly string[], columns = '') => {
    const session = await sessionsOf(app.services).begin(app.people[who].id)
    const response = await app.app.request('/wishes/export?c=hongqi', {
      method: 'POST',
      body: new URLSearchParams(codes.map((code) => ['wish', code])),
      headers: { origin: 'http://localhost', cookie: `${session.split(';')[0]}${columns && `; columns=${columns}`}` },
    })
    const book = await unzip(new Uint8Array(await response.arrayBuffer()), () => true, 1e6)
    const xml = book.ok ? new TextDecoder().decode(book.files.get('xl/worksheets/sheet1.xml')) : ''
    return { response, xml }
  }

  test('has the ticked wishes of the reader with the chosen columns, and is recorded', async () => {
    const own = await life.post()
    const ofGus = await life.post({}, 'gus', 'ma')
    const { response, xml } = await sheet('ana', [own, ofGus])

    expect(response.headers.get('content-disposition')).toBe('attachment; filename="wishes-hongqi-20261102-1100.xlsx"')
    expect(xml).toContain(own)
    expect(xml).not.toContain(ofGus)
    expect(xml).not.toContain('Li Guilan')
    const { db } = app.services.store
    const [event] = await db.select().from(events).where(eq(events.action, 'wishes-exported'))
    expect(event).toMatchObject({ actorId: app.people.ana.id, communityId: 'hongqi' })
    expect(event?.data).toEqual({ wishes: 1, columns: ['grid', 'urgency', 'due', 'claimant'] })
    expect(await looks(app.residents.li, 'export')).toBe(0)
  })

  test('with names in it is a look at each resident, and has no telephone', async () => {
    const { xml } = await sheet('ana', [await life.post()], 'resident.door')

    expect(xml).toContain('Li Guilan')
    expect(xml).not.toContain('13800138000')
    expect(await looks(app.residents.li, 'export')).toBe(1)
  })

  test('has no formula, whatever was typed', async () => {
    const code = await life.post({ item: 'other', words: '=HYPERLINK("http://x","y")', category: 'goods' })
    const { xml } = await sheet('ana', [code])

    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(')
    expect(xml).not.toMatch(/<f\b/)
  })
})

test('slips are printed in the order of the doors; more than fit are refused, and who is left out is counted', async () => {
  const [far, near] = [await waiting('Far', '30'), await waiting('Near', '4')]
  const delivered = await life.delivered()
  const printed = await post('ana', '/slips?c=hongqi', { wish: [far.code, near.code, delivered] })
  expect(
    [...printed.words.matchAll(/\d{4}-\d{4}(?! *\d)/g)].map(([code]) => code).filter((code) => code !== '0994-2345'),
  ).toEqual([near.code, far.code])
  expect(printed.words).toContain(zh.receipts.slips.leftOut(1))

  const codes = Array.from({ length: 21 }, (_, n) => `0000-00${10 + n}`)
  const refused = await post('ana', '/slips?c=hongqi', { wish: codes })
  expect(refused.status).toBe(422)
  expect(refused.words).toContain(zh.receipts.slips.tooMany(21, 20))
})
