import { createMiddleware } from 'hono/factory'
import type { Env } from '#http/context.ts'
import { page } from '#http/respond.tsx'
import { isActivationLink, isSecretAddress } from './secret-address.ts'

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
  // c.header would make a second response out of a complete one, and Node then sends both bodies slowly.
  const { headers } = c.res
  headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'same-origin')
  headers.set('permissions-policy', 'geolocation=(), camera=(), microphone=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  // Public pages change with every claim and with the reader's language, so browsers always have to ask again.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
  if (c.get('services').config.publicUrl.startsWith('https:'))
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
})

// With OPTIONS another site's page asks whether it may read; routes that do not handle it answer 404.
const changesNothing: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * Requests that change something must come from a page of this site. Browsers say so in Origin or Sec-Fetch-Site;
 * SameSite=Lax is a second protection.
 */
export const sameOrigin = createMiddleware<Env>(async (c, next) => {
  if (changesNothing.includes(c.req.method)) return next()
  // A page that sends no referrer sends its forms without an origin as well. Its address is a secret that no other site
  // knows, and no session is used there.
  if (isSecretAddress(c.req.path) && !isActivationLink(c.req.path)) return next()
  // The same for an activation link, but using it signs a person in: the browser's own word on the site is asked.
  if (isActivationLink(c.req.path) && c.req.header('origin') === 'null') {
    const from = c.req.header('sec-fetch-site') ?? 'same-origin'
    return from === 'same-origin' ? next() : page.otherOrigin(c)
  }
  const own = [c.get('services').config.publicUrl, new URL(c.req.url).origin]
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isForeign =
    origin !== undefined ? !own.includes(origin) : site !== undefined && site !== 'same-origin' && site !== 'none'
  return isForeign ? page.otherOrigin(c) : next()
})
