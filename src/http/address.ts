import type { C } from './context.ts'

type NodeBindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined

/**
 * Where a request comes from, to count tries by. On Node the socket says it; a proxy's header is believed only where the
 * site is behind TLS and the socket is this machine's own. On Workers there is no socket and the platform sets its header.
 */
export function clientAddress(c: C): string {
  const socket = (c.env as NodeBindings)?.incoming?.socket?.remoteAddress
  if (socket === undefined) return c.req.header('cf-connecting-ip') ?? ''
  const isBehindProxy = c.get('services').config.publicUrl.startsWith('https:') && isLoopback(socket)
  // The last entry is the one that our own proxy wrote; whatever stands before it was sent along.
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return (isBehindProxy && told) || socket
}

const isLoopback = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address)
