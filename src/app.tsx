import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { page } from './http/answers.tsx'
import type { Env } from './http/context.ts'
import { onError } from './http/errors.ts'
import { request } from './http/request.ts'
import { sameOrigin, securityHeaders } from './http/security.ts'
import { boards } from './routes/boards.tsx'
import { health } from './routes/health.ts'
import type { Services } from './services.ts'

/** Imports are the largest thing anybody sends: 5 MB and what a form adds. */
const maxBody = 5.2 * 1024 * 1024

export function createApp(services: Services) {
  const app = new Hono<Env>()
  app.use(securityHeaders)
  app.use(request(services))
  app.use(sameOrigin)
  app.use(bodyLimit({ maxSize: maxBody, onError: (c) => page.tooBig(c) }))

  app.route('/', health)
  app.route('/', boards)

  app.notFound((c) => page.notFound(c))
  app.onError(onError)
  return app
}
