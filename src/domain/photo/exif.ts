import { big16, big32, latinAt, little16, little32 } from './bytes.ts'
import type { Turn } from './photo-parts.ts'

/**
 * Adds the turn as the picture's only Exif entry, so that every viewer shows it upright. Takes a JPEG without Exif, as
 * readPhoto gives it; other formats carry no turn.
 */
export function withTurn(jpeg: Uint8Array, turn: Turn): Uint8Array {
  if (turn === 1) return jpeg
  const whole = new Uint8Array(jpeg.length + turned.length)
  whole.set(jpeg.subarray(0, 2))
  whole.set(turned, 2)
  whole[2 + turnAt] = turn
  whole.set(jpeg.subarray(2), 2 + turned.length)
  return whole
}

const appMarker = [0xff, 0xe1, 0, 34]
const exifSignature = [0x45, 0x78, 0x69, 0x66, 0, 0]
const littleEndianTiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]
const oneEntry = [1, 0]
/** The tag 0x0112, the type of a short number, one value, the value itself. */
const orientationEntry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0]
const noNextDirectory = [0, 0, 0, 0]
const turned = Uint8Array.from(
  [appMarker, exifSignature, littleEndianTiff, oneEntry, orientationEntry, noNextDirectory].flat(),
)
const turnAt = 28

const orientation = 0x0112
const shortNumber = 3

/** The orientation in an Exif block, the only entry needed to show the picture upright; null where there is none. */
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
