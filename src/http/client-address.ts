import type { C } from './context.ts'

type NodeBindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined

/**
 * Where a request comes from, to count tries by. On Node the socket says it; a proxy's header is believed only where the
 * site is behind TLS and the socket is this machine's own. On Workers there is no socket and the platform sets its header.
 */
export function clientAddress(c: C): string {
  const socket = (c.env as NodeBindings)?.incoming?.socket?.remoteAddress
  if (socket === undefined) return netOf(c.req.header('cf-connecting-ip') ?? '')
  const isBehindProxy = c.get('services').config.publicUrl.startsWith('https:') && isLoopback(socket)
  // The last entry is the one that our own proxy wrote; whatever stands before it was sent along.
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return netOf((isBehindProxy && told) || socket)
}

/**
 * An IPv6 address by its network of 64 bits: that is what one household or one rented machine is given, and whoever has it
 * could take a new address for every try. IPv4, also when written as IPv6, stays as it is.
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
