import { and, eq, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once, type Prepared } from '#actions/once.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { roleZone } from '#db/people/people-rows.ts'
import { accountByPhone, rolesHeld, volunteerFile } from '#db/people/volunteer-rows.ts'
import { people, roles, units, volunteers } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { NewPerson } from '#domain/people/volunteer.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { isSameName } from '#domain/reading/names.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'
import { newAccount } from './new-account.ts'

type Faulty = { readonly ok: false; readonly why: 'faults'; readonly faults: Faults }
type Added = Prepared<{ readonly personId: string }>

/** The secretary adds a person; null if the actor is not the secretary of the community. */
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
 * The statements that add a volunteer (inactive until activation) or a grid worker; the import of a roll commits many
 * of them. One phone is one account: a person known elsewhere gets an additional role, and only if the name agrees, so
 * that no one can find out a name by typing numbers.
 */
export async function acceptance(
  services: Services,
  actorId: string,
  community: Community,
  input: NewPerson,
): Promise<Added | Faulty> {
  const { store, now } = services
  const { db } = store
  const at = now()
  const faulty = (faults: Faults): Faulty => ({ ok: false, why: 'faults', faults })
  const known = await accountByPhone(db, input.phone)
  if (known && !isSameName(known.name, input.name)) return faulty({ phone: 'other-name' })
  const personId = known?.id ?? newId()
  const held = known ? await rolesHeld(db, known.id, at) : []
  const areaId = input.role === 'gridWorker' ? input.gridId : community.id
  if (held.some((role) => role.role === input.role && role.areaId === areaId)) return faulty({ phone: 'already-here' })

  const event = { communityId: community.id, actorId, now: at }
  const grant = { id: newId(), personId, role: input.role, areaId, fromDay: localDay(at, roleZone) }
  const { name, phone } = input
  const statements = [
    ...(known ? [] : await newAccount(services, { id: personId, name, phone, communityId: community.id, actorId })),
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

/** A volunteer who left and comes back gets the same row: one per person and community. */
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

/**
 * Records that the secretary has met the volunteer. False if it is not their volunteer, or there is nothing to
 * activate.
 */
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

/** Whether the public ledger may show the person's name with their unit. Only they themselves may choose this. */
export async function chooseNamePublic({ store }: Services, actor: Person, nameIsPublic: boolean): Promise<void> {
  const change = store.db.update(people).set({ nameIsPublic }).where(eq(people.id, actor.id))
  await store.commit([change])
}
