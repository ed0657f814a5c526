import { createMiddleware } from 'hono/factory'
import type { Env } from './context.ts'
import { page } from './respond.tsx'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  await next()
  // Not c.header: behind an answer that is complete it makes another one, and Node then sends both their bodies slowly.
  const { headers } = c.res
  headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin')
  headers.set('permissions-policy', 'geolocation=(), camera=(), microphone=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  // What anyone may see changes with every claim, and with the reader's language: always ask again.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
  if (c.get('services').config.publicUrl.startsWith('https:'))
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
})

// OPTIONS is how another site's page asks whether it may read; routes that do not answer it are not found.
const changesNothing: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Whatever changes something must come from a page of this site. Browsers say so in Origin or Sec-Fetch-Site; SameSite=Lax stands behind. */
export const sameOrigin = createMiddleware<Env>(async (c, next) => {
  if (changesNothing.includes(c.req.method)) return next()
  // A page that sends no referrer sends its forms without an origin as well. Their address is a secret that no other site
  // knows, and no session counts there.
  if (c.req.path.startsWith('/r/')) return next()
  const own = [c.get('services').config.publicUrl, new URL(c.req.url).origin]
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isForeign =
    origin !== undefined ? !own.includes(origin) : site !== undefined && site !== 'same-origin' && site !== 'none'
  return isForeign ? page.otherOrigin(c) : next()
})
