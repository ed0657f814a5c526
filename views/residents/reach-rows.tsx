import type { Resident } from '#db/residents/resident-rows.ts'
import type { Text } from '#text/text.ts'
import { PhoneLink } from '#views/parts/phone-link.tsx'

/** The name of a resident to call, and how to reach them: numbers to tap, good hours, a relative, and whether they hear well. */
export function callRows(resident: Resident, { card }: Text) {
  const { name, phones, callFrom, callUntil, relativeName, relativePhone, hearing } = resident
  return [
    { term: card.name, value: name },
    { term: card.phone, value: phones.length ? phones.map((phone) => <PhoneLink phone={phone} />) : card.noPhone },
    ...(callFrom ? [{ term: card.hours, value: `${callFrom}–${callUntil ?? ''}` }] : []),
    ...(relativePhone ? [{ term: card.relative, value: <PhoneLink name={relativeName} phone={relativePhone} /> }] : []),
    ...(hearing ? [{ term: card.hearing, value: hearing }] : []),
  ]
}
