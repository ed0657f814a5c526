import { addressFrom } from '#domain/reading/addresses.ts'
import { type Checked, faultsFrom, isClockTime, lineOf, nameFault } from '#domain/reading/checked.ts'
import { personIn } from '#domain/reading/names.ts'
import { readPhone } from '#domain/reading/phones.ts'
import { isDay } from '#domain/time/workdays.ts'
import {
  type AgeBand,
  ageBands,
  askedMethods,
  type ConsentMethod,
  type ConsentPurpose,
  consentPurposes,
} from '#domain/vocabulary.ts'

/**
 * Everything that is stored about a resident. There is no field for an ID number, a birth date, an illness or a belief.
 */
export type ResidentFields = {
  readonly gridId: string
  readonly name: string
  readonly sex: 'female' | 'male' | null
  readonly ageBand: AgeBand
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly phones: readonly string[]
  readonly callFrom: string | null
  readonly callUntil: string | null
  readonly relativeName: string
  readonly relativePhone: string
  readonly hearing: string
}
export const residentFieldNames = [
  'name',
  'sex',
  'ageBand',
  'gridId',
  'place',
  'building',
  'unit',
  'door',
  'phone1',
  'phone2',
  'phone3',
  'callFrom',
  'callUntil',
  'relativeName',
  'relativePhone',
  'hearing',
] as const
export type ResidentForm = { readonly [name in (typeof residentFieldNames)[number]]: string }

/** Listed among the age bands so that the form can refuse it with a reason. */
export const refusedBand = 'under14'

/** Checks the resident form. `gridIds` are the grids in which the actor may enter residents. */
export function readResident(typed: ResidentForm, gridIds: readonly string[]): Checked<ResidentFields> {
  const { name, wrong, isOnePerson } = personIn(typed.name)
  const { place, building, unit, door } = addressFrom(typed, typed.place)
  const phones = [typed.phone1, typed.phone2, typed.phone3].map(readPhone)
  const [relativePhone, hearing, relativeName] = [
    readPhone(typed.relativePhone),
    lineOf(typed.hearing),
    lineOf(typed.relativeName),
  ]
  const [from, until] = [timeOf(typed.callFrom), timeOf(typed.callUntil)]
  const hours = (time: string, other: string) => {
    if (time === '' && other !== '') return 'required'
    return time !== '' && !isClockTime(time) ? 'time' : null
  }
  const faults = faultsFrom({
    name: nameFault(typed.name, wrong) ?? (!isOnePerson && 'two-people'),
    ageBand: typed.ageBand === refusedBand ? 'child' : !ageBands.some((band) => band === typed.ageBand) && 'choose',
    gridId: !gridIds.includes(typed.gridId) && 'choose',
    building: !place && !building && !door && 'required',
    place: place.length > 60 && 'too-long',
    ...Object.fromEntries(phones.map((phone, index) => [`phone${index + 1}`, phone === null && 'phone'])),
    callFrom: hours(from, until),
    callUntil: hours(until, from) ?? (isClockTime(from) && isClockTime(until) && until <= from && 'hours'),
    relativeName: relativeName.length > 60 && 'too-long',
    relativePhone: relativePhone === null && 'phone',
    hearing: hearing.length > 100 && 'too-long',
  })
  if (Object.keys(faults).length) return { ok: false, faults }
  return {
    ok: true,
    value: {
      gridId: typed.gridId,
      name,
      sex: typed.sex === 'female' || typed.sex === 'male' ? typed.sex : null,
      ageBand: typed.ageBand as AgeBand,
      place,
      building,
      unit,
      door,
      phones: [...new Set(phones.filter((phone): phone is string => Boolean(phone)))],
      callFrom: from || null,
      callUntil: until || null,
      relativeName,
      relativePhone: relativePhone ?? '',
      hearing,
    },
  }
}

const timeOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(\d):/, '0$1:')

export type ConsentAsked = { readonly method: ConsentMethod; readonly day: string }

/** How and when consent was asked; a day in the future is refused. */
export function readAsked(
  typed: { readonly method: string; readonly day: string },
  today: string,
): Checked<ConsentAsked> {
  const method = askedMethods.find((known) => known === typed.method)
  const day = lineOf(typed.day)
  const faults = faultsFrom({
    method: !method && 'choose',
    day: !isDay(day) ? 'date' : day > today && 'not-yet',
  })
  return method && !Object.keys(faults).length ? { ok: true, value: { method, day } } : { ok: false, faults }
}

/** Asked only where there is a photo, or a relative who wants a link. */
const laterPurposes: readonly ConsentPurpose[] = ['photo', 'family']

/** The consents asked of every resident at first. */
export const firstPurposes = consentPurposes.filter((purpose) => !laterPurposes.includes(purpose))

/** The purposes among what was typed; anything else is dropped. */
export const purposesIn = (typed: readonly string[]): readonly ConsentPurpose[] =>
  consentPurposes.filter((purpose) => typed.includes(purpose))

/** Names of the fields in which two files differ. The event contains these names and never the values. */
export const changedFields = (before: ResidentFields, after: ResidentFields): readonly string[] =>
  (Object.keys(after) as (keyof ResidentFields)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
