import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import {
  areas,
  bookings,
  bookingWords,
  inquiries,
  knowledge,
  letters,
  letterWords,
  people,
  residents,
  wishes,
} from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { wishOf } from '#db/wishes/wish-rows.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import { unzip } from '#files/unzip.ts'
import { createApp } from '#src/app.tsx'
import { accounts } from '#src/demo/people/accounts.ts'
import { seedDemo } from '#src/demo/seed.ts'
import type { Services } from '#src/services.ts'
import { migrated } from '#test/support/migrated.ts'
import { photosInMemory } from '#test/support/photos.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

const now = new Date('2026-11-18T03:00:00Z')
const config = {
  publicUrl: 'http://127.0.0.1',
  secret: 'a secret that only these tests know, long enough',
  logSeed: 'a seed that only these tests know, long enough',
  isDemo: true,
}
let store: SqliteStore
let app: ReturnType<typeof createApp>
let services: Services
/** What would give a resident away, with the digits of numbers together. */
let telling: readonly string[]
const log = vi.spyOn(console, 'error').mockImplementation(() => {})
afterAll(() => log.mockRestore())

beforeAll(async () => {
  store = migrated()
  await seedDemo({ store, config, now, passwordHash: 'none' })
  services = { store, config, photos: photosInMemory(), now: () => now }
  app = createApp(services)
  const files = await store.db.select().from(residents)
  telling = [
    ...new Set(
      files.flatMap(({ name, relativeName, phones, relativePhone, building, unit, door }) => [
        ...[name, relativeName],
        ...[...phones, relativePhone].map((phone) => phone.replace(/\D/g, '')),
        ...(building && door ? [zh, en].map((text) => text.card.addressOf({ place: '', building, unit, door })) : []),
      ]),
    ),
  ].filter((word) => word.length > 1)
})
afterAll(() => store.close())

const given = (text: string): readonly string[] => {
  const together = text.replace(/(?<=\d)[\s-]+(?=\d)/g, '')
  return telling.filter((word) => together.includes(word) || text.includes(word))
}

/** The bytes of an answer as text; a spreadsheet's files one after the other. */
async function textOf(answer: Response): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const head = JSON.stringify([...answer.headers])
  if (!answer.headers.get('content-type')?.includes('spreadsheetml')) return head + new TextDecoder().decode(bytes)
  const unpacked = await unzip(bytes, () => true, 50_000_000)
  const files = unpacked.ok ? [...unpacked.files.values()] : []
  expect(files).not.toEqual([])
  return head + files.map((file) => new TextDecoder().decode(file)).join('\n')
}

