import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { sessionsOf } from '#auth/sessions.ts'
import { unreadCount } from '#db/people/notification-rows.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { isPageView } from '#domain/page-view.ts'
import { anyone } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { isLang, textOf } from '#text/text.ts'
import type { Env } from './context.ts'

/** Adds the services, the reader's language and view, and the person signed in to the request. */
export function request(services: Services) {
  const sessions = sessionsOf(services)
  return createMiddleware<Env>(async (c, next) => {
    const chosen = getCookie(c, 'lang')
    const lang = isLang(chosen) ? chosen : 'zh'
    c.set('services', services)
    c.set('lang', lang)
    c.set('text', textOf(lang))
    const view = getCookie(c, 'view')
    c.set('view', isPageView(view) ? view : 'normal')
    c.set('actor', anyone)
    c.set('session', null)
    c.set('unread', 0)

    const session = await sessions.read(c.req.header('cookie') ?? '')
    const person = session && (await loadPerson(services.store.db, session.personId, services.now()))
    if (session && person) {
      c.set('actor', person)
      c.set('session', session)
      if (c.req.method === 'GET') c.set('unread', await unreadCount(services.store.db, person.id))
      // No response to a signed-in person, not even an error, may be cached.
      c.header('cache-control', 'private, no-store')
      if (session.isFresh) c.header('set-cookie', sessions.cookieOf(session), { append: true })
    }
    await next()
  })
}
