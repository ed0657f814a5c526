import { HTTPException } from 'hono/http-exception'
import { storageFaultOf } from '#db/store/fault-of.ts'
import type { StorageFault } from '#domain/storage-fault.ts'
import { giveBack } from '#http/form/give-back.tsx'
import { MalformedBody } from '#http/form/read-form.ts'
import { isBy, unsentFrom } from '#http/form/unsent-form.ts'
import type { C } from './context.ts'
import { countError } from './error-counts.ts'
import { isFragment, page } from './respond.tsx'

/** Handles unexpected errors: one line in the log without personal data, and a page without a stack trace. */
export function onError(error: Error, c: C): Response | Promise<Response> {
  if (error instanceof MalformedBody) return page.malformed(c)
  if (error instanceof HTTPException && error.status === 413) return page.tooBig(c)
  if (error instanceof HTTPException && error.status === 403) return page.otherOrigin(c)
  if (error instanceof HTTPException && error.status < 500) return page.malformed(c)
  const fault = storageFaultOf(error)
  if (fault) return storageFault(c, error, fault)
  const what = `${c.req.method} ${c.req.routePath}: ${whatBroke(error)}`
  countError(c.get('services'), what)
  console.error(what)
  return page.broken(c)
}

/** In seconds; the clock notices within a minute that a fault is over. */
const tryAgainAfter = 60

/**
 * Nothing was saved, because of the disk or a lock: says so and what ends it, and gives the form back as it was typed. The
 * watch writes one line into the log when such a fault begins and one when it ends, however many requests meet it.
 */
async function storageFault(c: C, error: Error, fault: StorageFault): Promise<Response> {
  const services = c.get('services')
  services.storage?.met(error)
  if (!services.storage) console.error(`storage: ${fault}`)
  countError(services, `${c.req.method} ${c.req.routePath}: storage ${fault}`)
  c.header('retry-after', String(tryAgainAfter))
  const why = c.get('text').errors.storage[fault]
  // A form that htmx has sent stays on the page; busy.js writes the sentence above its button.
  const said = [why.title, why.body].join(c.get('lang') === 'zh' ? '' : ' ')
  if (isFragment(c)) c.header('x-not-saved', encodeURIComponent(said))
  const actor = c.get('actor')
  if (actor.kind !== 'person' || c.req.method !== 'POST' || isFragment(c)) return page.storage(c, fault)
  const unsent = await unsentFrom(c)
  return unsent && isBy(c, unsent, actor.id) ? giveBack(c, unsent, '', why) : page.storage(c, fault)
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
