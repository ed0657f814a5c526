import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { people, recoveryCodes, secondFactors, securityEvents, sessions } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { SecurityKind } from '#domain/account/security-events.ts'

export type Device = {
  /** The beginning of the stored hash of its token. */
  readonly mark: string
  readonly device: string
  /** Null for a session of an earlier version. */
  readonly begunAt: Date | null
}

/** The devices on which a person is signed in, the newest first. */
export const devicesOf = (db: Db, personId: string, now: Date): Promise<readonly Device[]> =>
  db
    .select({
      mark: sql<string>`substr(${sessions.id}, 1, 24)`,
      device: sessions.device,
      begunAt: sessions.begunAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now), gt(sessions.absoluteAt, now)))
    .orderBy(desc(sessions.begunAt))

export type SecurityRow = { readonly kind: SecurityKind; readonly at: Date; readonly device: string }

/** What happened to a person's account, the newest first. */
export const accountEventsOf = (db: Db, personId: string, limit: number): Promise<readonly SecurityRow[]> =>
  db
    .select({ kind: securityEvents.kind, at: securityEvents.at, device: securityEvents.device })
    .from(securityEvents)
    .where(eq(securityEvents.personId, personId))
    .orderBy(desc(securityEvents.at), desc(sql`${securityEvents}.rowid`))
    .limit(limit)

/** The same of everyone, with names, for the administrator. */
export const securityEventsSeen = (db: Db, limit: number) =>
  db
    .select({ kind: securityEvents.kind, at: securityEvents.at, device: securityEvents.device, name: people.name })
    .from(securityEvents)
    .innerJoin(people, eq(people.id, securityEvents.personId))
    .orderBy(desc(securityEvents.at), desc(sql`${securityEvents}.rowid`))
    .limit(limit)

/** Since when a person has an authenticator app, and how many codes on paper are left; null without one. */
export async function factorOf(db: Db, personId: string) {
  const [factor] = await db
    .select({ since: secondFactors.since })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId))
  if (!factor) return null
  const codes = await db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  return { since: factor.since, codesLeft: codes.length }
}
