import { registerEvent } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { newId } from '#auth/hashing.ts'
import { type AreaLine, areaById } from '#db/community/area-rows.ts'
import { roleRowsOf } from '#db/people/role-rows.ts'
import { accountByPhone, accountOf } from '#db/people/volunteer-rows.ts'
import { volunteers } from '#db/schema/tables.ts'
import { wasRefused } from '#db/store/only-if.ts'
import type { Statement } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import { mayManage } from '#domain/people/role-areas.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { isSameName } from '#domain/reading/names.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { grantOf } from './end-role.ts'
import { newAccount } from './new-account.ts'

type RoleIn = { readonly role: RoleName; readonly areaId: string }

/**
 * Gives a person who has an account one more role. 'already-here' if they have it; null if the actor may not grant it
 * there or there is no such account.
 */
export async function grantTo(
  services: Services,
  actor: Person,
  personId: string,
  { role, areaId }: RoleIn,
): Promise<'granted' | 'already-here' | null> {
  const { db, commit } = services.store
  const area = await areaById(db, areaId)
  const account = await accountOf(db, personId)
  if (!account || account.erasedAt || !area || area.isClosed || !mayManage(actor, role, area)) return null
  if (await hasRole(services, personId, role, areaId)) return 'already-here'
  try {
    await commit(roleStatements(services, actor.id, personId, role, area))
    return 'granted'
  } catch (error) {
    if (wasRefused(error, 'roles.from_day')) return 'already-here'
    throw error
  }
}

type Faulty = { readonly ok: false; readonly why: 'faults'; readonly faults: Faults }
type NewStaff = RoleIn & {
  readonly name: string
  /** 11 digits. */
  readonly phone: string
}

/**
 * Adds a person with a role in any area that the actor administers. One phone is one account: a known number gets one
 * more role, and only if the name agrees. Null if the actor may not grant it there.
 */
export async function addStaff(
  services: Services,
  actor: Person,
  key: string,
  input: NewStaff,
): Promise<OnceAnswer<{ readonly personId: string }> | KeyReused | Faulty | null> {
  const { db } = services.store
  const { role, areaId, name, phone } = input
  const area = await areaById(db, areaId)
  if (!area || area.isClosed || !mayManage(actor, role, area)) return null
  const faulty = (faults: Faults): Faulty => ({ ok: false, why: 'faults', faults })
  return once(services, actor, { key, action: 'add-staff', body: input }, async () => {
    const known = await accountByPhone(db, phone)
    if (known && !isSameName(known.name, name)) return faulty({ phone: 'other-name' })
    const personId = known?.id ?? newId()
    if (known && (await hasRole(services, personId, role, areaId))) return faulty({ phone: 'already-here' })
    const communityId = area.communityId ?? area.id
    const account = known
      ? []
      : await newAccount(services, { id: personId, name, phone, communityId, actorId: actor.id })
    const statements = [...account, ...roleStatements(services, actor.id, personId, role, area)]
    return { ok: true as const, statements, answer: { personId } }
  })
}

async function hasRole({ store, now }: Services, personId: string, role: RoleName, areaId: string): Promise<boolean> {
  const held = await roleRowsOf(store.db, [personId], now(), [areaId])
  return held.some((row) => row.role === role && !row.isOver)
}

/** A volunteer who left and comes back has the same row of data, and waits to be activated again. */
export function roleStatements(
  { store, now }: Services,
  actorId: string,
  personId: string,
  role: RoleName,
  area: AreaLine,
): readonly Statement[] {
  const event = { communityId: area.communityId ?? area.id, actorId, now: now() }
  const grant = grantOf(store, { personId, role, areaId: area.id, actorId, now: now() })
  if (role !== 'volunteer')
    return [
      grant,
      registerEvent(store, { ...event, action: 'role-granted', data: { personId, role, areaId: area.id } }),
    ]
  const row = { id: newId(), personId, communityId: area.id, strengths: [], freeTimes: [], createdAt: now() }
  return [
    grant,
    store.db
      .insert(volunteers)
      .values({ ...row, state: 'inactive' })
      .onConflictDoUpdate({ target: [volunteers.personId, volunteers.communityId], set: { state: 'inactive' } }),
    registerEvent(store, { ...event, action: 'volunteer-accepted', data: { personId } }),
  ]
}
