import { big32, latinAt } from './bytes.ts'
import type { PhotoParts } from './photo-parts.ts'

const kept = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB']

/**
 * A PNG is a sequence of chunks: length, name, data, checksum. Only those needed for the picture are copied; of an
 * animation only the first frame.
 */
export function pngParts(bytes: Uint8Array): PhotoParts | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  let hasPixels = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + big32(bytes, at)
    const name = latinAt(bytes, at + 4, 4)
    if (next > bytes.length || (at === 8) !== (name === 'IHDR')) return null
    if (at === 8 && next !== 33) return null
    if (kept.includes(name)) parts.push(bytes.subarray(at, next))
    if (name === 'IDAT') hasPixels = true
    if (name === 'IEND') {
      if (!hasPixels || next !== at + 12) return null
      return { type: 'image/png', width: big32(bytes, 16), height: big32(bytes, 20), turn: 1, parts }
    }
    at = next
  }
  return null
}