describe('of the residents of the sample community', () => {
  test('there is something to give away', () => {
    expect(telling.length).toBeGreaterThan(100)
    expect(given(`x ${telling[0]} x`)).toEqual([telling[0]])
  })

  test('no name, number or door appears on any page that is open to all, in either language', async () => {
    const queue = [
      '/',
      '/ledger',
      '/rules',
      '/login',
      '/activate',
      '/register',
      '/wishes/blank',
      '/styleguide',
      '/nowhere',
    ]
    const all = (await store.db.select().from(wishes)).map(wishOf)
    queue.push(...all.map(({ code }) => `/wishes/${code}`))
    const seen = new Set<string>()
    const found: string[] = []
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      for (const lang of seen.size % 4 ? ['zh'] : ['zh', 'en']) {
        const answer = await app.request(path, { headers: { cookie: `lang=${lang}` } })
        const text = await textOf(answer)
        found.push(...given(text).map((word) => `${path}: ${word}`))
        const links = [...text.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
        queue.push(...links.filter((to) => !seen.has(to) && !/^\/(login|activate)\?/.test(to)))
      }
    }
    expect(found).toEqual([])
    expect([...seen].filter((path) => /\.(csv|json|xlsx|atom)$/.test(path)).length).toBeGreaterThan(3)
    expect(all.filter((wish) => !isPublic(wish)).length).toBeGreaterThan(0)
  })

  test('a supervisor reaches no name, number or door by any route or link', async () => {
    const [eve] = await store.db.select().from(people).where(eq(people.phone, accounts.supervisor))
    const cookie = (await sessionsOf(services).begin(eve?.id ?? '')).split(';')[0] ?? ''
    const ofCommunity = eq(letters.side, 'community')
    const writers = [
      ...(
        await store.db
          .select()
          .from(letterWords)
          .innerJoin(letters, eq(letters.id, letterWords.letterId))
          .where(ofCommunity)
      ).map((row) => row.letter_words),
      ...(await store.db.select().from(bookingWords)),
    ].flatMap(({ name, phone }) => [name, phone].filter((word) => word.length > 1))
    expect(writers.length).toBeGreaterThan(5)
    const queue = await everyAddress()
    // Each card has such a form; a few of them show what it is like.
    let forms = 0
    const isOneOfMany = (path: string) => path.startsWith('/supervision/ask') && forms++ > 4
    const [seen, opened, found] = [new Set<string>(), new Set<string>(), [] as string[]]
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      const answer = await app.request(path, { headers: { cookie } })
      const text = await textOf(answer)
      if (answer.status === 200) opened.add(path)
      found.push(
        ...[...given(text), ...writers.filter((word) => text.includes(word))].map((word) => `${path}: ${word}`),
      )
      const links = [...text.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, to = '']) => to.replaceAll('&amp;', '&'))
      if (/^\/(supervision|inquiries|desk|street)\b/.test(path))
        queue.push(...links.filter((to) => !seen.has(to) && to !== '/logout' && !isOneOfMany(to)))
    }
    expect(found).toEqual([])
    for (const path of ['/supervision', '/supervision/letters', '/letters', '/desk'])
      expect([...opened]).toContain(path)
    expect([...opened].filter((path) => /^\/(supervision\/ask|inquiries\/)/.test(path)).length).toBeGreaterThan(3)
  })

  test.each([
    'cards',
    'inquiries',
    'events',
    'requests',
    'notices',
    'attempts',
    'rule_versions',
    'ticks',
    'sessions',
    'claims',
    'wishes',
  ])('no personal data is in the table of %s', (table) => {
    expect(given(JSON.stringify(store.raw.prepare(`select * from ${table}`).all()))).toEqual([])
  })

  test('and nothing was logged', () => {
    expect(log).not.toHaveBeenCalled()
  })
})

/** Every GET route, its parameters filled with what the sample community has of each kind. */
async function everyAddress(): Promise<string[]> {
  const { db } = store
  const first = async (rows: PromiseLike<readonly { readonly id: string }[]>) =>
    (await rows).slice(0, 1).map(({ id }) => id)
  const inState = new Map((await db.select().from(wishes)).map((wish) => [wish.state, wish.code]))
  const [letter] = await db.select().from(letters).where(eq(letters.side, 'community'))
  const [booking] = await db.select().from(bookings)
  const some = ['open', 'claimed', 'delivered'].map((state) => inState.get(state))
  const codes = [...some, letter?.code, booking?.code].filter((code) => code !== undefined)
  const ids = [
    ...(await first(db.select({ id: residents.id }).from(residents).limit(1))),
    ...(await first(db.select({ id: people.id }).from(people).limit(1))),
    ...(await first(db.select({ id: areas.id }).from(areas).limit(1))),
    ...(await first(db.select({ id: knowledge.id }).from(knowledge).limit(1))),
    ...(await db.select({ id: inquiries.id }).from(inquiries)).map(({ id }) => id),
  ]
  const [place] = await db.select().from(areas).where(eq(areas.kind, 'community'))
  const pools: Readonly<Record<string, readonly string[]>> = {
    ...{
      code: codes,
      id: ids,
      slug: [place?.slug ?? ''],
      month: ['2026-10', '2026-11'],
      name: ['overdue', 'referral'],
    },
    figure: ['published', 'called'],
  }
  const filled = (path: string): string[] => {
    const param = /:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?/.exec(path)
    if (!param) return [path]
    return (pools[param[1] ?? ''] ?? ['1']).flatMap((value) => filled(path.replace(param[0], value)))
  }
  const routes = app.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*') && path !== '/logout')
  return [...new Set(routes.flatMap(({ path }) => filled(path)))]
}
