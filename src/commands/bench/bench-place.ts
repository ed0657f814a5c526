import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { sessionsOf } from '#auth/sessions.ts'
import { areas, people, roles, units, volunteers } from '#db/schema/tables.ts'
import { openSqlite, type SqliteStore } from '#db/store/sqlite.ts'
import { makeDemoDatabase } from '#src/commands/running/demo-database.ts'
import { databaseFile } from '#src/commands/running/machine.ts'
import { accounts } from '#src/demo/people/accounts.ts'
import { noPhotos, type Services } from '#src/services.ts'
import { config } from './bench-config.ts'
import { fill, lookedAt } from './fill.ts'

export type Place = {
  readonly size: number
  readonly folder: string
  readonly store: SqliteStore
  readonly services: Services
  readonly slug: string
  /** The session cookie of a person of the sample, 'session=…'. */
  cookieOf(who: keyof typeof accounts): Promise<string>
}

/** A community with so many wishes in a folder of its own inside `folder`. The caller may change what `now` gives. */
export async function makePlace(folder: string, size: number, now: () => Date, spare = 0): Promise<Place> {
  const sample = join(folder, 'sample.db')
  if (!existsSync(sample)) await makeDemoDatabase({ file: sample, config, now: lookedAt, passwordHash: 'none' })
  const own = join(folder, `${size}-${spare}`)
  mkdirSync(own)
  copyFileSync(sample, databaseFile(own))
  const store = openSqlite(databaseFile(own))
  fill(store, size, spare)
  const services: Services = { store, config, photos: noPhotos, now }
  const [community] = store.raw.prepare("select slug from areas where kind = 'community'").all() as { slug: string }[]
  return {
    size,
    folder: own,
    store,
    services,
    slug: community?.slug ?? '',
    async cookieOf(who) {
      const id = store.raw.prepare('select id from people where phone = ?').pluck().get(accounts[who]) as string
      return cookieOf(services, id)
    },
  }
}

const cookieOf = async (services: Services, personId: string): Promise<string> =>
  (await sessionsOf(services).begin(personId)).split(';')[0] ?? ''

/**
 * Adds volunteers for the measurement of claims, two per work unit so that no limit prevents two claims each; gives
 * their cookies.
 */
export async function addVolunteers({ store, services }: Place, count: number): Promise<readonly string[]> {
  const { db } = store
  const [community] = await db.select().from(areas).where(eq(areas.kind, 'community'))
  const communityId = community?.id ?? ''
  const cookies: string[] = []
  for (let n = 0; n < count; n++) {
    const id = (name: string) => `${name}${String(n).padStart(23, '0')}`
    const unitId = `b${String(Math.floor(n / 2)).padStart(23, '0')}`
    const since = { createdAt: lookedAt }
    await store.commit([
      ...(n % 2 ? [] : [db.insert(units).values({ id: unitId, communityId, name: `unit ${n}` })]),
      db
        .insert(people)
        .values({ id: id('a'), phone: `198${String(n).padStart(8, '0')}`, name: `volunteer ${n}`, ...since }),
      db.insert(roles).values({
        id: id('a'),
        personId: id('a'),
        role: 'volunteer',
        areaId: communityId,
        fromDay: '2026-01-01',
        grantedAt: lookedAt,
      }),
      db.insert(volunteers).values({
        id: id('a'),
        personId: id('a'),
        communityId,
        unitId,
        strengths: [],
        freeTimes: [],
        state: 'active',
        ...since,
      }),
    ])
    cookies.push(await cookieOf(services, id('a')))
  }
  return cookies
}
