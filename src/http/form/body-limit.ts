import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { Env } from '#http/context.ts'
import { page } from '#http/respond.tsx'

/**
 * Larger bodies get 413. If there is a content-length header, only that header is checked, because the server reads no
 * more than it states. Counting the bytes would make Node build a complete web request first.
 */
export function noMoreThan(bytes: number) {
  const counted = bodyLimit({ maxSize: bytes, onError: (c: Context<Env>) => page.tooBig(c) })
  return createMiddleware<Env>((c, next) => {
    const length = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    return length !== undefined && Number(length) <= bytes ? next() : counted(c, next)
  })
}
