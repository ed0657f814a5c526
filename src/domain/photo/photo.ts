import { jpegParts } from './jpeg.ts'
import type { PhotoParts } from './photo-parts.ts'
import { pngParts } from './png.ts'
import { webpParts } from './webp.ts'

const photoFaults = ['not-a-photo', 'too-heavy', 'too-wide', 'broken'] as const
export type PhotoFault = (typeof photoFaults)[number]

type PhotoRead =
  | ({ readonly ok: true; readonly bytes: Uint8Array } & Omit<PhotoParts, 'parts'>)
  | { readonly ok: false; readonly fault: PhotoFault }

/** In bytes. A phone's own picture is larger; public/shrink-photo.js reduces it to about 200 kB. */
export const heaviestPhoto = 3 * 1024 * 1024
/** In pixels. A file of a few kilobytes can declare an area that no phone has the memory to show. */
const longestSide = 10_000
const largestArea = 50_000_000

/**
 * Recognises JPEG, PNG or WebP by the first bytes, never by the name, and gives the picture back without metadata.
 * Nothing is decoded: only the sequence of parts is followed, so that a malicious picture reaches no decoder here.
 * Never throws.
 */
export function readPhoto(bytes: Uint8Array): PhotoRead {
  const read = readerOf(bytes)
  if (!read) return { ok: false, fault: 'not-a-photo' }
  if (bytes.length > heaviestPhoto) return { ok: false, fault: 'too-heavy' }
  const found = read(bytes)
  if (!found || found.width === 0 || found.height === 0) return { ok: false, fault: 'broken' }
  const { parts, ...photo } = found
  const { width, height } = photo
  if (Math.max(width, height) > longestSide || width * height > largestArea) return { ok: false, fault: 'too-wide' }
  return { ok: true, ...photo, bytes: joined(parts) }
}

function readerOf(bytes: Uint8Array): ((bytes: Uint8Array) => PhotoParts | null) | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpegParts
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return pngParts
  return startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])
    ? webpParts
    : null
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, n) => bytes[n] === byte)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
