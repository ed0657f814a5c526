import type { D1Database, ExecutionContext, ScheduledController } from '@cloudflare/workers-types'
import { createApp } from './app.tsx'
import { readConfig } from './config.ts'
import { openD1 } from './db/d1.ts'
import { tick } from './jobs/tick.ts'
import { type Services, wholeSeconds } from './services.ts'

type Bindings = { readonly DB: D1Database } & Record<string, unknown>

export default {
  fetch(request: Request, env: Bindings, context: ExecutionContext): Response | Promise<Response> {
    const services = servicesOf(env)
    if (!services.ok) return new Response(services.faults.join('\n'), { status: 500 })
    return createApp(services.services).fetch(request, env, context as never)
  },
  async scheduled(_event: ScheduledController, env: Bindings): Promise<void> {
    const services = servicesOf(env)
    if (!services.ok) throw new Error(services.faults.join('; '))
    await tick(services.services)
  },
}

function servicesOf(env: Bindings): { ok: true; services: Services } | { ok: false; faults: readonly string[] } {
  const read = readConfig(env)
  if (!read.ok) return read
  return { ok: true, services: { store: openD1(env.DB), config: read.config, now: () => wholeSeconds(Date.now()) } }
}
