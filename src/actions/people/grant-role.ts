import { registerEvent } from '#actions/event-log.ts'
import { newId } from '#auth/hashing.ts'
import { roleZone } from '#db/people/people-rows.ts'
import { accountByPhone, rolesHeld } from '#db/people/volunteer-rows.ts'
import { roles } from '#db/schema/tables.ts'
import { type Actor, actorId, holds } from '#domain/people/actor.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { newAccount } from './new-account.ts'

type Grant = {
  readonly role: RoleName
  readonly areaId: string
  readonly name: string
  /** 11 digits. */
  readonly phone: string
}

/**
 * Gives a person a role in any area: for an administrator, and for commands on the server, which act as the clock.
 * Creates an account if the phone has none yet. Gives the person's id, or null if the actor may not.
 */
export async function grantRole(services: Services, actor: Actor, grant: Grant): Promise<string | null> {
  const { store, now } = services
  if (actor.kind !== 'clock' && !holds(actor, 'administrator')) return null
  const { db } = store
  const { role, areaId, name, phone } = grant
  const known = await accountByPhone(db, phone)
  const personId = known?.id ?? newId()
  const held = known ? await rolesHeld(db, known.id, now()) : []
  if (held.some((one) => one.role === role && one.areaId === areaId)) return personId

  const by = actorId(actor)
  const event = { communityId: areaId, actorId: by, now: now() }
  const fromDay = localDay(now(), roleZone)
  const row = { id: newId(), personId, role, areaId, fromDay, grantedBy: by, grantedAt: now() }
  const statements = [
    ...(known ? [] : await newAccount(services, { id: personId, name, phone, communityId: areaId, actorId: by })),
    db.insert(roles).values(row),
    registerEvent(store, { ...event, action: 'role-granted', data: { personId, role, areaId } }),
  ]
  await store.commit(statements)
  return personId
}
