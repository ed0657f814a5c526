/** These codes are read aloud and copied by hand, so characters that look alike (0 O, 1 I L) are left out. */
export const accessCodeSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const accessCodeLength = 8
export const accessCodeDays = 7

/** ABCD-2345, as it is shown. */
export const groupedCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/**
 * Normalises a typed code for comparison: blanks, dashes and lower case do not matter. Null where it cannot be a code.
 */
export function readAccessCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_.]/g, '')
  return code.length === accessCodeLength && [...code].every((sign) => accessCodeSigns.includes(sign)) ? code : null
}
