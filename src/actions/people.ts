import { and, eq, gt, isNull, not, or, sql } from 'drizzle-orm'
import { newId } from '#auth/hashing.ts'
import { endSessions } from '#auth/sessions.ts'
import { type Community, gridsOf } from '#db/areas.ts'
import { isOneOf } from '#db/one-of.ts'
import { onlyIf, wasRefused } from '#db/only-if.ts'
import { roleZone } from '#db/people.ts'
import { accessCodes, people, roles, units, volunteers } from '#db/schema.ts'
import { accountByPhone, hasOpenClaim, openClaimsOf, rolesHeld, volunteerFile } from '#db/volunteers.ts'
import { isSecretaryOf, type Person } from '#domain/actor.ts'
import { localDay } from '#domain/calendar.ts'
import type { Faults } from '#domain/checked.ts'
import type { AddedRole, NewPerson } from '#domain/volunteer.ts'
import type { Services } from '#src/services.ts'
import { endFeeds } from './feeds.ts'
import { type KeyReused, type OnceAnswer, once, type Prepared } from './once.ts'
import { registerEvent } from './register.ts'

type Faulty = { readonly ok: false; readonly why: 'faults'; readonly faults: Faults }
type Added = Prepared<{ readonly personId: string }>

/** The secretary takes somebody on; null where the actor is not secretary of the community. */
export async function addPerson(
  services: Services,
  actor: Person,
  community: Community,
  key: string,
  input: NewPerson,
): Promise<OnceAnswer<{ readonly personId: string }> | KeyReused | Faulty | null> {
  if (!isSecretaryOf(actor, community.id)) return null
  return once(services, actor, { key, action: 'add-person', body: [community.id, input] }, () =>
    acceptance(services, actor.id, community, input),
  )
}

/**
 * Statements that add a volunteer (inactive until activation) or a grid worker; a roll's import commits many of them.
 * One phone is one account: somebody known elsewhere gets the role beside the others, and only if the name agrees, so
 * that nobody learns a name by typing numbers.
 */
export async function acceptance(
  { store, now }: Services,
  actorId: string,
  community: Community,
  input: NewPerson,
): Promise<Added | Faulty> {
  const { db } = store
  const at = now()
  const faulty = (faults: Faults): Faulty => ({ ok: false, why: 'faults', faults })
  const known = await accountByPhone(db, input.phone)
  if (known && known.name !== input.name) return faulty({ phone: 'other-name' })
  const personId = known?.id ?? newId()
  const held = known ? await rolesHeld(db, known.id, at) : []
  const areaId = input.role === 'gridWorker' ? input.gridId : community.id
  if (held.some((role) => role.role === input.role && role.areaId === areaId)) return faulty({ phone: 'already-here' })

  const event = { communityId: community.id, actorId, now: at }
  const grant = { id: newId(), personId, role: input.role, areaId, fromDay: localDay(at, roleZone) }
  const { name, phone } = input
  const statements = [
    ...(known ? [] : [db.insert(people).values({ id: personId, phone, name, createdAt: at })]),
    ...(known ? [] : [registerEvent(store, { ...event, action: 'person-added', data: { personId } })]),
    ...(input.role === 'volunteer' ? volunteerRow(store, personId, community.id, input, at) : []),
    db.insert(roles).values({ ...grant, grantedBy: actorId, grantedAt: at }),
    registerEvent(store, {
      ...event,
      ...(input.role === 'volunteer'
        ? { action: 'volunteer-accepted', data: { personId } }
        : { action: 'role-granted', data: { personId, role: input.role, areaId } }),
    }),
  ]
  return { ok: true, statements, answer: { personId } }
}

/** Who left and comes back is the same row again: one per person and community. */
function volunteerRow({ db }: Services['store'], personId: string, communityId: string, input: NewPerson, at: Date) {
  const { unit, branch, building, strengths, freeTimes, reportedIn } = input
  const unitId = unit
    ? sql<string>`(select ${units.id} from ${units} where ${units.communityId} = ${communityId} and ${units.name} = ${unit})`
    : null
  const row = { unitId, branch, building, strengths, freeTimes, reportedIn, state: 'inactive' as const }
  return [
    ...(unit ? [db.insert(units).values({ id: newId(), communityId, name: unit }).onConflictDoNothing()] : []),
    db
      .insert(volunteers)
      .values({ id: newId(), personId, communityId, createdAt: at, ...row })
      .onConflictDoUpdate({ target: [volunteers.personId, volunteers.communityId], set: row }),
  ]
}

/** The secretary has seen the volunteer in person. False: not theirs, or nothing to activate. */
export async function activateVolunteer(services: Services, actor: Person, communityId: string, personId: string) {
  const { store, now } = services
  if (!isSecretaryOf(actor, communityId)) return false
  const file = await volunteerFile(store.db, communityId, personId)
  if (file?.state !== 'inactive') return false
  const change = store.db
    .update(volunteers)
    .set({ state: onlyIf(sql`${volunteers.state} = 'inactive'`, sql`'active'`) })
    .where(and(eq(volunteers.personId, personId), eq(volunteers.communityId, communityId)))
  const event = { communityId, actorId: actor.id, now: now(), data: { personId } }
  try {
    await store.commit([change, registerEvent(store, { ...event, action: 'volunteer-activated' })])
    return true
  } catch (error) {
    if (wasRefused(error, 'volunteers.state')) return false
    throw error
  }
}

export type Left = { readonly ok: true } | { readonly ok: false; readonly openCodes: readonly string[] }

/**
 * Ends a person's role in a community, and with it their sessions, calendar address and unused codes; null where there is none to end.
 * Wishes still claimed are refused by their codes: they are given back first, so that the next volunteers are told.
 */
export async function endRole(
  services: Services,
  actor: Person,
  community: Community,
  personId: string,
  role: AddedRole,
): Promise<Left | null> {
  const { store, now } = services
  const { db } = store
  if (!isSecretaryOf(actor, community.id)) return null
  const held = (await rolesHeld(db, personId, now())).filter((r) => r.role === role && r.communityId === community.id)
  if (!held.length) return null
  const openCodes = role === 'volunteer' ? await openClaimsOf(db, personId, community.id) : []
  if (openCodes.length) return { ok: false, openCodes }

  const untilDay = localDay(now(), roleZone)
  const areaIds = role === 'volunteer' ? [community.id] : (await gridsOf(db, community.id)).map((grid) => grid.id)
  const event = { communityId: community.id, actorId: actor.id, now: now() }
  const open = or(isNull(roles.untilDay), gt(roles.untilDay, untilDay))
  const statements = [
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
  try {
    await store.commit(statements)
    return { ok: true }
  } catch (error) {
    // A wish was claimed at the same moment.
    if (wasRefused(error, 'volunteers.state'))
      return { ok: false, openCodes: await openClaimsOf(db, personId, community.id) }
    throw error
  }
}

/** Whether the public ledger may carry the person's name beside their unit's: their own choice alone. */
export async function chooseNamePublic({ store }: Services, actor: Person, nameIsPublic: boolean): Promise<void> {
  const change = store.db.update(people).set({ nameIsPublic }).where(eq(people.id, actor.id))
  await store.commit([change])
}
