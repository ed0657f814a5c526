import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addRobot } from '#actions/doors/add-robot.ts'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { adoptBatch, nameContact } from '#actions/units/adopt-batch.ts'
import { newId } from '#auth/hashing.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { photos, robotMessages } from '#db/schema/tables.ts'
import { ownUnits, unitById } from '#db/units/unit-rows.ts'
import type { ConsentPurpose } from '#domain/vocabulary.ts'
import { readXlsx } from '#files/read-xlsx.ts'
import { anyoneMay, signedIn } from '#http/guards.ts'
import { tick } from '#jobs/run-clock.ts'
import { hiddenOf } from '#test/routes/receipts/say-on-page.ts'
import { slipOf } from '#test/routes/receipts/slip-of.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { jpegOf } from '#test/support/photos.ts'
import { robotAddresses, robotStub } from '#test/support/robot-stub.ts'
import { zh } from '#text/zh.ts'

type World = Awaited<ReturnType<typeof world>>
type Reader = 'anyone' | 'ben' | 'cleo' | 'dora'
type Surface = { readonly route: string; readonly path: string; readonly reader: Reader }

/**
 * Li Guilan, who has agreed to everything: a lantern that is open, milk that ben has claimed, and noodles that he has
 * delivered with a photo. All were in message 1 and on sheet 1; the robot has not said the lantern yet.
 */
async function world() {
  const stub = robotStub(() => app.services.now())
  const app: TestApp = await testApp({ postToRobot: (address, body) => stub.post(address, body) })
  const life = living(app)
  const { dora, ana } = app.people
  await say(app, 'photo', true)
  const lantern = await life.open({ item: 'other', words: '一只大红灯笼', category: 'goods', measure: 'piece' })
  const milk = await life.open()
  const rice = await life.open({ item: 'rice' })
  for (const door of ['messages', 'sheets']) {
    const form = await app.as('dora').get('/doors')
    await app.as('dora').post(`/doors/${door}`, { wish: [lantern, milk, rice], key: form.hidden('key') })
  }
  const { unitId, batchId } = await batchOf(app, [lantern, milk, rice])
  await life.claim(milk)
  await life.move('ben', milk, 'schedule', { day: '2026-11-03', time: '11:00' })
  await life.claim(rice)
  await deliverWithPhoto(app, rice)
  await addRobot(app.services, dora, 'hongqi', newId(), { ...robotAddresses.wecom })
  const feed = /\/feeds\/[\w-]{32}\.ics/.exec((await app.as('ben').post('/mine/feed')).words)?.[0] ?? ''
  const { token } = await slipOf(app, milk)
  await say(app, 'family', true)
  const form = await app.as('ana').get(`/residents/${app.residents.li}/family`)
  const asked = { name: '女儿', scope: 'look', key: form.hidden('key') }
  const made = await app.as('ana').post(`/residents/${app.residents.li}/family`, asked)
  const family = /\/f\/([\w-]{22})/.exec(made.words)?.[1] ?? ''
  const [photo] = await app.services.store.db.select().from(photos)
  const shown = { feed, token, family, photoId: photo?.id ?? '', unitId, batchId }
  return { app, life, stub, ana, codes: { lantern, milk, rice }, ...shown }
}

/** ben's unit adopts the wishes, and its members take them. */
async function batchOf({ services, people: { dora, ben } }: TestApp, codes: readonly string[]) {
  const [own] = await ownUnits(services.store.db, ben.id)
  const unit = own && (await unitById(services.store.db, own.id))
  if (!unit) throw new Error('ben has no unit')
  await nameContact(services, dora, unit, ben.id)
  const chosen = codes.map((code) => ({ code, personId: null }))
  const named = (await unitById(services.store.db, unit.id)) ?? unit
  const made = await adoptBatch(services, ben, newId(), named, chosen)
  if (!made?.ok) throw new Error('no batch')
  return { unitId: unit.id, batchId: made.answer.batchId }
}

async function deliverWithPhoto(app: TestApp, code: string) {
  const cookie = (await sessionsOf(app.services).begin(app.people.ben.id)).split(';')[0] ?? ''
  const form = new FormData()
  form.set('photo', new Blob([new Uint8Array(jpegOf({}))]), 'photo.jpg')
  const headers = { cookie, origin: app.services.config.publicUrl }
  const answer = await app.app.request(`/wishes/${code}/deliver`, { method: 'POST', body: form, headers })
  expect(answer.status).toBe(303)
}

