import { readPhoto } from '#domain/photo/photo.ts'
import type { Photos } from '#src/services.ts'

/** Photos in memory, for a test that looks at what was kept. */
export function photosInMemory(): Photos & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    put: async (key, bytes) => {
      kept.set(key, bytes)
    },
    get: async (key) => kept.get(key) ?? null,
    remove: async (key) => {
      kept.delete(key)
    },
  }
}

/** What would be kept of a file that someone sends; null for what is no picture that can be shown. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | null {
  const read = readPhoto(bytes)
  return read.ok ? read.bytes : null
}

type Size = { readonly width?: number; readonly height?: number; readonly behind?: Uint8Array }
const nothing = new Uint8Array()
const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
const big16 = (n: number) => [(n >> 8) & 255, n & 255]
const big32 = (n: number) => [...big16(n >>> 16), ...big16(n & 0xffff)]
const little32 = (n: number) => big32(n).reverse()
const little24 = (n: number) => little32(n).slice(0, 3)

/** A JPEG in form only: head, the given segments, tables, a frame of that size, and a scan with a stuffed byte. */
export function jpegOf({
  width = 4,
  height = 3,
  segments = [],
  behind = nothing,
}: Size & { readonly segments?: readonly (readonly [number, Uint8Array])[] }): Uint8Array {
  const segment = (marker: number, data: ArrayLike<number>) => [
    ...[0xff, marker, ...big16(data.length + 2)],
    ...Array.from(data),
  ]
  const whole = Uint8Array.of(
    ...[0xff, 0xd8],
    ...segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 72, 0, 72, 0, 0]),
    ...segments.flatMap(([marker, data]) => segment(marker, data)),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, ...big16(height), ...big16(width), 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ...[0xff, 0xd9],
  )
  const bytes = new Uint8Array(whole.length + behind.length)
  bytes.set(whole)
  bytes.set(behind, whole.length)
  return bytes
}

/** An Exif block that names a turn, with a note behind it where the camera would write the place. */
export const exifOf = ({ turn = 1, note = '' }: { readonly turn?: number; readonly note?: string }): Uint8Array =>
  Uint8Array.of(
    ...latin('Exif\0\0II*\0'),
    ...little32(8),
    ...[1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turn & 255, turn >> 8, 0, 0],
    ...little32(0),
    ...new TextEncoder().encode(note),
  )

/** A PNG in form only; no one here looks at its checksums. */
export function pngOf({
  width = 4,
  height = 3,
  chunks = [],
  behind = nothing,
}: Size & { readonly chunks?: readonly (readonly [string, Uint8Array])[] }): Uint8Array {
  const chunk = (name: string, data: ArrayLike<number>) => [
    ...big32(data.length),
    ...latin(name),
    ...Array.from(data),
    ...[0, 0, 0, 0],
  ]
  return Uint8Array.of(
    ...[0x89, ...latin('PNG\r\n\x1a\n')],
    ...chunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]),
    ...chunks.flatMap(([name, data]) => chunk(name, data)),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
    ...behind,
  )
}

/** A lossless WebP in form only; with `flags` it has the extended head and a chunk of transparency. */
export function webpOf({
  width = 4,
  height = 3,
  flags,
  chunks = [],
  behind = nothing,
}: Size & { readonly flags?: number; readonly chunks?: readonly (readonly [string, Uint8Array])[] }): Uint8Array {
  const chunk = (name: string, data: ArrayLike<number>) => [
    ...latin(name),
    ...little32(data.length),
    ...Array.from(data),
    ...(data.length % 2 ? [0] : []),
  ]
  const size = ((width - 1) & 0x3fff) | (((height - 1) & 0x3fff) << 14)
  const extended =
    flags === undefined
      ? []
      : [
          ...chunk('VP8X', [flags, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)]),
          ...chunk('ALPH', [0, 1, 2]),
        ]
  const body = [
    ...latin('WEBP'),
    ...extended,
    ...chunks.flatMap(([name, data]) => chunk(name, data)),
    ...chunk('VP8L', [0x2f, ...little32(size), 9, 9]),
  ]
  return Uint8Array.of(...latin('RIFF'), ...little32(body.length), ...body, ...behind)
}
