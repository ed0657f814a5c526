// The only file that uses lucia. The raw token is in the cookie alone; the database stores its SHA-256.

import { and, eq, gt, lte, ne, sql } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { sessions } from '#db/schema/tables.ts'
import { storageFaultOf } from '#db/store/fault-of.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Store } from '#db/store/store.ts'
import { day } from '#domain/time/durations.ts'
import { seconds } from '#domain/time/seconds.ts'
import type { Services } from '#src/services.ts'
import { sha256 } from './hashing.ts'

const sliding = 30 * day
const absolute = 90 * day

/**
 * Lucia would compare every end with the machine's own clock. Here the time is `now`, which in a rehearsal is months
 * ahead, so lucia is given an end that never comes; the query below excludes ended sessions, and `read` extends the
 * others.
 */
const notByLucia = new Date(8.64e15)

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ endsAt: Date }>
    DatabaseSessionAttributes: { endsAt: Date; device?: string }
  }
}

export type Session = { readonly token: string; readonly personId: string; readonly isFresh: boolean }

/** Each use extends a session to 30 days from then; it ends after 90 days in any case. */
export function sessionsOf({ store, config, now }: Services) {
  const isSecure = config.publicUrl.startsWith('https:')
  const lucia = new Lucia(adapter(store, now), {
    sessionExpiresIn: new TimeSpan(sliding, 'ms'),
    sessionCookie: { name: 'session', attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: ({ endsAt }) => ({ endsAt }),
  })
  const endOfUse = () => new Date(now().getTime() + sliding)

  return {
    /** The session of a request's Cookie header, or null. Where `isFresh` its cookie must be sent again. */
    async read(cookieHeader: string): Promise<Session | null> {
      const token = lucia.readSessionCookie(cookieHeader)
      if (!token) return null
      const { session } = await lucia.validateSession(token)
      if (!session) return null
      const isShort = session.endsAt.getTime() - now().getTime() <= sliding / 2
      const isFresh = isShort && (await extended(store, token, endOfUse()))
      return { token, personId: String(session.userId), isFresh }
    },
    /** Begins a session and gives its Set-Cookie header. */
    async begin(personId: string, device = ''): Promise<string> {
      const session = await lucia.createSession(personId as never, { endsAt: endOfUse(), device })
      return lucia.createSessionCookie(session.id).serialize()
    },
    cookieOf: (session: Session): string => lucia.createSessionCookie(session.token).serialize(),
    /** Ends a session and gives the Set-Cookie header that clears it. */
    async end(token: string): Promise<string> {
      await lucia.invalidateSession(token)
      return lucia.createBlankSessionCookie().serialize()
    },
  }
}

/** Ends every session of a person, in the same commit as the change that ended their access. */
export const endSessions = (store: Store, personId: string) =>
  store.db.delete(sessions).where(eq(sessions.personId, personId))

/** Ends all sessions of a person but the one with that token. */
export const endOtherSessions = (store: Store, personId: string, token: string) =>
  store.db.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, sha256(token))))

/** False where nothing can be written at present: the page is still shown, and a later request extends the session. */
async function extended(store: Store, token: string, until: Date): Promise<boolean> {
  try {
    await store.commit([slide(store, token, until)])
    return true
  } catch (error) {
    if (storageFaultOf(error)) return false
    throw error
  }
}

const slide = ({ db }: Store, token: string, expiresAt: Date) =>
  db
    .update(sessions)
    .set({ expiresAt })
    .where(eq(sessions.id, sha256(token)))

const alive = prepared((db) =>
  db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sql.placeholder('id')),
        gt(sessions.expiresAt, sql.placeholder('at')),
        gt(sessions.absoluteAt, sql.placeholder('at')),
      ),
    ),
)

const adapter = ({ db, commit }: Store, now: () => Date): Adapter => ({
  async getSessionAndUser(token) {
    const [row] = await alive(db, { id: sha256(token), at: seconds(now()) })
    if (!row) return [null, null]
    return [sessionOf(row, token), { id: row.personId as never, attributes: {} }]
  },
  async getUserSessions(personId) {
    const rows = await db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, personId as string))
    return rows.map((row) => sessionOf(row, row.id))
  },
  async setSession({ id, userId, attributes: { endsAt, device = '' } }) {
    const absoluteAt = new Date(now().getTime() + absolute)
    const row = { id: sha256(id), personId: String(userId), expiresAt: endsAt, absoluteAt, begunAt: now(), device }
    await commit([db.insert(sessions).values(row)])
  },
  /** Never called: lucia does not extend a session that it takes for endless. */
  async updateSessionExpiration() {},
  async deleteSession(id) {
    await commit([db.delete(sessions).where(eq(sessions.id, sha256(id)))])
  },
  async deleteUserSessions(personId) {
    await commit([db.delete(sessions).where(eq(sessions.personId, personId as string))])
  },
  async deleteExpiredSessions() {
    await commit([db.delete(sessions).where(lte(sessions.expiresAt, now()))])
  },
})

const sessionOf = (row: typeof sessions.$inferSelect, id: string): DatabaseSession => ({
  id,
  userId: row.personId as never,
  expiresAt: notByLucia,
  attributes: { endsAt: row.expiresAt },
})
