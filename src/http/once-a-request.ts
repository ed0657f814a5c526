import type { C } from './context.ts'

/**
 * Reads once what several parts of one page need. Only while a page is read: after a change in the same request it is read
 * again.
 */
export function onceARequest<Made>(read: (c: C) => Promise<Made>): (c: C) => Promise<Made> {
  const made = new WeakMap<C, Promise<Made>>()
  return (c) => {
    if (c.req.method !== 'GET') return read(c)
    const known = made.get(c) ?? read(c)
    made.set(c, known)
    return known
  }
}
