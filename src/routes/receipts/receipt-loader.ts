import { createMiddleware } from 'hono/factory'
import { type ClosedAddress, openFamilyLink, openReceipt } from '#actions/receipts/open-receipt.ts'
import type { C, With } from '#http/context.ts'
import { page } from '#http/respond.tsx'
import { clientAddress } from '#http/security/client-address.ts'
import { secretHeaders } from '#http/security/secret-address.ts'

/** The wish of the token at `:token`; 404 for any other token, and 429 after too many of them. */
export const theReceipt = createMiddleware<With<'wish'>>(async (c, next) => {
  const opened = await openReceipt(c.get('services'), secretToken(c), clientAddress(c))
  if (!opened.ok) return refused(c, opened)
  c.set('wish', opened.wish)
  return next()
})

/** The relative's link of the token at `:token`, in the same way. */
export const theFamilyLink = createMiddleware<With<'familyLink'>>(async (c, next) => {
  const opened = await openFamilyLink(c.get('services'), secretToken(c), clientAddress(c))
  if (!opened.ok) return refused(c, opened)
  c.set('familyLink', opened.link)
  return next()
})

function secretToken(c: C): string {
  for (const [name, value] of Object.entries(secretHeaders)) c.header(name, value)
  return c.req.param('token') ?? ''
}

function refused(c: C, closed: ClosedAddress): Promise<Response> {
  if (closed.why === 'unknown') return page.notFound(c)
  const seconds = Math.max(1, Math.ceil((closed.until.getTime() - c.get('services').now().getTime()) / 1000))
  c.header('retry-after', String(seconds))
  return page.tooMany(c, Math.ceil(seconds / 60))
}
