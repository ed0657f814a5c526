import type { D1Database, ExecutionContext, ScheduledController } from '@cloudflare/workers-types'
import { createApp } from './app.tsx'
import { readConfig } from './config.ts'
import { openD1 } from './db/d1.ts'
import { tick } from './jobs/tick.ts'
import { type Services, wholeSeconds } from './services.ts'

type Bindings = { readonly DB: D1Database } & Record<string, unknown>
type App = ReturnType<typeof createApp>

export default {
  fetch(request: Request, env: Bindings, context: ExecutionContext): Response | Promise<Response> {
    return appOf(env).fetch(request, env, context as never)
  },
  async scheduled(_event: ScheduledController, env: Bindings): Promise<void> {
    await tick(servicesOf(env))
  },
}

// The routes are put together once, not for each request.
const apps = new WeakMap<Bindings, App>()

function appOf(env: Bindings): App {
  const app = apps.get(env) ?? createApp(servicesOf(env))
  apps.set(env, app)
  return app
}

/** A bad configuration answers every request with 500; the reasons stand in the log, not in a stranger's browser. */
function servicesOf(env: Bindings): Services {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.faults.join('; '))
  return { store: openD1(env.DB), config: read.config, now: () => wholeSeconds(Date.now()) }
}
