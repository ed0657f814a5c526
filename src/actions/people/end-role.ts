import { and, eq, isNull, ne, not, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { registerEvent, registerNotification } from '#actions/event-log.ts'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { movesOf } from '#actions/wishes/prepare-moves.ts'
import { newId } from '#auth/hashing.ts'
import { endSessions } from '#auth/sessions.ts'
import { joinedClaimsOf, openClaimsOf } from '#db/people/open-claims.ts'
import { roleZone } from '#db/people/people-rows.ts'
import { type RoleRow, roleRowsOf } from '#db/people/role-rows.ts'
import { hasOpenClaim } from '#db/people/volunteer-rows.ts'
import { accessCodes, people, roles, volunteers } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import { mayManage } from '#domain/people/role-areas.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { privateNoteIn } from '#domain/wish/notes/note-words.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Services } from '#src/services.ts'
import { endFeeds } from './visit-feed.ts'

type Leaving = {
  readonly personId: string
  readonly role: RoleName
  /** The areas in which the role ends. */
  readonly areaIds: readonly string[]
  /** For the next claimant of what is given back; never empty. */
  readonly handover: string
  /** Private words in the note that were confirmed as needed. */
  readonly needed?: readonly string[]
  /** The id of the colleague who takes over a grid, by the grid's id. A grid without one waits on the secretary's desk. */
  readonly takers?: ReadonlyMap<string, string>
}

type RoleEnded =
  | { readonly released: number }
  | { readonly refusal: Refusal }
  /** The last active secretary of a community, or the last active administrator. */
  | { readonly isLast: 'secretary' | 'administrator' }

/**
 * Ends a person's role in one commit, with their sessions, calendar address and unused codes. A volunteer's claims go
 * back to the board with a note, and the next volunteers are invited at once; a grid goes to the colleague who takes it
 * over. Done by those who grant the role, or by volunteers for themselves, because they may leave at any time. Gives how
 * many wishes went back; null if there is no role to end. A claim made at the same moment refuses the commit, which is
 * then tried again. The commit also refuses to leave a community without an active secretary, or the installation
 * without an active administrator, however many end a role at once.
 */
export async function endRole(services: Services, actor: Person, leaving: Leaving): Promise<RoleEnded | null> {
  const found = privateNoteIn([{ kind: 'handover', text: leaving.handover }], leaving.needed ?? [])
  if (found) return { refusal: { why: 'private-note', ...found } }
  try {
    return await whileOvertaken(isOvertaken, () => tryToEnd(services, actor, leaving))
  } catch (error) {
    if (!wasRefused(error, 'roles.granted_at')) throw error
    return { isLast: leaving.role === 'administrator' ? 'administrator' : 'secretary' }
  }
}

const isOvertaken = (error: unknown): boolean =>
  takenKey(error) !== null || wasRefused(error, 'volunteers.state') || wasRefused(error, 'roles.from_day')

async function tryToEnd(services: Services, actor: Person, leaving: Leaving) {
  const { store, now } = services
  const { personId, role, areaIds } = leaving
  const isOwn = actor.id === personId && role === 'volunteer'
  const held = (await roleRowsOf(store.db, [personId], now(), areaIds)).filter(
    (one) => one.role === role && !one.isOver && (isOwn || mayManage(actor, role, one.area)),
  )
  if (!held.length) return null
  const given = { released: 0, rows: [] as Statement[] }
  for (const communityId of role === 'volunteer' ? held.map(({ area }) => area.id) : []) {
    const back = await givenBack(services, actor, communityId, leaving)
    if (!back) return 'overtaken'
    given.released += back.released
    given.rows.push(...back.rows)
  }
  const ended = held.flatMap((row) => endOf(services, actor.id, row))
  const taken = await takenOver(services, actor.id, held, leaving.takers ?? new Map())
  await store.commit([...given.rows, ...ended, ...taken, ...signedOut(services, personId)])
  return { released: given.released }
}

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
  const claimed = await openClaimsOf(db, personId, communityId)
  const joined = await joinedClaimsOf(db, personId, communityId)
  const notes = [{ kind: 'handover', text: handover }] as const
  const back = await movesOf(services, actor, claimed, () => ({ action: 'release', notes, needed }))
  const left = await movesOf(services, actor, joined, () => ({ action: 'leave', personId }))
  return back && left && { released: claimed.length, rows: [...back, ...left] }
}

