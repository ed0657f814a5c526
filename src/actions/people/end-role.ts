import { and, eq, gt, isNull, not, or, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { movesOf } from '#actions/wishes/prepare-moves.ts'
import { endSessions } from '#auth/sessions.ts'
import { type Community, gridsOf } from '#db/community/area-rows.ts'
import { heldWishes, joinedOpen } from '#db/people/held-wishes.ts'
import { roleZone } from '#db/people/people-rows.ts'
import { hasOpenClaim, rolesHeld } from '#db/people/volunteer-rows.ts'
import { accessCodes, roles, volunteers } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { AddedRole } from '#domain/people/volunteer.ts'
import { localDay } from '#domain/time/workdays.ts'
import { privateNoteIn } from '#domain/wish/note-words.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Services } from '#src/services.ts'
import { endFeeds } from './visit-feed.ts'

type Leaving = {
  readonly personId: string
  readonly role: AddedRole
  /** For the next claimant of what is given back; never empty. */
  readonly handover: string
  /** Private words in the note that were confirmed as needed. */
  readonly needed?: readonly string[]
}

/**
 * Ends a person's role in a community in one commit, with their sessions, calendar address and unused codes. Their
 * claims go back to the board with a note, and the next volunteers are invited at once. Done by the secretary, or by
 * volunteers for themselves, because they may leave at any time. Gives how many wishes went back; null if there is no
 * role to end. A claim made at the same moment refuses the commit, which is then tried again.
 */
export async function endRole(
  services: Services,
  actor: Person,
  community: Community,
  leaving: Leaving,
): Promise<{ readonly released: number } | { readonly refusal: Refusal } | null> {
  const { store, now } = services
  const { personId, role } = leaving
  const isOwn = actor.id === personId && role === 'volunteer'
  if (!isOwn && !isSecretaryOf(actor, community.id)) return null
  const held = (await rolesHeld(store.db, personId, now())).filter(
    (one) => one.role === role && one.communityId === community.id,
  )
  if (!held.length) return null
  const found = privateNoteIn([{ kind: 'handover', text: leaving.handover }], leaving.needed ?? [])
  if (found) return { refusal: { why: 'private-note', ...found } }

  return whileOvertaken(isOvertaken, async () => {
    const given =
      role === 'volunteer' ? await givenBack(services, actor, community.id, leaving) : { released: 0, rows: [] }
    if (!given) return 'overtaken'
    await store.commit([...given.rows, ...(await roleStatements(services, actor.id, community, leaving))])
    return { released: given.released }
  })
}

const isOvertaken = (error: unknown): boolean => takenKey(error) !== null || wasRefused(error, 'volunteers.state')

/**
 * All their claims are given back with the note, and they leave all joint claims of others. Null if one of them has
 * changed.
 */
async function givenBack(
  services: Services,
  actor: Person,
  communityId: string,
  { personId, handover, needed = [] }: Leaving,
): Promise<{ readonly released: number; readonly rows: readonly Statement[] } | null> {
  const { db } = services.store
  const claimed = await heldWishes(db, personId, communityId)
  const joined = await joinedOpen(db, personId, communityId)
  const notes = [{ kind: 'handover', text: handover }] as const
  const back = await movesOf(services, actor, claimed, () => ({ action: 'release', notes, needed }))
  const left = await movesOf(services, actor, joined, () => ({ action: 'leave', personId }))
  return back && left && { released: claimed.length, rows: [...back, ...left] }
}

/** Ends the role and everything the person can sign in with. */
async function roleStatements(
  { store, now }: Services,
  actorId: string,
  community: Community,
  { personId, role }: Leaving,
): Promise<readonly Statement[]> {
  const { db } = store
  const untilDay = localDay(now(), roleZone)
  const areaIds = role === 'volunteer' ? [community.id] : (await gridsOf(db, community.id)).map((grid) => grid.id)
  const event = { communityId: community.id, actorId, now: now() }
  const open = or(isNull(roles.untilDay), gt(roles.untilDay, untilDay))
  return [
    ...(role === 'volunteer'
      ? [
          db
            .update(volunteers)
            .set({ state: onlyIf(not(hasOpenClaim(personId, community.id)), sql`'left'`) })
            .where(and(eq(volunteers.personId, personId), eq(volunteers.communityId, community.id))),
          registerEvent(store, { ...event, action: 'volunteer-left', data: { personId } }),
        ]
      : [registerEvent(store, { ...event, action: 'role-ended', data: { personId, role } })]),
    db
      .update(roles)
      .set({ untilDay })
      .where(and(eq(roles.personId, personId), eq(roles.role, role), isOneOf(roles.areaId, areaIds), open)),
    endSessions(store, personId),
    endFeeds(store, personId),
    db.delete(accessCodes).where(and(eq(accessCodes.personId, personId), isNull(accessCodes.usedAt))),
  ]
}
