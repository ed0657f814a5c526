import type { Context } from 'hono'
import type { Session } from '#auth/sessions.ts'
import type { PageView } from '#domain/page-view.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import type { Lang, Text } from '#text/text.ts'

/** What the middleware puts beside every request. */
export type Env = {
  Variables: {
    services: Services
    actor: Actor
    session: Session | null
    lang: Lang
    text: Text
    view: PageView
    /** Unread notifications of the person signed in. */
    unread: number
    /** Asks the program itself for one of its pages, as the browser would with that cookie. */
    page: (path: string, cookie: string) => Promise<Response>
  }
}
export type C = Context<Env>
