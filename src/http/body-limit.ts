import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { Env } from './context.ts'
import { page } from './respond.tsx'

/**
 * Larger bodies get 413. A body with a content-length is measured by that header alone, because the server reads no more
 * than it says: on Node, counting the body would first make a whole web request of it.
 */
export function noMoreThan(bytes: number) {
  const counted = bodyLimit({ maxSize: bytes, onError: (c: Context<Env>) => page.tooBig(c) })
  return createMiddleware<Env>((c, next) => {
    const told = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    return told !== undefined && Number(told) <= bytes ? next() : counted(c, next)
  })
}
