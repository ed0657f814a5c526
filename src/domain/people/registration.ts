import { type Checked, faultsFrom } from '#domain/reading/checked.ts'
import { type NewPerson, type PersonForm, readPerson } from './volunteer.ts'

export const declineReasons = ['not-reached', 'not-here', 'already-here', 'not-suited', 'asked-to'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const registrationFieldNames = ['name', 'phone', 'unit', 'branch', 'building', 'consent'] as const
export type RegistrationForm = Omit<PersonForm, 'role' | 'gridId'> & { readonly consent: string }

/** Checks a registration form; gives the person the secretary may accept. Refused without consent. */
export function readRegistration(typed: RegistrationForm): Checked<NewPerson> {
  const read = readPerson({ ...typed, role: 'volunteer', gridId: '' }, [])
  const consent = faultsFrom({ consent: typed.consent !== 'yes' && 'consent' })
  if (!read.ok) return { ok: false, faults: { ...read.faults, ...consent } }
  return Object.keys(consent).length ? { ok: false, faults: consent } : read
}
