import type { C } from '#http/context.ts'

type NodeBindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined

/**
 * The address a request comes from, for counting tries. On Node it is the socket's. A proxy's header is only trusted if
 * the site is behind TLS and the socket belongs to this machine. On Workers there is no socket, and the platform sets
 * its own header.
 */
export function clientAddress(c: C): string {
  const socket = (c.env as NodeBindings)?.incoming?.socket?.remoteAddress
  if (socket === undefined) return netOf(c.req.header('cf-connecting-ip') ?? '')
  const isBehindProxy = c.get('services').config.publicUrl.startsWith('https:') && isLoopback(socket)
  // Our own proxy wrote the last entry; the client may have made up the others.
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return netOf((isBehindProxy && forwarded) || socket)
}

/**
 * Shortens an IPv6 address to its network of 64 bits. One household or one rented machine gets such a network, and
 * could otherwise use a new address for every try. IPv4, also when written as IPv6, stays as it is.
 */
function netOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const gap = tail === undefined ? 0 : Math.max(0, 8 - (left?.length ?? 0) - (right?.length ?? 0))
  const groups = [...(left ?? []), ...Array.from({ length: gap }, () => '0'), ...(right ?? [])]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::`
}

const isLoopback = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address)
