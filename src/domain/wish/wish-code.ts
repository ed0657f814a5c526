/** Damm's table: a quasigroup of order ten that detects every single wrong digit and every swap of neighbours. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** Makes a wish's code from seven random digits: 'ABCD-EFGK', where K is the check digit. */
export function wishCode(sevenDigits: string): string {
  const all = sevenDigits + checkDigit(sevenDigits)
  return `${all.slice(0, 4)}-${all.slice(4)}`
}

/**
 * Reads a code that was typed or is part of an address; blanks and the hyphen may be missing. Null if it cannot be a
 * code.
 */
export function readWishCode(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '')
  if (!/^\d{8}$/.test(digits) || checkDigit(digits) !== '0') return null
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

const checkDigit = (digits: string): string =>
  [...digits].reduce((interim, digit) => damm[Number(interim)]?.[Number(digit)] ?? '0', '0')
