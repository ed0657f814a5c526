import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { hashPassword } from '#auth/passwords.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { people } from '#db/schema/tables.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import type { Store } from '#db/store/store.ts'
import { createApp } from '#src/app.tsx'
import type { Config } from '#src/config.ts'
import { rehearsalOf } from '#src/demo/rehearsal/demo-rehearsal.ts'
import type { Services } from '#src/services.ts'
import { zh } from '#text/zh.ts'
import { type Name, phones, seedCast } from './cast.ts'
import { faultsOfPage } from './look.ts'
import { migrated } from './migrated.ts'
import { photosInMemory } from './photos.ts'

/** A Monday morning in office hours, before any holiday of that month. */
const monday = '2026-11-02T11:00:00+08:00'

/** Whom of the cast a visitor of a rehearsal can be; no supervisor among them. */
const sample = {
  ...{ secretary: phones.dora, gridWorker: phones.ana, volunteer: phones.ben, secondVolunteer: phones.cleo },
  ...{ supervisor: '', administrator: phones.finn },
}

type Options = {
  readonly now?: string
  readonly config?: Partial<Config>
  readonly store?: Store
  /** Where messages to chat groups' robots go; without it none is sent. */
  readonly postToRobot?: Services['postToRobot']
  /** As on a server of one's own; without it no page speaks of backups. */
  readonly backups?: Services['backups']
  /** With the demo's clock, which the pages themselves may put forward. */
  readonly isRehearsal?: boolean
}
type Fields = Readonly<Record<string, string | readonly string[]>>

export type Answer = {
  readonly status: number
  /** Where a redirect leads; null where there is none. */
  readonly location: string | null
  readonly html: string
  /** The words of the page without its tags. */
  readonly words: string
  readonly headers: Headers
  /** The value of a hidden field, such as the form's key. */
  hidden(name: string): string
}

/**
 * The whole app on a new database in memory, with the cast of cast.ts. `as('ana').get('/residents')` sends a request as
 * ana; `anyone` is signed out. Every page in a response is checked. The clock does not move until `at` sets it.
 */
export async function testApp({
  now = monday,
  config = {},
  store: own,
  isRehearsal = false,
  postToRobot,
  backups,
}: Options = {}) {
  let time = new Date(now)
  const whole: Config = { ...testConfig, ...config }
  const settled = own ? null : await settledAt(now, whole)
  const store = own ?? openSqlite((settled as Settled).image)
  const plain: Services = {
    store,
    config: whole,
    photos: photosInMemory(),
    ...(postToRobot ? { postToRobot } : {}),
    ...(backups ? { backups } : {}),
    now: () => time,
  }
  const clock = {
    now: plain.now,
    moveTo: (at: Date) => {
      time = at
    },
    isMoved: () => time.getTime() !== Date.parse(now),
  }
  const services = isRehearsal ? { ...plain, rehearsal: rehearsalOf(plain, clock, sample) } : plain
  const { people: cast, residents } = settled?.cast ?? (await seedCast(services))
  const app = createApp(services)

  const ask = async (path: string, init: RequestInit, cookie: string): Promise<Answer> => {
    const { cookie: beside, ...rest } = (init.headers ?? {}) as Record<string, string>
    const headers = { ...rest, cookie: [cookie, beside].filter(Boolean).join('; ') }
    const response = await app.request(path, { ...init, headers })
    const html = await response.text()
    const isPage = response.headers.get('content-type')?.startsWith('text/html') && html.startsWith('<!doctype')
    if (isPage) expect(faultsOfPage(html), `${init.method ?? 'GET'} ${path}`).toEqual([])
    return {
      status: response.status,
      location: response.headers.get('location'),
      html,
      words: wordsOf(html),
      headers: response.headers,
      hidden: (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '',
    }
  }
  const asker = (cookieOf: () => Promise<string>) => ({
    get: async (path: string, headers: Record<string, string> = {}) => ask(path, { headers }, await cookieOf()),
    post: async (path: string, fields: Fields = {}, headers: Record<string, string> = {}) => {
      const body = formOf(fields)
      const type = { 'content-type': 'application/x-www-form-urlencoded', origin: services.config.publicUrl }
      return ask(path, { method: 'POST', body, headers: { ...type, ...headers } }, await cookieOf())
    },
  })
  const cookies = new Map<string, Promise<string>>()
  const cookieOf = (personId: string) => {
    const known = cookies.get(personId) ?? sessionsOf(services).begin(personId).then(bare)
    cookies.set(personId, known)
    return known
  }

  return {
    services,
    app,
    people: cast,
    // A copy, because a test may take another resident for one of them.
    residents: { ...residents },
    /** Moves the clock: '2026-11-09T23:59:59+08:00'. */
    at: (when: string) => {
      time = new Date(when)
    },
    as: (who: Name | { readonly id: string }) => asker(() => cookieOf(typeof who === 'string' ? cast[who].id : who.id)),
    anyone: asker(async () => ''),
    /** Sends requests with the cookie that a response has set. */
    with: (answer: Answer) => asker(async () => bare(answer.headers.getSetCookie().at(-1) ?? '')),
    givePassword: async (who: Name, password: string) => {
      const passwordHash = await hashOnce(password)
      const change = store.db.update(people).set({ passwordHash }).where(eq(people.id, cast[who].id))
      await store.commit([change])
    },
  }
}

const testConfig: Config = {
  publicUrl: 'http://localhost',
  secret: 'only for tests, and long enough for them',
  logSeed: 'a seed only for tests, and long enough',
  isDemo: false,
}

type Settled = { readonly image: Buffer; readonly cast: Awaited<ReturnType<typeof seedCast>> }
const known = new Map<string, Promise<Settled>>()

/** The cast moves in once for each time and configuration; each test gets a copy of that database. */
function settledAt(now: string, config: Config): Promise<Settled> {
  const key = JSON.stringify([now, config])
  const settled = known.get(key) ?? settle(new Date(now), config)
  known.set(key, settled)
  return settled
}

async function settle(now: Date, config: Config): Promise<Settled> {
  const store = migrated()
  const cast = await seedCast({ store, config, photos: photosInMemory(), now: () => now })
  const image = store.raw.serialize()
  store.close()
  return { image, cast }
}

// A hash takes a fifth of a second by design; one per password is enough for a file of tests.
const hashes = new Map<string, Promise<string>>()
function hashOnce(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password)
  hashes.set(password, known)
  return known
}

export type TestApp = Awaited<ReturnType<typeof testApp>>

/** Chinese words and marks on a page, except the switch to Chinese; an English page has none. */
export const hanIn = ({ words }: Answer): readonly string[] =>
  (words.match(/\p{Script=Han}+|[，。；：、「」（）？！\u3000]/gu) ?? []).filter((word) => word !== zh.site.language)

/** 'session=…' of a Set-Cookie header. */
const bare = (header: string): string => header.split(';')[0] ?? ''

const formOf = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
    ),
  ).toString()

const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