function endOf({ store, now }: Services, actorId: string, { id, personId, role, area }: RoleRow): readonly Statement[] {
  const { db } = store
  const untilDay = localDay(now(), roleZone)
  const event = { communityId: area.communityId ?? area.id, actorId, now: now() }
  const grantedAt =
    role === 'secretary' || role === 'administrator' ? onlyIf(othersRemain(id, area.id, role), roles.grantedAt) : null
  const end = db
    .update(roles)
    .set(grantedAt === null ? { untilDay } : { untilDay, grantedAt: grantedAt as never })
    .where(eq(roles.id, id))
  if (role !== 'volunteer')
    return [end, registerEvent(store, { ...event, action: 'role-ended', data: { personId, role, areaId: area.id } })]
  return [
    db
      .update(volunteers)
      .set({ state: onlyIf(not(hasOpenClaim(personId, area.id)), sql`'left'`) })
      .where(and(eq(volunteers.personId, personId), eq(volunteers.communityId, area.id))),
    registerEvent(store, { ...event, action: 'volunteer-left', data: { personId } }),
    end,
  ]
}

const other = alias(roles, 'other')

/** Another person who can sign in has the same role: in the same community or, for administrators, anywhere. */
const othersRemain = (id: string, areaId: string, role: 'secretary' | 'administrator') =>
  sql`exists (select 1 from ${roles} as other join ${people} on ${people.id} = ${other.personId}
    where ${and(
      eq(other.role, role),
      role === 'secretary' ? eq(other.areaId, areaId) : undefined,
      ne(other.id, id),
      ne(other.personId, sql`(select person_id from roles as own where own.id = ${id})`),
      isNull(other.untilDay),
      sql`${people.passwordHash} is not null`,
    )})`

/** A colleague who has the grid already needs no second role, but is still notified. */
async function takenOver(
  { store, now }: Services,
  actorId: string,
  held: readonly RoleRow[],
  takers: ReadonlyMap<string, string>,
): Promise<readonly Statement[]> {
  const rows: Statement[] = []
  for (const { area } of held) {
    const personId = area.kind === 'grid' ? takers.get(area.id) : undefined
    if (!personId) continue
    const communityId = area.communityId ?? area.id
    const about = { communityId, personId, kind: 'grid-taken', aboutId: area.id, now: now() } as const
    const known = await roleRowsOf(store.db, [personId], now(), [area.id])
    const hasGrid = known.some(({ role, isOver }) => role === 'gridWorker' && !isOver)
    const data = { personId, role: 'gridWorker', areaId: area.id }
    rows.push(
      ...(hasGrid ? [] : [grantOf(store, { personId, role: 'gridWorker', areaId: area.id, actorId, now: now() })]),
      registerEvent(store, { communityId, actorId, action: hasGrid ? 'grid-taken' : 'role-granted', data, now: now() }),
      registerNotification(store, about),
    )
  }
  return rows
}

type Granting = {
  readonly personId: string
  readonly role: RoleName
  readonly areaId: string
  readonly actorId: string
  readonly now: Date
}

/**
 * The row of a new role. Refused by the commit (`roles.from_day`) if the person has that role already, so that two
 * people who grant it at once write it once.
 */
export function grantOf({ db }: Services['store'], { personId, role, areaId, actorId, now }: Granting): Statement {
  const today = localDay(now, roleZone)
  const isNew = sql`not exists (select 1 from ${roles} as other where ${and(
    eq(other.personId, personId),
    eq(other.role, role),
    eq(other.areaId, areaId),
    isNull(other.untilDay),
  )})`
  const row = { id: newId(), personId, role, areaId, grantedBy: actorId, grantedAt: now }
  return db.insert(roles).values({ ...row, fromDay: onlyIf(isNew, sql`${today}`) })
}

/** Everything the person can sign in with. */
const signedOut = ({ store }: Services, personId: string): readonly Statement[] => [
  endSessions(store, personId),
  endFeeds(store, personId),
  store.db.delete(accessCodes).where(and(eq(accessCodes.personId, personId), isNull(accessCodes.usedAt))),
]
