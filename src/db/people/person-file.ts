import type { Db } from '#db/store/store.ts'
import type { Actor } from '#domain/people/actor.ts'
import { looksAfter } from '#domain/people/role-areas.ts'
import { type RoleRow, roleRowsOf } from './role-rows.ts'
import { accountOf, type VolunteerRow, volunteerFilesOf } from './volunteer-rows.ts'

export type Membership = VolunteerRow & {
  readonly communityId: string
  readonly communityName: string
  readonly slug: string | null
}

/** What one who looks after people may know about one of them: nothing from areas that they do not look after. */
export type PersonFile = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly hasPassword: boolean
  readonly version: number
  /** Roles in the reader's areas, over or not; the oldest first. */
  readonly roles: readonly RoleRow[]
  /** As a volunteer in the reader's communities. */
  readonly memberships: readonly Membership[]
}

/** Null for a person who never had a role in an area that the reader looks after. */
export async function personFile(db: Db, actor: Actor, id: string, now: Date): Promise<PersonFile | null> {
  const account = await accountOf(db, id)
  if (!account || account.erasedAt) return null
  const roles = (await roleRowsOf(db, [id], now)).filter(({ area }) => looksAfter(actor, area))
  if (!roles.length) return null
  const communityIds = [...new Set(roles.flatMap(({ area }) => area.communityId ?? []))]
  const memberships = await volunteerFilesOf(db, id, communityIds)
  const { name, phone, passwordHash, version } = account
  return { id, name, phone, hasPassword: passwordHash !== null, version, roles, memberships }
}
