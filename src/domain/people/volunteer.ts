import { strengths } from '#domain/catalogue/catalogue-codes.ts'
import { type FreeTime, freeTimes, type RollStrength } from '#domain/lists/rows.ts'
import { type Checked, faultsFrom, lineOf, nameFault } from '#domain/reading/checked.ts'
import { nameOf } from '#domain/reading/names.ts'
import { isMobile, phonesOf } from '#domain/reading/phones.ts'

export const addedRoles = ['volunteer', 'gridWorker'] as const
type AddedRole = (typeof addedRoles)[number]

/** What a volunteer gave when reporting in; for a grid worker only name, phone and grid are used. */
export type NewPerson = {
  readonly role: AddedRole
  readonly name: string
  /** 11 digits; the person signs in with it. */
  readonly phone: string
  /** Empty except for a grid worker. */
  readonly gridId: string
  readonly unit: string
  readonly branch: string
  readonly building: string
  readonly strengths: readonly RollStrength[]
  readonly freeTimes: readonly FreeTime[]
  /** YYYY-MM-DD, where the roll has it. */
  readonly reportedIn: string | null
}

export const strengthCodes: readonly RollStrength[] = [...strengths, 'other']

export const personFieldNames = ['role', 'name', 'phone', 'gridId', 'unit', 'branch', 'building'] as const
export type PersonForm = { readonly [name in (typeof personFieldNames)[number]]: string } & {
  readonly strengths: readonly string[]
  readonly freeTimes: readonly string[]
}

/** Checks the form for adding a person. `gridIds` are the grids of the community. */
export function readPerson(typed: PersonForm, gridIds: readonly string[]): Checked<NewPerson> {
  const role = addedRoles.find((known) => known === typed.role)
  const { name, wrong } = nameOf(typed.name)
  const phone = readMobile(typed.phone)
  const [unit, branch, building] = [lineOf(typed.unit), lineOf(typed.branch), lineOf(typed.building)]
  const faults = faultsFrom({
    role: !role && 'choose',
    name: nameFault(typed.name, wrong),
    phone: phone === null && 'mobile',
    gridId: role === 'gridWorker' && !gridIds.includes(typed.gridId) && 'choose',
    unit: unit.length > 60 && 'too-long',
    branch: branch.length > 60 && 'too-long',
    building: building.length > 20 && 'too-long',
  })
  if (!role || phone === null || Object.keys(faults).length) return { ok: false, faults }
  return {
    ok: true,
    value: {
      role,
      name,
      phone,
      gridId: role === 'gridWorker' ? typed.gridId : '',
      unit,
      branch,
      building,
      strengths: strengthCodes.filter((code) => typed.strengths.includes(code)),
      freeTimes: freeTimes.filter((code) => typed.freeTimes.includes(code)),
      reportedIn: null,
    },
  }
}

/** A mobile number as typed (full-width digits, blanks, dashes, +86) → 11 digits; null where it is not one. */
export function readMobile(typed: string): string | null {
  const { phones } = phonesOf(typed)
  return phones.length === 1 && phones[0] && isMobile(phones[0]) ? phones[0] : null
}
