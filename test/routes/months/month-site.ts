import { sessionsOf } from '#auth/sessions.ts'
import { createApp } from '#src/app.tsx'
import { noPhotos, type Services } from '#src/services.ts'
import { migrated } from '#test/support/migrated.ts'
import { at, settle } from '#test/support/month/month-place.ts'

/** The site over an empty township on the 7th of November 2026; every statement it prepares is written down. */
export async function monthSite() {
  const store = migrated()
  await settle(store)
  const config = {
    publicUrl: 'http://wish.example.cn',
    secret: 'a secret that only these tests know, long enough',
    logSeed: 'a seed that only these tests know, long enough',
    isDemo: false,
  }
  const clock = { now: at('2026-11-07T12:00:00') }
  const services: Services = { store, config, photos: noPhotos, now: () => clock.now }
  const app = createApp(services)

  const prepared = new Set<string>()
  const prepare = store.raw.prepare.bind(store.raw)
  store.raw.prepare = ((source: string) => {
    prepared.add(source)
    return prepare(source)
  }) as typeof store.raw.prepare

  return {
    store,
    services,
    app,
    clock,
    prepared,
    /** What the planner would do for a statement, step by step. */
    planOf: (statement: string): readonly string[] => {
      const blanks = [...statement.matchAll(/\?/g)].map(() => null)
      return prepare(`explain query plan ${statement}`)
        .all(...blanks)
        .map((row) => (row as { detail: string }).detail)
    },
    async get(path: string, who?: string, lang?: 'en'): Promise<Response> {
      const session = who ? (await sessionsOf(services).begin(who)).split(';')[0] : ''
      const cookie = [session, lang ? `lang=${lang}` : ''].filter(Boolean).join('; ')
      return app.request(path, { headers: { cookie } })
    },
    async post(path: string, who: string, fields: Readonly<Record<string, string>>): Promise<Response> {
      const cookie = (await sessionsOf(services).begin(who)).split(';')[0] ?? ''
      const body = new URLSearchParams(fields).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded', origin: config.publicUrl }
      return app.request(path, { method: 'POST', body, headers: { cookie, ...type } })
    },
  }
}
export type MonthSite = Awaited<ReturnType<typeof monthSite>>

/** What a reader gets of a page: its words without the markup. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
