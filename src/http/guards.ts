import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { holds, type Person } from '#domain/people/actor.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import { showLogin } from '#http/form/login-again.tsx'
import { sealed, unsentFrom } from '#http/form/unsent-form.ts'
import type { C, Env, With } from './context.ts'
import { isFragment, page } from './respond.tsx'

/** Every guard; a test fails if a route has none of them next to its path. */
export const guards = new WeakSet<object>()

function guard<E extends Env>(handler: MiddlewareHandler<E>): MiddlewareHandler<E> {
  guards.add(handler)
  return handler
}

/** For everyone. Written down for each such path, so that it is a decision and not an omission. */
export const anyoneMay = guard(createMiddleware<Env>(async (_c, next) => next()))

/** People who are not signed in are sent to the log-in page and return afterwards. Loads the person. */
export const signedIn = guard(
  createMiddleware<With<'person'>>(async (c, next) => {
    const actor = c.get('actor')
    if (actor.kind !== 'person') return toLogin(c)
    c.set('person', actor)
    return next()
  }),
)

/**
 * For people with one of these roles in any area; the queries limit which areas. Others get 404, because the page is
 * not theirs. Loads the person.
 */
export const holder = (...names: readonly RoleName[]) =>
  guard(
    createMiddleware<With<'person'>>(async (c, next) => {
      const person = await admit(c, names)
      if (person instanceof Response) return person
      c.set('person', person)
      return next()
    }),
  )

/** Everyone who works in a community. */
export const staff = holder('gridWorker', 'secretary')
export const secretary = holder('secretary')
/** Those who look after people; `theirPerson` loads whom. */
export const peopleManager = holder('secretary', 'administrator')

/** As `staff`; also loads the place that `?c=` names, or the person's first one. 404 if that place is not theirs. */
export const staffHere = here(['gridWorker', 'secretary'], () => true)
/** As `staffHere`, for the secretary of that place. A grid worker who is secretary elsewhere gets 404 as well. */
export const secretaryHere = here(['secretary'], ({ isSecretary }) => isSecretary)

function here(names: readonly RoleName[], isTheirs: (place: WorkPlace) => boolean) {
  return guard(
    createMiddleware<With<'person' | 'place'>>(async (c, next) => {
      const person = await admit(c, names)
      if (person instanceof Response) return person
      const place = await staffPlace(c)
      if (!place || !isTheirs(place)) return page.notFound(c)
      c.set('person', person)
      c.set('place', place)
      return next()
    }),
  )
}

/** The signed-in person if they have one of the roles; otherwise the response for them. */
async function admit(c: C, names: readonly RoleName[]): Promise<Person | Response> {
  const actor = c.get('actor')
  if (actor.kind !== 'person') return toLogin(c)
  return names.some((name) => holds(actor, name)) ? actor : page.notFound(c)
}

/**
 * What was typed comes back after the sign-in (unsent-form.ts); a link leads to its target again. htmx would follow a
 * redirect and swap the log-in page into the card, so a header tells it to load the page as a whole.
 */
async function toLogin(c: C): Promise<Response> {
  const isPosted = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  // A look-up while a person is still typing must not remove their form. They are asked to sign in when they send the
  // form itself.
  const isLookUp = isFragment(c) && !/^form\b/.test(c.req.header('hx-source') ?? 'form')
  if (isPosted && isLookUp) {
    c.header('hx-reswap', 'none')
    return c.body(null, 401)
  }
  const unsent = isPosted ? await unsentFrom(c) : null
  if (unsent) return showLogin(c, { phone: '', to: returnTo(c), unsent: await sealed(c, unsent) }, { status: 401 })
  const login = `/login?to=${encodeURIComponent(returnTo(c))}`
  if (!isFragment(c)) return c.redirect(login, 303)
  c.header('hx-redirect', login)
  return c.body(null, 401)
}

/** Where to return after the sign-in. For a posted form that is its wish's page, not the address of the POST. */
function returnTo(c: C): string {
  const { path, method } = c.req
  if (method !== 'GET') return /^\/wishes\/[\d-]+/.exec(path)?.[0] ?? '/'
  const query = new URL(c.req.url).search
  return path + query
}
