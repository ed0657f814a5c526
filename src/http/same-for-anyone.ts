import { createMiddleware } from 'hono/factory'
import { lastPosition } from '#db/ledger/ledger-rows.ts'
import type { Store } from '#db/store/store.ts'
import type { C, Env } from './context.ts'
import { isFragment, noReader, readerHeader } from './respond.tsx'

type Answer = { readonly html: Uint8Array<ArrayBuffer>; readonly position: number; readonly at: number }

/**
 * How long words such as "in two days", and changes without an event (an office's telephone), may be out of date. A
 * claim is shown at once.
 */
const cachedFor = 5000
const atMost = 100

const answers = new WeakMap<Store, Map<string, Answer>>()

/**
 * Everyone who is not signed in gets the same page in a language and view, until the next event or for a few seconds.
 * Only for pages whose types have no field for a person: docs/decisions says which, and why.
 */
export const sameForAnyone = createMiddleware<Env>(async (c, next) => {
  if (c.get('actor').kind !== 'anyone' || isFragment(c)) return next()
  const { store, now } = c.get('services')
  const at = now().getTime()
  const cache = cacheOf(store)
  const key = keyOf(c)
  const position = await lastPosition(store.db)
  const known = cache.get(key)
  if (known?.position === position && at >= known.at && at < known.at + cachedFor)
    return c.body(known.html, 200, { 'content-type': 'text/html; charset=UTF-8', [readerHeader]: noReader })

  await next()
  // If an event was written while the page was made, the page may mix both states. It is stored under the earlier
  // position, so it counts as outdated.
  if (c.res.status === 200) keep(cache, key, { html: new Uint8Array(await c.res.clone().arrayBuffer()), position, at })
})

const keyOf = (c: C): string => `${c.get('lang')} ${c.get('view')} ${c.req.url}`

function cacheOf(store: Store): Map<string, Answer> {
  const known = answers.get(store) ?? new Map<string, Answer>()
  answers.set(store, known)
  return known
}

/** Removes the oldest page, because strangers may request any addresses and must not fill the memory. */
function keep(cache: Map<string, Answer>, key: string, answer: Answer): void {
  cache.delete(key)
  cache.set(key, answer)
  const [oldest] = cache.keys()
  if (cache.size > atMost && oldest !== undefined) cache.delete(oldest)
}
