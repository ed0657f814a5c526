import { createMiddleware } from 'hono/factory'
import { holds } from '#domain/people/actor.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { C, Env } from './context.ts'
import { showLogin } from './login-again.tsx'
import { isFragment, page } from './respond.tsx'
import { sealed, unsentFrom } from './unsent-form.ts'

type Guard = ReturnType<typeof createMiddleware<Env>>

/** Every guard there is; a test fails where a route has none of them beside its path. */
export const guards = new WeakSet<object>()

const guard = (handler: Guard): Guard => {
  guards.add(handler)
  return handler
}

/** For anyone, said aloud so that it is a decision and not an omission. */
export const anyoneMay = guard(createMiddleware<Env>(async (_c, next) => next()))

/** Signed out leads to log-in and back to where one was. */
export const signedIn = guard(
  createMiddleware<Env>(async (c, next) => {
    return c.get('actor').kind === 'person' ? next() : toLogin(c)
  }),
)

/** One of the roles somewhere; which places they see is for the queries. Others read 404: the page is not theirs. */
export const holder = (...names: readonly RoleName[]): Guard =>
  guard(
    createMiddleware<Env>(async (c, next) => {
      const actor = c.get('actor')
      if (actor.kind !== 'person') return toLogin(c)
      if (names.some((name) => holds(actor, name))) return next()
      return page.notFound(c)
    }),
  )

/**
 * What was typed comes back after the log-in (unsent.ts); a link leads back to where it pointed. A redirect would be followed
 * and swapped into the card; htmx takes the whole window there when a header says so.
 */
async function toLogin(c: C): Promise<Response> {
  const isPosted = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  // What is looked up while somebody types must not take their form away; the form itself will say so when it is sent.
  const isLookUp = isFragment(c) && !/^form\b/.test(c.req.header('hx-source') ?? 'form')
  if (isPosted && isLookUp) {
    c.header('hx-reswap', 'none')
    return c.body(null, 401)
  }
  const unsent = isPosted ? await unsentFrom(c) : null
  if (unsent) return showLogin(c, { phone: '', to: placeOf(c), unsent: await sealed(c, unsent) }, { status: 401 })
  const login = `/login?to=${encodeURIComponent(placeOf(c))}`
  if (!isFragment(c)) return c.redirect(login, 303)
  c.header('hx-redirect', login)
  return c.body(null, 401)
}

/** Where to return after log-in. A form that was posted leads back to the card it stood on, not to the POST address. */
function placeOf(c: C): string {
  const { path, method } = c.req
  if (method !== 'GET') return /^\/wishes\/[\d-]+/.exec(path)?.[0] ?? '/'
  const query = new URL(c.req.url).search
  return path + query
}
