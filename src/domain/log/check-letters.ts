// The check letters printed on a sheet: the first 60 bits of the log's root as twelve letters and digits, next to the
// number of records. I, L, O and U are left out, because on paper they are read as 1, 0 and V.
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const count = 12

/** 'ABCD-EFGH-JKMN'. */
export function checkLetters(root: Uint8Array): string {
  const bits = Array.from(root.subarray(0, 8), (byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = Array.from({ length: count }, (_, at) => signs[Number.parseInt(bits.slice(5 * at, 5 * at + 5), 2)])
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/** Reads check letters as typed, in the spelling of `checkLetters`; null if they cannot be twelve of them. */
export function readCheckLetters(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}·.]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')
  if (plain.length !== count || ![...plain].every((sign) => signs.includes(sign))) return null
  return [0, 4, 8].map((from) => plain.slice(from, from + 4)).join('-')
}