async function say(app: TestApp, purpose: ConsentPurpose, given: boolean) {
  const li = await residentOf(app.services.store.db, app.residents.li)
  if (!li) throw new Error('no file')
  const said = { purpose, given, method: 'phone', day: '2026-11-02' } as const
  const recorded = await recordConsent(app.services, app.people.ana, newId(), li, said)
  expect(recorded.ok).toBe(true)
}

/** Every GET route of the program with the addresses of this world; a parameter that nothing fills is an error. */
function surfacesOf({ app, codes, feed, token, family, photoId, unitId, batchId }: World): readonly Surface[] {
  const fills: Readonly<Record<string, readonly string[]>> = {
    slug: ['hongqi'],
    code: Object.values(codes),
    'code{[0-9-]+}': Object.values(codes),
    'number{[0-9]+}': ['1'],
    number: Object.values(codes).map((code) => code.replace('-', '')),
    month: ['2026-11'],
    'file{[0-9]{4}-[0-9]{2}\\.(?:csv|json|xlsx)}': ['2026-11.csv', '2026-11.json', '2026-11.xlsx'],
    'file{[A-Za-z0-9_-]{32}\\.ics}': [feed.replace('/feeds/', '')],
    'id{[0-9a-f]+}': [photoId],
    'token{[A-Za-z0-9_-]{22}}': [token, family],
    id: [unitId, batchId],
    // An answer of the knowledge base, which names no wish.
    'id{[0-9a-f]{24}}': ['0123456789abcdef01234567'],
    guide: ['volunteer'],
    // A matter of the weekend counter, which names no wish either.
    'matter{[0-9a-f]{24}}': ['0123456789abcdef01234567'],
    'mark{[0-9a-f]{22}}': ['ab'.repeat(11)],
    'seq{[0-9]+}': ['1'],
    'path{.+}': ['000'],
    'level{[0-9]|[1-5][0-9]|6[0-3]}': ['0'],
  }
  // What a visitor or any person signed in may open, by the guard beside the path; of staff, what makes the messages and sheets.
  const isRead = ({ path, handler }: (typeof app.app.routes)[number]) =>
    handler === anyoneMay || handler === signedIn || /^\/(mine|doors)\b/.test(path)
  const routes = [
    ...new Set(app.app.routes.filter((route) => route.method === 'GET' && isRead(route)).map(({ path }) => path)),
  ]
  const surfaces = routes.flatMap((route) => {
    const paths = (route.match(/:[^/]+(?:\{[^/]*\})?/g) ?? []).reduce<readonly string[]>(
      (found, parameter) => {
        const values = fills[parameter.slice(1)]
        if (!values) throw new Error(`${route}: nothing here fills ${parameter}`)
        return found.flatMap((path) => values.map((value) => path.replace(parameter, value)))
      },
      [route],
    )
    // Of staff, the pages that make what everyone reads.
    const readers: readonly Reader[] = [
      'anyone',
      'ben',
      'cleo',
      ...(route.startsWith('/doors') ? (['dora'] as const) : []),
    ]
    return paths.flatMap((path) => readers.map((reader) => ({ route, path, reader })))
  })
  return surfaces.filter(isTheirs)
}

/** The surfaces, as 'reader route', on which one of the words is read. */
async function saying({ app }: World, surfaces: readonly Surface[], about: readonly string[]) {
  const found = new Set<string>()
  for (const { route, path, reader } of surfaces) {
    const words = about.filter((word) => !deliveredBy(reader).includes(word))
    if (path.endsWith('.xlsx')) {
      if (reader !== 'anyone') continue
      const answer = await app.app.request(path)
      const cells = JSON.stringify(await readXlsx(new Uint8Array(await answer.arrayBuffer())))
      if (words.some((word) => cells.includes(word))) found.add(`${reader} ${route}`)
      continue
    }
    const { status, html } = await (reader === 'anyone' ? app.anyone : app.as(reader)).get(path)
    // The keys and marks of forms are random, and may contain the digits of a door.
    const shown = html.replace(/ value="[\w-]{16,}"/g, '')
    if (status === 200 && words.some((word) => shown.includes(word))) found.add(`${reader} ${route}`)
  }
  return found
}

const things = ['大红灯笼', '纯牛奶', '大米', '"milk"', '"rice"']
/** The blank form names the catalogue; the page of a slip is the resident's own, and a relative's is theirs. */
const isTheirs = ({ route }: Surface) => route !== '/wishes/blank' && !/^\/[rf]\//.test(route)
/** ben still sees what he has just delivered: he was there. */
const deliveredBy = (reader: Reader) => (reader === 'ben' ? ['大米', '"rice"', 'src="/photos/'] : [])
const contact = ['Li Guilan', '13800138000', '138 0013 8000', '138-0013-8000', '203']

