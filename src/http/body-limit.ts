import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { Env } from './context.ts'
import { page } from './respond.tsx'

/**
 * Larger bodies are 413. One that says its length is measured by that alone, as the server lets no more of it in: on Node,
 * whoever touches the body makes a whole web request of it first.
 */
export function noMoreThan(bytes: number) {
  const counted = bodyLimit({ maxSize: bytes, onError: (c) => page.tooBig(c) })
  return createMiddleware<Env>((c, next) => {
    const told = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    return told !== undefined && Number(told) <= bytes ? next() : counted(c, next)
  })
}
