import { HTTPException } from 'hono/http-exception'
import { page } from './answers.tsx'
import type { C } from './context.ts'
import { MalformedBody } from './form.ts'

/** Surprises end here: one line in the log without anybody's data, and a page without a stack. */
export function onError(error: Error, c: C): Response | Promise<Response> {
  if (error instanceof MalformedBody) return page.malformed(c)
  if (error instanceof HTTPException && error.status === 413) return page.tooBig(c)
  if (error instanceof HTTPException && error.status === 403) return page.otherOrigin(c)
  if (error instanceof HTTPException && error.status < 500) return page.malformed(c)
  console.error(`${c.req.method} ${c.req.routePath}: ${whatBroke(error)}`)
  return page.broken(c)
}

/** The kind of error and where it arose; never its message's values, which may be somebody's data. */
const whatBroke = (error: Error): string => {
  const place = error.stack?.split('\n').find((row) => row.trimStart().startsWith('at '))
  return `${error.name} ${place?.trim() ?? ''}`
}
