import { plain } from './cells.ts'

type Phones = {
  /** Mobiles as 11 digits, landlines as 0994-2345678. */
  readonly phones: readonly string[]
  /** Landlines that cannot be dialled as written. */
  readonly short: readonly { readonly written: string; readonly lacks: 'digits' | 'area-code' }[]
  /** Digits that are no number at all. */
  readonly bad: readonly string[]
}

/** One cell, several numbers, with blanks, dashes, +86 or a word like 女儿 beside them. Words alone are no number. */
export function phonesOf(cell: string): Phones {
  const parts = plain(cell)
    .split(/[/、,;|或和及]|\s{2,}/u)
    .map(readPart)
  return {
    phones: [...new Set(parts.flatMap((part) => part.phones))],
    short: parts.flatMap((part) => part.short),
    bad: parts.flatMap((part) => part.bad),
  }
}

export function isMobile(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone)
}

function readPart(written: string): Phones {
  const digits = written.replace(/\D/g, '')
  if (digits === '') return nothing
  // What Excel leaves of a long number in a narrow CSV column: the last digits are lost for good.
  if (/\d\.?\d*e\+?\d/i.test(written)) return { ...nothing, bad: [written] }

  const mobile = /^(?:0|86|0086)?(1[3-9]\d{9})$/.exec(digits)?.[1]
  if (mobile) return { ...nothing, phones: [mobile] }

  const several = digits.match(/1[3-9]\d{9}/g) ?? []
  if (several.length > 1 && several.join('') === digits) return { ...nothing, phones: several }

  const landline = /^(?:86)?(010|02\d|0[3-9]\d{2})(\d{7,8})$/.exec(digits)
  if (landline) return { ...nothing, phones: [`${landline[1]}-${landline[2]}`] }
  if (/^0\d{5,9}$/.test(digits)) return { ...nothing, short: [{ written, lacks: 'digits' }] }
  if (/^[2-8]\d{6,7}$/.test(digits)) return { ...nothing, short: [{ written, lacks: 'area-code' }] }
  return { ...nothing, bad: [written] }
}

const nothing: Phones = { phones: [], short: [], bad: [] }