const takenBack: readonly {
  readonly purpose: ConsentPurpose
  readonly words: readonly string[]
  /** Some of the surfaces that say it before, as a check that they are looked at. */
  readonly before: readonly string[]
}[] = [
  {
    purpose: 'card',
    words: things,
    before: [
      'anyone /c/:slug',
      'ben /batches/:id',
      'ben /units/:id/adopt',
      'anyone /wishes/:code{[0-9-]+}',
      'anyone /c/:slug/ledger/:month',
      'anyone /c/:slug/ledger/:file{[0-9]{4}-[0-9]{2}\\.(?:csv|json|xlsx)}',
      'anyone /c/:slug/sheets/:number{[0-9]+}',
      'dora /doors/messages/:number{[0-9]+}',
      'dora /doors/sheets/:number{[0-9]+}',
      'cleo /c/:slug',
      'ben /mine',
    ],
  },
  { purpose: 'contact', words: contact, before: ['ben /wishes/:code{[0-9-]+}', 'ben /mine'] },
  { purpose: 'photo', words: ['src="/photos/'], before: ['anyone /wishes/:code{[0-9-]+}'] },
]

describe('a consent that is taken back', () => {
  test.each(takenBack)(
    '$purpose: nothing that it covered is left on any public page or any volunteer’s',
    async ({ purpose, words, before }) => {
      const here = await world()
      const surfaces = surfacesOf(here)
      const said = await saying(here, surfaces, words)
      for (const surface of before) expect([...said]).toContain(surface)

      await say(here.app, purpose, false)

      expect([...(await saying(here, surfaces, words))]).toEqual([])
    },
  )

  test('photo: the file itself is no longer given to anyone', async () => {
    const { app, photoId } = await world()
    expect((await app.app.request(`/photos/${photoId}`)).status).toBe(200)
    await say(app, 'photo', false)
    expect((await app.app.request(`/photos/${photoId}`)).status).toBe(404)
  })

  test('posting: what is not delivered is nowhere open, the slip leads nowhere', async () => {
    const here = await world()
    const { app, codes, token } = here
    await say(app, 'posting', false)

    const board = await app.anyone.get('/c/hongqi')
    for (const code of Object.values(codes)) expect(board.html).not.toContain(code)
    expect((await app.anyone.get('/c/hongqi/sheets/1')).words).toContain(zh.doors.sheet.openOf(0, 3))
    expect((await app.anyone.get(`/r/${token}`)).status).toBe(404)
    expect((await app.anyone.get(`/f/${here.family}`)).status).toBe(404)
    expect((await app.as('ben').get('/mine')).html).not.toContain('Li Guilan')
  })

  test('family: the link of a relative leads nowhere, and what is public stays', async () => {
    const { app, family, codes } = await world()
    expect((await app.anyone.get(`/f/${family}`)).words).toContain('大红灯笼')
    await say(app, 'family', false)
    expect((await app.anyone.get(`/f/${family}`)).status).toBe(404)
    expect((await app.anyone.get(`/wishes/${codes.lantern}`)).words).toContain('大红灯笼')
  })

  test.each(['posting', 'card'] as const)('%s: a robot does not send what waits', async (purpose) => {
    const { app, stub, life } = await world()
    stub.fail({ kind: 'not-sent' })
    await life.open()
    app.at('2026-11-03T10:00:00+08:00')
    await tick(app.services)
    const { db } = app.services.store
    expect((await db.select().from(robotMessages)).map(({ state }) => state)).toEqual(['waiting'])

    await say(app, purpose, false)

    expect(await db.select().from(robotMessages)).toMatchObject([{ state: 'dropped', answer: 'consent-withdrawn' }])
    app.at('2026-11-03T12:00:00+08:00')
    await tick(app.services)
    expect(stub.received).toEqual([])
    // Nothing has failed, so no one has to look into it.
    app.at('2026-11-05T12:00:00+08:00')
    expect((await app.as('dora').get('/desk')).words).not.toContain('群机器人')
  })

  test('with other wishes in the message, a robot sends it without the title', async () => {
    const { app, stub, life } = await world()
    stub.fail({ kind: 'not-sent' })
    await life.open({ item: 'noodles' })
    const others = await life.post({ item: 'chat' }, 'gus', 'ma')
    await life.publish(others)
    app.at('2026-11-03T10:00:00+08:00')
    await tick(app.services)

    await say(app, 'card', false)
    app.at('2026-11-03T10:05:00+08:00')
    await tick(app.services)

    expect(stub.received).toHaveLength(1)
    expect(stub.received[0]?.text).toContain(others.replace('-', ''))
    expect(stub.received[0]?.text).not.toContain(zh.catalogue.items.noodles.name)
  })

  test.each(['posting', 'card'] as const)(
    '%s: the desk says which message and which sheet name it, until they are recalled',
    async (purpose) => {
      const { app } = await world()
      const { recall } = zh.doors
      const both = [recall.group(1), recall.board(1)]
      for (const sentence of both) expect((await app.as('dora').get('/desk')).words).not.toContain(sentence)

      await say(app, purpose, false)

      for (const who of ['dora', 'ana'] as const)
        for (const sentence of both) expect((await app.as(who).get('/desk')).words).toContain(sentence)
      for (const sentence of both) expect((await app.as('zhao').get('/desk')).words).not.toContain(sentence)
      const lines = purpose === 'card' ? '1、2、3' : '1、2'
      expect((await app.as('dora').get('/doors/messages/1')).words).toContain(recall.lines(lines))
      expect((await app.as('dora').get('/doors/sheets/1')).words).toContain(recall.lines(lines))

      await app.as('dora').post('/doors/messages/1/recall')
      expect((await app.as('dora').get('/desk')).words).not.toContain(recall.group(1))
      expect((await app.as('dora').get('/desk')).words).toContain(recall.board(1))
      await app.as('dora').post('/doors/sheets/1/down')
      expect((await app.as('dora').get('/desk')).words).not.toContain(recall.board(1))
    },
  )

  test('to stay on the list: the whole file is over on every page at once', async () => {
    const here = await world()
    const { app } = here
    const surfaces = surfacesOf(here)
    const path = `/residents/${app.residents.li}/end`
    const form = await app.as('ana').get(`${path}?reason=asked&method=phone&day=2026-11-02`)
    await app.as('ana').post(path, { ...hiddenOf(form), reason: 'asked', method: 'phone', day: '2026-11-02' })

    expect([...(await saying(here, surfaces, [...things, ...contact, 'src="/photos/']))]).toEqual([])
    expect((await app.anyone.get(`/r/${here.token}`)).status).toBe(404)
    expect((await app.anyone.get(`/f/${here.family}`)).status).toBe(404)
  })
})

