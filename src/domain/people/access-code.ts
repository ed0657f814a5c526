/** One-time codes are read aloud and copied by hand: no sign that looks like another one (0 O, 1 I L). */
export const accessCodeSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const accessCodeLength = 8
export const accessCodeDays = 7

/** ABCD-2345, as it is shown. */
export const groupedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** A code as typed → as it is compared: blanks, dashes and lower case do not matter. Null where it cannot be one. */
export function readAccessCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_.]/g, '')
  return code.length === accessCodeLength && [...code].every((sign) => accessCodeSigns.includes(sign)) ? code : null
}
