// Bytes as text and back, with what both runtimes and a browser have.

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let size = 0
  for (const { length } of parts) size += length
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const scratch = new Uint8Array(1024)

/**
 * Bytes and a text after them, for a caller that is done with them before it asks again: short ones share one buffer,
 * because an event is sealed with dozens of them.
 */
export function joined(bytes: Uint8Array, text: string): Uint8Array {
  // A character has three bytes at most.
  if (bytes.length + 3 * text.length > scratch.length) return concat([bytes, utf8(text)])
  scratch.set(bytes)
  const { written } = encoder.encodeInto(text, scratch.subarray(bytes.length))
  return scratch.subarray(0, bytes.length + written)
}

export const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** Null for text that is not standard base64 in its only spelling. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  return toBase64(bytes) === text ? bytes : null
}
