import { Hono } from 'hono'
import { noMoreThan } from '#http/form/body-limit.ts'
import { onError } from '#http/on-error.ts'
import { page } from '#http/respond.tsx'
import { sameOrigin, securityHeaders } from '#http/security/security.ts'
import { areas, demoOnly } from '#routes/index.ts'
import type { Env } from './http/context.ts'
import { request } from './http/request.ts'
import type { Services } from './services.ts'

/** The largest request is the upload of a list: 5 MB, and the rest of its form. */
const maxBody = 5.2 * 1024 * 1024

/** The program. Each runtime and each test passes its own `services`. */
export function createApp(services: Services) {
  const app = new Hono<Env>()
  app.use(securityHeaders)
  app.use(request(services))
  app.use((c, next) => {
    c.set('page', async (path, cookie) =>
      app.fetch(new Request(new URL(path, c.req.url), { headers: { cookie } }), c.env),
    )
    return next()
  })
  app.use(sameOrigin)
  // The router takes a route's own pattern for an address and leaves its parameters empty; no address of the site has
  // a part that begins with a colon.
  app.use((c, next) => (c.req.path.includes('/:') ? page.notFound(c) : next()))
  app.post('*', noMoreThan(maxBody))

  for (const router of Object.values(areas).flat()) app.route('/', router)
  if (services.rehearsal) for (const router of demoOnly) app.route('/', router)

  app.notFound((c) => page.notFound(c))
  app.onError(onError)
  return app
}
