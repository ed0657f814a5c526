import { createMiddleware } from 'hono/factory'
import { openReceipt } from '#actions/receipts/open-receipt.ts'
import { clientAddress } from '#http/client-address.ts'
import type { With } from '#http/context.ts'
import { page } from '#http/respond.tsx'

/** The page of a slip is only for people who have the slip: no cache, search engine or other page gets its address. */
const secretive = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
} as const

/** The wish of the token at `:token`; 404 for any other token, and 429 after too many of them. */
export const theReceipt = createMiddleware<With<'wish'>>(async (c, next) => {
  for (const [name, value] of Object.entries(secretive)) c.header(name, value)
  const services = c.get('services')
  const opened = await openReceipt(services, c.req.param('token') ?? '', clientAddress(c))
  if (!opened.ok && opened.why === 'unknown') return page.notFound(c)
  if (!opened.ok) {
    const seconds = Math.max(1, Math.ceil((opened.until.getTime() - services.now().getTime()) / 1000))
    c.header('retry-after', String(seconds))
    return page.tooMany(c, Math.ceil(seconds / 60))
  }
  c.set('wish', opened.wish)
  return next()
})
