import { HTTPException } from 'hono/http-exception'
import type { C } from './context.ts'
import { MalformedBody } from './read-form.ts'
import { page } from './respond.tsx'

/** Surprises end here: one line in the log without anybody's data, and a page without a stack. */
export function onError(error: Error, c: C): Response | Promise<Response> {
  if (error instanceof MalformedBody) return page.malformed(c)
  if (error instanceof HTTPException && error.status === 413) return page.tooBig(c)
  if (error instanceof HTTPException && error.status === 403) return page.otherOrigin(c)
  if (error instanceof HTTPException && error.status < 500) return page.malformed(c)
  console.error(`${c.req.method} ${c.req.routePath}: ${whatBroke(error)}`)
  return page.broken(c)
}

/**
 * The kind of error and the first line of this program in its stack; never its message, which may be somebody's data. A
 * message may have lines that begin like places, and the stack begins with the message: so only what stands behind it counts.
 */
export const whatBroke = (error: Error): string => {
  const stack = error.stack ?? ''
  const said = stack.indexOf(error.message)
  const places = said < 0 ? '' : stack.slice(said + error.message.length)
  const place = places.split('\n').find((row) => /^\s+at .*:\d+:\d+\)?$/.test(row))
  return `${error.name} ${place?.trim() ?? ''}`.trim()
}
