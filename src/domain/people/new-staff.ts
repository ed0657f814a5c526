import { type Checked, faultsFrom, nameFault } from '#domain/reading/checked.ts'
import { nameOf } from '#domain/reading/names.ts'
import { type RoleName, roleNames } from '#domain/vocabulary.ts'
import { readMobile } from './volunteer.ts'

export const staffFieldNames = ['name', 'phone', 'role', 'areaId'] as const
export type StaffForm = { readonly [name in (typeof staffFieldNames)[number]]: string }

type Staff = {
  readonly name: string
  /** 11 digits. */
  readonly phone: string
  readonly role: RoleName
  readonly areaId: string
}

/** Checks the form with which an administrator adds a person, or a secretary proposes one. */
export function readStaff(typed: StaffForm, fits: (role: RoleName, areaId: string) => boolean): Checked<Staff> {
  const { name, wrong } = nameOf(typed.name)
  const phone = readMobile(typed.phone)
  const role = roleNames.find((known) => known === typed.role)
  const { areaId } = typed
  const faults = faultsFrom({
    name: nameFault(typed.name, wrong),
    phone: phone === null && 'mobile',
    role: !role && 'choose',
    areaId: !areaId ? 'choose' : role !== undefined && !fits(role, areaId) && 'not-there',
  })
  if (!role || phone === null || Object.keys(faults).length) return { ok: false, faults }
  return { ok: true, value: { name, phone, role, areaId } }
}
