import { encode } from 'uqr'

/** A QR code as one path: the dark runs of each row, in modules. `size` is the side including the quiet zone. */
export type QrPath = { readonly size: number; readonly path: string }

/** Light modules around the code, as the standard requires. */
const quietZone = 4

/**
 * Draws an address of this site. Level M survives a stain or a fold of a sheet. Choosing the best mask for each code
 * would take seven times as long, and no reader needs it.
 */
export function qrPathOf(address: string): QrPath {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone, maskPattern: 0 })
  return { size, path: data.map(runsOf).join('') }
}

const runsOf = (row: readonly boolean[], y: number): string =>
  row
    .map((isDark, x) => {
      if (!isDark || row[x - 1]) return ''
      const end = row.indexOf(false, x)
      const length = (end === -1 ? row.length : end) - x
      return `M${x} ${y}h${length}v1h-${length}z`
    })
    .join('')
