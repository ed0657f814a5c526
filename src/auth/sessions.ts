// The only file that knows lucia. The raw token lives in the cookie alone; the database has its SHA-256.
import { and, eq, gt, lte } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { sessions } from '#db/schema.ts'
import type { Store } from '#db/store.ts'
import type { Services } from '#src/services.ts'
import { sha256 } from './hashing.ts'

const slidingDays = 30
const absoluteDays = 90

export type Session = { readonly token: string; readonly personId: string; readonly isFresh: boolean }

/** Sessions slide by 30 days and end after 90 whatever happens. */
export function sessionsOf({ store, config, now }: Services) {
  const isSecure = config.publicUrl.startsWith('https:')
  const lucia = new Lucia(adapter(store, now), {
    sessionExpiresIn: new TimeSpan(slidingDays, 'd'),
    sessionCookie: { name: 'session', attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
  })

  return {
    /** The session of a request's Cookie header, or null. When `isFresh` its cookie must be sent again. */
    async read(cookieHeader: string): Promise<Session | null> {
      const token = lucia.readSessionCookie(cookieHeader)
      if (!token) return null
      const { session } = await lucia.validateSession(token)
      return session && { token, personId: String(session.userId), isFresh: session.fresh }
    },
    /** Begins a session and gives its Set-Cookie header. */
    async begin(personId: string): Promise<string> {
      const session = await lucia.createSession(personId as never, {})
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

/** Ends every session of a person, in the same commit as whatever ended their access. */
export const endSessions = (store: Store, personId: string) =>
  store.db.delete(sessions).where(eq(sessions.personId, personId))

const adapter = ({ db, commit }: Store, now: () => Date): Adapter => ({
  async getSessionAndUser(token) {
    const [row] = await db
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, sha256(token)), gt(sessions.absoluteAt, now())))
    if (!row) return [null, null]
    const user = { id: row.personId as never, attributes: {} }
    return [{ id: token, userId: user.id, expiresAt: row.expiresAt, attributes: {} }, user]
  },
  async getUserSessions(personId) {
    const rows = await db
      .select()
      .from(sessions)
      .where(eq(sessions.personId, personId as string))
    return rows.map((row): DatabaseSession => ({ ...row, userId: row.personId as never, attributes: {} }))
  },
  async setSession({ id, userId, expiresAt }) {
    const absoluteAt = new Date(now().getTime() + absoluteDays * 24 * 3600 * 1000)
    await commit([db.insert(sessions).values({ id: sha256(id), personId: String(userId), expiresAt, absoluteAt })])
  },
  async updateSessionExpiration(id, expiresAt) {
    await commit([
      db
        .update(sessions)
        .set({ expiresAt })
        .where(eq(sessions.id, sha256(id))),
    ])
  },
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
