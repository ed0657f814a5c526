import { big16, byteAt, latinAt } from './bytes.ts'
import { turnIn } from './exif.ts'
import type { PhotoParts, Turn } from './photo-parts.ts'

const endOfImage = 0xd9
const startOfScan = 0xda
/** Tables and the restart interval, without which the picture cannot be decoded. */
const tables = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd]

/**
 * A JPEG is a sequence of segments: FF, a marker, a length. Tables, the frame, scans, the JFIF header without its
 * thumbnail, and Adobe's colour note are copied. Every other APPn, comments and anything after the end are left out.
 */
export function jpegParts(bytes: Uint8Array): PhotoParts | null {
  const parts: Uint8Array[] = [Uint8Array.of(0xff, 0xd8)]
  let size: { width: number; height: number } | null = null
  let hasScan = false
  let turn: Turn = 1
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null
    // Any number of FF may fill the space before a marker.
    while (bytes[at + 1] === 0xff) at++
    const marker = byteAt(bytes, at + 1)
    if (marker === endOfImage) {
      if (!size || !hasScan) return null
      return { type: 'image/jpeg', ...size, turn, parts: [...parts, Uint8Array.of(0xff, endOfImage)] }
    }
    const length = big16(bytes, at + 2)
    const next = at + 2 + length
    if (length < 2 || next > bytes.length) return null
    const segment = bytes.subarray(at, next)
    if (isFrame(marker)) {
      // A second frame could have another size than the one that is checked.
      if (size) return null
      size = { height: big16(segment, 5), width: big16(segment, 7) }
    }
    if (marker === 0xe1) turn = turnIn(segment.subarray(4)) ?? turn
    const kept = neededOf(marker, segment)
    if (kept) parts.push(kept)
    at = next
    if (marker === startOfScan) {
      hasScan = true
      const end = endOfScan(bytes, at)
      parts.push(bytes.subarray(at, end))
      at = end
    }
  }
  return null
}

function neededOf(marker: number, segment: Uint8Array): Uint8Array | null {
  if (marker === startOfScan || isFrame(marker) || tables.includes(marker)) return segment
  if (marker === 0xee && latinAt(segment, 4, 5) === 'Adobe' && segment.length >= 16)
    return Uint8Array.of(0xff, 0xee, 0, 14, ...segment.subarray(4, 16))
  if (marker === 0xe0 && latinAt(segment, 4, 5) === 'JFIF\0' && segment.length >= 18)
    return Uint8Array.of(0xff, 0xe0, 0, 16, ...segment.subarray(4, 16), 0, 0)
  return null
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Where the coded pixels end: at an FF that is neither stuffed (FF00) nor a restart marker (FFD0 to FFD7). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = byteAt(bytes, at + 1)
    if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7)) return at
  }
  return bytes.length
}
