import type { Turn } from '../photo.ts'
import { big16, big32, latinAt, little16, little32 } from './bytes.ts'

const orientation = 0x0112
const shortNumber = 3

/** The turn that an Exif block names, its one fact that is needed to show the picture upright; null where it names none. */
export function turnIn(block: Uint8Array): Turn | null {
  if (latinAt(block, 0, 6) !== 'Exif\0\0') return null
  const tiff = block.subarray(6)
  const order = latinAt(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return null
  const [two, four] = order === 'II' ? [little16, little32] : [big16, big32]
  const first = four(tiff, 4)
  const count = two(tiff, first)
  for (let n = 0, at = first + 2; n < count && at + 12 <= tiff.length; n++, at += 12) {
    if (two(tiff, at) !== orientation || two(tiff, at + 2) !== shortNumber) continue
    const turn = two(tiff, at + 8)
    return turn >= 1 && turn <= 8 ? (turn as Turn) : null
  }
  return null
}
