/** Reads numbers out of bytes. A position after the end reads as 0, so that a truncated file throws no exception. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0
export const big16 = (bytes: Uint8Array, at: number): number => (byteAt(bytes, at) << 8) | byteAt(bytes, at + 1)
export const big32 = (bytes: Uint8Array, at: number): number => big16(bytes, at) * 0x10000 + big16(bytes, at + 2)
export const little16 = (bytes: Uint8Array, at: number): number => byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8)
export const little24 = (bytes: Uint8Array, at: number): number => little16(bytes, at) | (byteAt(bytes, at + 2) << 16)
export const little32 = (bytes: Uint8Array, at: number): number =>
  little16(bytes, at) + little16(bytes, at + 2) * 0x10000
export const latinAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))