describe('the page of a resident’s consents', () => {
  const at = (app: TestApp) => `/residents/${app.residents.li}/consents`
  const { consent: words } = zh.people.residents

  test('has a switch for each purpose, what turning it off does, and where the wishes are named', async () => {
    const { app } = await world()
    const { words: said } = await app.as('ana').get(at(app))
    for (const purpose of ['kept', 'posting', 'card', 'contact', 'photo', 'family'] as const) {
      expect(said).toContain(zh.words.consentPurpose[purpose])
      expect(said).toContain(words.effect[purpose])
    }
    expect(said).toContain(words.outside.of.group(1, '11月2日'))
    expect(said).toContain(words.outside.of.board(1, '11月2日'))
  })

  test('records the other answer once, and each purpose has its own history', async () => {
    const { app } = await world()
    const form = await app.as('ana').get(at(app))
    const off = { purpose: 'photo', given: 'no', method: 'in-person', day: '2026-11-02', key: form.hidden('key') }
    const first = await app.as('ana').post(at(app), off)
    await app.as('ana').post(at(app), off)

    expect(first.location).toBe(`${at(app)}?done=recorded`)
    const page = await app.as('ana').get(at(app))
    const own = page.html.split('id="photo"')[1]?.split('</section>')[0] ?? ''
    expect(own.match(/<tr /g)).toHaveLength(3)
    expect(own).toContain(words.turnOn)
  })

  test('an answer without a way or a day comes back at its own switch', async () => {
    const { app } = await world()
    const key = (await app.as('ana').get(at(app))).hidden('key')
    const answer = await app.as('ana').post(at(app), { purpose: 'photo', given: 'no', method: '', day: '', key })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('id="photo-method-error"')
    expect(answer.html).not.toContain('id="card-method-error"')
  })

  test('is closed to other communities, volunteers and supervisors', async () => {
    const { app } = await world()
    for (const who of ['wang', 'zhao', 'gus', 'ben', 'eve', 'finn'] as const) {
      expect((await app.as(who).get(at(app))).status).toBe(404)
      expect((await app.as(who).post(at(app), { purpose: 'photo', given: 'no' })).status).toBe(404)
    }
    const rows = await app.services.store.db.select().from(photos).where(eq(photos.state, 'kept'))
    expect(rows).toHaveLength(1)
  })
})
