import type { Resident } from '#db/residents/resident-rows.ts'
import { type ResidentForm, residentFieldNames } from '#domain/people/resident.ts'
import { one } from '#http/form/fields.ts'

type Form = Parameters<typeof one>[0]

export const typedResident = (form: Form): ResidentForm =>
  Object.fromEntries(residentFieldNames.map((name) => [name, one(form, name)])) as ResidentForm

export const blankResident: ResidentForm = typedResident({})

/** A file in the form of its fields. */
export const residentAs = (file: Resident): ResidentForm => ({
  ...file,
  sex: file.sex ?? '',
  ageBand: file.ageBand ?? '',
  phone1: file.phones[0] ?? '',
  phone2: file.phones[1] ?? '',
  phone3: file.phones[2] ?? '',
  callFrom: file.callFrom ?? '',
  callUntil: file.callUntil ?? '',
})
