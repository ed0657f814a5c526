import { type FreeTime, freeTimes, type RollStrength } from '#domain/lists/rows.ts'
import { type Checked, faultsFrom, lineOf, nameFault } from '#domain/reading/checked.ts'
import { nameOf } from '#domain/reading/names.ts'
import { strengthCodes } from './volunteer.ts'

/** What a volunteer states in a community, and may change. */
type VolunteerDetails = {
  readonly unit: string
  readonly branch: string
  readonly building: string
  readonly strengths: readonly RollStrength[]
  readonly freeTimes: readonly FreeTime[]
}

export const detailFieldNames = ['name', 'unit', 'branch', 'building'] as const
export type DetailsForm = { readonly [name in (typeof detailFieldNames)[number]]: string } & {
  readonly strengths: readonly string[]
  readonly freeTimes: readonly string[]
}

export type PersonDetails = { readonly name: string; readonly details: VolunteerDetails }

/** Checks the form that changes a person. Grid workers and others without such details send them empty. */
export function readDetails(typed: DetailsForm): Checked<PersonDetails> {
  const { name, wrong } = nameOf(typed.name)
  const [unit, branch, building] = [lineOf(typed.unit), lineOf(typed.branch), lineOf(typed.building)]
  const faults = faultsFrom({
    name: nameFault(typed.name, wrong),
    unit: unit.length > 60 && 'too-long',
    branch: branch.length > 60 && 'too-long',
    building: building.length > 20 && 'too-long',
  })
  if (Object.keys(faults).length) return { ok: false, faults }
  const strengths = strengthCodes.filter((code) => typed.strengths.includes(code))
  const free = freeTimes.filter((code) => typed.freeTimes.includes(code))
  return { ok: true, value: { name, details: { unit, branch, building, strengths, freeTimes: free } } }
}

/** The names of the fields that differ; an event contains these and never the values. */
export const changedDetails = (before: PersonDetails, after: PersonDetails): readonly string[] => [
  ...(before.name === after.name ? [] : ['name']),
  ...(Object.keys(after.details) as (keyof VolunteerDetails)[]).filter(
    (name) => JSON.stringify(before.details[name]) !== JSON.stringify(after.details[name]),
  ),
]
