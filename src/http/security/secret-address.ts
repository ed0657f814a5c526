import { createMiddleware } from 'hono/factory'
import type { Env } from '#http/context.ts'

/**
 * Pages behind a slip, a relative's link or an activation link: the address itself is the secret, so no link, field or referrer
 * of another page may contain it.
 */
export const isSecretAddress = (path: string): boolean =>
  path.startsWith('/r/') || path.startsWith('/f/') || isActivationLink(path)

export const isActivationLink = (path: string): boolean => path.startsWith('/a/')

/** The headers of such a page: no cache, search engine or other page gets its address. */
export const secretHeaders = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
} as const

export const secretive = createMiddleware<Env>(async (c, next) => {
  for (const [name, value] of Object.entries(secretHeaders)) c.header(name, value)
  return next()
})
