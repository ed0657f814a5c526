import { byteAt, latinAt, little16, little24, little32 } from './bytes.ts'
import type { PhotoParts } from './photo-parts.ts'

const alphaFlag = 0x10
const movingFlag = 0x02

type Size = { readonly width: number; readonly height: number }

/**
 * A WebP is a RIFF file of chunks: name, length, data, padding byte. Exif, XMP and colour profiles are left out, and so
 * are the flags that announce them.
 */
export function webpParts(bytes: Uint8Array): PhotoParts | null {
  const end = 8 + little32(bytes, 4)
  if (end > bytes.length) return null
  const parts: Uint8Array[] = []
  let canvas: Size | null = null
  let size: Size | null = null
  for (let at = 12; at + 8 <= end; ) {
    const length = little32(bytes, at + 4)
    const dataEnd = at + 8 + length
    // The last chunk may lack its padding byte.
    const next = dataEnd + (length % 2)
    if (dataEnd > end) return null
    const name = latinAt(bytes, at, 4)
    const chunk = bytes.subarray(at, Math.min(next, end))
    if (name === 'VP8X') {
      if (at !== 12 || length !== 10 || byteAt(chunk, 8) & movingFlag) return null
      canvas = { width: little24(chunk, 12) + 1, height: little24(chunk, 15) + 1 }
      parts.push(headOf(chunk))
    } else if (name === 'ALPH' && canvas && !size) parts.push(filled(chunk))
    else if (name === 'VP8 ' || name === 'VP8L') {
      if (size) return null
      size = name === 'VP8 ' ? lossySize(chunk.subarray(8)) : losslessSize(chunk.subarray(8))
      if (!size) return null
      parts.push(filled(chunk))
    }
    at = next
  }
  if (!size || (canvas && (canvas.width !== size.width || canvas.height !== size.height))) return null
  return { type: 'image/webp', ...size, turn: 1, parts: [riffOf(parts), ...parts] }
}

/** The extended header with no flag except transparency; reserved bits are 0. */
const headOf = (chunk: Uint8Array): Uint8Array =>
  Uint8Array.of(...chunk.subarray(0, 8), byteAt(chunk, 8) & alphaFlag, 0, 0, 0, ...chunk.subarray(12, 18))

function filled(chunk: Uint8Array): Uint8Array {
  if (chunk.length % 2 === 0) return chunk
  const even = new Uint8Array(chunk.length + 1)
  even.set(chunk)
  return even
}

function riffOf(parts: readonly Uint8Array[]): Uint8Array {
  const head = new Uint8Array(12)
  head.set([0x52, 0x49, 0x46, 0x46])
  const length = 4 + parts.reduce((sum, part) => sum + part.length, 0)
  head.set([length & 0xff, (length >> 8) & 0xff, (length >> 16) & 0xff, (length >> 24) & 0xff], 4)
  head.set([0x57, 0x45, 0x42, 0x50], 8)
  return head
}

/** A key frame: its start code, then two numbers of 14 bits. */
function lossySize(data: Uint8Array): Size | null {
  const isKeyFrame = (byteAt(data, 0) & 1) === 0 && little24(data, 3) === 0x2a019d
  return isKeyFrame ? { width: little16(data, 6) & 0x3fff, height: little16(data, 8) & 0x3fff } : null
}

function losslessSize(data: Uint8Array): Size | null {
  if (byteAt(data, 0) !== 0x2f) return null
  const bits = little32(data, 1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}
