import { HTTPException } from 'hono/http-exception'
import { MalformedBody } from '#http/form/read-form.ts'
import type { C } from './context.ts'
import { countError } from './error-counts.ts'
import { page } from './respond.tsx'

/** Handles unexpected errors: one line in the log without personal data, and a page without a stack trace. */
export function onError(error: Error, c: C): Response | Promise<Response> {
  if (error instanceof MalformedBody) return page.malformed(c)
  if (error instanceof HTTPException && error.status === 413) return page.tooBig(c)
  if (error instanceof HTTPException && error.status === 403) return page.otherOrigin(c)
  if (error instanceof HTTPException && error.status < 500) return page.malformed(c)
  const what = `${c.req.method} ${c.req.routePath}: ${whatBroke(error)}`
  countError(c.get('services'), what)
  console.error(what)
  return page.broken(c)
}

/**
 * The kind of the error and the first line of this program in its stack; never its message, which may contain personal
 * data. The stack starts with the message, and the message may contain lines that look like stack lines, so only the
 * part after it is searched.
 */
export const whatBroke = (error: Error): string => {
  const stack = error.stack ?? ''
  const said = stack.indexOf(error.message)
  const places = said < 0 ? '' : stack.slice(said + error.message.length)
  const place = places.split('\n').find((row) => /^\s+at .*:\d+:\d+\)?$/.test(row))
  return `${error.name} ${place?.trim() ?? ''}`.trim()
}
