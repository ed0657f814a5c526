import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { BrowserContext } from 'playwright-core'
import { inject } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { people } from '#db/schema/tables.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { accounts } from '#src/demo/people/accounts.ts'
import { rehearsalOf } from '#src/demo/rehearsal/demo-rehearsal.ts'
import { seedDemo } from '#src/demo/seed.ts'
import { siteOn } from '#test/support/browser/browser.ts'
import { migrated } from './migrated.ts'

export type Reader = keyof typeof accounts | 'anyone'

const secret = 'a secret that only the demo tests know, long enough'
const wednesday = new Date('2026-11-18T03:00:00Z')

/** The demo's community behind the real site of Node, with a session for each requested account. */
export async function demoSite() {
  const store = openSqlite(await demoImage())
  const now = () => wednesday
  // The bar of a moved clock stands on every page that is looked at here; nothing moves it.
  const clock = { now, moveTo: () => {}, isMoved: () => true }
  const site = await siteOn(store, now, secret, true, (services) => rehearsalOf(services, clock))

  const known = new Map<Reader, Promise<string>>()
  const begin = async (who: Exclude<Reader, 'anyone'>) => {
    const [row] = await store.db.select({ id: people.id }).from(people).where(eq(people.phone, accounts[who]))
    if (!row) throw new Error(`the demo has no ${who}`)
    return (await sessionsOf(site.services).begin(row.id)).split(';')[0] ?? ''
  }
  /** 'session=…'; empty for someone signed out. */
  const cookieOf = (who: Reader): Promise<string> => {
    const cookie = known.get(who) ?? (who === 'anyone' ? Promise.resolve('') : begin(who))
    known.set(who, cookie)
    return cookie
  }
  return {
    ...site,
    store,
    cookieOf,
    /** Makes the browser that person, in that view and language. */
    async become(context: BrowserContext, who: Reader, chosen: Readonly<Record<string, string>> = {}) {
      const session = (await cookieOf(who)).split('=')
      const all = { ...chosen, ...(session[1] ? { [session[0]!]: session[1] } : {}) }
      await context.clearCookies()
      await context.addCookies(Object.entries(all).map(([name, value]) => ({ name, value, url: site.url })))
    },
    get: async (path: string, who: Reader = 'anyone', headers: Record<string, string> = {}) =>
      fetch(site.url + path, { headers: { cookie: await cookieOf(who), ...headers }, redirect: 'manual' }),
    closeAll: async () => {
      await site.close()
      store.close()
    },
  }
}

/** The demo's database. Making it takes seconds, so it is made once in a run of the tests, and each file gets a copy. */
async function demoImage(): Promise<Buffer> {
  const file = join(inject('runFolder'), 'demo.db')
  if (existsSync(file)) return readFileSync(file)
  const store = migrated()
  const config = { publicUrl: 'http://127.0.0.1', secret, logSeed: secret, isDemo: true }
  await seedDemo({ store, config, now: wednesday, passwordHash: 'none' })
  const image = store.raw.serialize()
  store.close()
  // Renamed when complete, because the other process may make it at the same time.
  writeFileSync(`${file}.${process.pid}`, image)
  renameSync(`${file}.${process.pid}`, file)
  return image
}

export type DemoSite = Awaited<ReturnType<typeof demoSite>>
