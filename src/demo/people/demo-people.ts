import { newId } from '#auth/hashing.ts'
import { people, roles, units, volunteers } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Strength } from '#domain/catalogue/catalogue-codes.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { staff, unitsOfVolunteers } from './demo-names.ts'
import type { Place } from './demo-place.ts'

export type StaffKey = (typeof staff)[number]['key']
export type Volunteer = {
  readonly id: string
  readonly phone: string
  readonly unitId: string
  readonly strengths: readonly Strength[]
  readonly isActive: boolean
}
export type People = {
  readonly statements: readonly Statement[]
  readonly staff: Readonly<Record<StaffKey, string>>
  readonly volunteers: readonly Volunteer[]
}

type Since = { readonly at: Date; readonly day: string; readonly passwordHash: string }

/**
 * Everyone with an account. All share one password hash, because computing one is slow and the password is printed
 * anyway.
 */
export function peopleRows({ db }: Store, place: Place, since: Since): People {
  const statements: Statement[] = []
  const ids = new Map<string, string>()
  const grant = (personId: string, role: RoleName, areaId: string) =>
    statements.push(
      db.insert(roles).values({ id: newId(), personId, role, areaId, fromDay: since.day, grantedAt: since.at }),
    )
  const add = (name: string, phone: string, { hash = since.passwordHash as string | null, isPublic = false } = {}) => {
    const id = newId()
    const row = { id, phone, name, passwordHash: hash, nameIsPublic: isPublic, createdAt: since.at }
    statements.push(db.insert(people).values(row))
    return id
  }

  for (const { key, name, phone, role, grids } of staff) {
    const id = add(name, phone)
    ids.set(key, id)
    const held = { gridWorker: grids.map((n) => place.gridIds[n] as string), secretary: [place.communityId] }
    const above = { supervisor: [place.countyId], administrator: [place.prefectureId] }
    for (const areaId of { ...held, ...above }[role]) grant(id, role, areaId)
  }

  let count = 0
  const roll = unitsOfVolunteers.flatMap(({ unit, branch, people: named }) => {
    const unitId = newId()
    statements.push(db.insert(units).values({ id: unitId, communityId: place.communityId, name: unit }))
    return named.map((one): Volunteer => {
      const { name, strengths, free, isPublic = false, isInactive = false } = one
      const phone = one.phone ?? `199000001${String(count).padStart(2, '0')}`
      const id = add(name, phone, { hash: isInactive ? null : since.passwordHash, isPublic })
      grant(id, 'volunteer', place.communityId)
      const file = { communityId: place.communityId, unitId, branch, strengths, freeTimes: free, reportedIn: since.day }
      const building = String((count++ % 12) + 1)
      const state = isInactive ? ('inactive' as const) : ('active' as const)
      statements.push(
        db.insert(volunteers).values({ id: newId(), personId: id, ...file, building, state, createdAt: since.at }),
      )
      return { id, phone, unitId, strengths, isActive: !isInactive }
    })
  })

  const all = Object.fromEntries(ids) as Record<StaffKey, string>
  return { statements, staff: all, volunteers: roll }
}
